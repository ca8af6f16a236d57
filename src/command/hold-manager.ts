import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { launchReaper, readOwner } from "../controller/index.ts";
import { Manager } from "../manager/index.ts";
import { registrySettings } from "../registry/index.ts";
import type { CommandIo } from "./io.ts";

/** Labels say so long that the objects are alive; a sweep after that removes them. */
const leaseMs = 6 * 3_600_000;

/** A manager in this process, its record in the folder. */
export function holdManager(io: CommandIo, folder: string): Manager {
  mkdirSync(folder, { recursive: true });
  const runId = randomBytes(16).toString("hex");
  return new Manager({
    ownership: { runId, owner: readOwner(io.pid), expiresAtMs: io.clock.nowMs() + leaseMs },
    recordFile: join(folder, "run.db"),
    workspace: io.cwd,
    engineEnvironment: io.environment,
    version: io.version,
    clock: io.clock,
    user: userInfo(),
    registry: registrySettings(io.environment, io.templates, io.registryMirror),
    launchReaper: () => launchReaper({ ...io.reaper, runId, environment: io.environment }),
  });
}
