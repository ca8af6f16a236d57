import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { launchReaper, makeTempFolder, type Ownership, readOwner } from "../controller/index.ts";
import { Manager } from "../manager/index.ts";
import { registrySettings } from "../registry/index.ts";
import type { CommandIo } from "./io.ts";

/** Labels say so long that the objects are alive; a sweep after that removes them. */
const leaseMs = 6 * 3_600_000;

/** A manager in this process, its record in the folder. */
export function holdManager(io: CommandIo, folder: string): Manager {
  mkdirSync(folder, { recursive: true });
  return hold(io, newRun(io), folder);
}

/** A manager whose record is nobody's to keep: its folder is temporary, and the caller removes it. */
export function holdPassingManager(io: CommandIo): {
  readonly manager: Manager;
  readonly folder: string;
} {
  const ownership = newRun(io);
  const folder = makeTempFolder(ownership);
  return { manager: hold(io, ownership, folder), folder };
}

function newRun(io: CommandIo): Ownership {
  return {
    runId: randomBytes(16).toString("hex"),
    owner: readOwner(io.pid),
    expiresAtMs: io.clock.nowMs() + leaseMs,
  };
}

function hold(io: CommandIo, ownership: Ownership, folder: string): Manager {
  const { runId } = ownership;
  return new Manager({
    ownership,
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
