import { mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { launchReaper, makeTempFolder, type Ownership } from "../controller/index.ts";
import { Manager } from "../manager/index.ts";
import { registrySettings } from "../registry/index.ts";
import type { CommandIo } from "./io.ts";
import { ownRun } from "./own-run.ts";

/** A manager in this process, its record in the folder; `allow` is what servers may relax of their isolation. */
export function holdManager(io: CommandIo, folder: string, allow: readonly string[] = []): Manager {
  mkdirSync(folder, { recursive: true });
  return hold(io, ownRun(io), folder, allow);
}

/** A manager whose record is nobody's to keep: its folder is temporary, and the caller removes it. */
export function holdPassingManager(
  io: CommandIo,
  allow: readonly string[] = [],
): {
  readonly manager: Manager;
  readonly folder: string;
} {
  const ownership = ownRun(io);
  const folder = makeTempFolder(ownership);
  return { manager: hold(io, ownership, folder, allow), folder };
}

function hold(
  io: CommandIo,
  ownership: Ownership,
  folder: string,
  allow: readonly string[],
): Manager {
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
    allow,
    launchReaper: () => launchReaper({ ...io.reaper, runId, environment: io.environment }),
  });
}
