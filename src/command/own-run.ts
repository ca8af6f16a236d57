import { randomBytes } from "node:crypto";
import { type Ownership, readOwner } from "../controller/index.ts";
import type { CommandIo } from "./io.ts";

/** Labels say so long that the objects are alive; a sweep after that removes them. */
const leaseMs = 6 * 3_600_000;

/** A run of this process, by which everything it makes can be found and removed. */
export function ownRun({ clock, pid }: Pick<CommandIo, "clock" | "pid">): Ownership {
  return {
    runId: randomBytes(16).toString("hex"),
    owner: readOwner(pid),
    expiresAtMs: clock.nowMs() + leaseMs,
  };
}
