import { asFault } from "../../fault/index.ts";
import { type ResolvedServer, sbomOf } from "../../registry/index.ts";
import type { World } from "../world.ts";
import type { Declaration } from "./declaration.ts";

/** Puts the bill of materials of a server's image into the record, once. Never rejects: no test depends on it. */
export async function recordBill(
  { label, shared }: Pick<Declaration, "label" | "shared">,
  resolved: ResolvedServer,
  { record, clock, registry }: World,
  progress: (line: string) => void,
): Promise<void> {
  if (shared.told.has("sbom")) {
    return;
  }
  shared.told.add("sbom");
  try {
    const data = await sbomOf(resolved, registry.cacheFolder);
    record.event({ atMs: clock.nowMs(), kind: "sbom", server: label, data });
  } catch (error) {
    progress(`no bill of materials of ${resolved.image}: ${asFault(error).message}`);
  }
}
