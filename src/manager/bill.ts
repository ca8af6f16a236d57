import { asFault } from "../fault/index.ts";
import { type ResolvedServer, sbomOf } from "../registry/index.ts";
import type { World } from "./world.ts";

/** Puts the bill of materials of a server's image into the record. Never rejects: no test depends on it. */
export async function recordBill(
  server: string,
  resolved: ResolvedServer,
  { record, clock, registry }: World,
  progress: (line: string) => void,
): Promise<void> {
  try {
    const data = await sbomOf(resolved, registry.cacheFolder);
    record.event({ atMs: clock.nowMs(), kind: "sbom", server, data });
  } catch (error) {
    progress(`no bill of materials of ${resolved.image}: ${asFault(error).message}`);
  }
}
