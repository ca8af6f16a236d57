import { randomBytes } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { findRunFile, loadRunFile, neededValues, type ServerSpec } from "../config/index.ts";
import { makeTempFolder, objectLabels } from "../controller/index.ts";
import { connectEngine, type Engine } from "../engine/index.ts";
import { asFault, exitCodes, Fault } from "../fault/index.ts";
import {
  entryHash,
  type LockDeps,
  type LockedServer,
  lockFileOf,
  lockIfThere,
  lockServer,
  lockText,
  packageIndexes,
  readLock,
  registrySettings,
} from "../registry/index.ts";
import { forTerminal } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { ownRun } from "./own-run.ts";
import { type ParsedCommand, parseVariables } from "./parse.ts";
import { shelfFor } from "./shelf-for.ts";
import { type Failed, type LockedNow, tellFailed, tellLocked } from "./tell-locked.ts";

/**
 * `lock`: writes down what each server of a run file comes to now, for `run --locked`.
 *
 * What is locked already and written in the run file as before is kept, unless `--update` names it.
 */
export async function lock(command: ParsedCommand, io: CommandIo): Promise<number> {
  const file = findRunFile(io.cwd, command.positionals[0]);
  const variables = parseVariables(command.texts("var"));
  const templates = await shelfFor(file, variables, io);
  const values = await neededValues(file.text, variables, io.environment, templates);
  const loaded = await loadRunFile({
    file: file.path,
    text: file.text,
    variables: { ...values.variables, ...variables },
    environment: {},
    workspace: io.cwd,
    templates,
  });
  const written = lockIfThere(io.cwd, file.path);
  const before = written === undefined ? {} : (await readLock(written.file, written.text)).servers;
  const servers = Object.entries(loaded.runFile.servers).filter(([, { url }]) => url === undefined);
  const updates = wantedUpdates(command.texts("update"), servers);
  const engine = await connectEngine({ environment: io.environment, clock: io.clock });
  try {
    const ownership = ownRun(io);
    const settings = registrySettings(io.environment, io.templates, io.registryMirror);
    const deps = {
      engine,
      clock: io.clock,
      signal: io.signal,
      ...settings,
      templates,
      imagePolicy: loaded.runFile.image_policy,
      indexes: packageIndexes(io.environment),
      workspaceRoot: io.cwd,
      runFileFolder: dirname(resolve(io.cwd, file.path)),
      containerLabels: objectLabels(ownership, "image"),
      temporaryFolder: () => makeTempFolder(ownership),
    };
    const tried = await Promise.all(
      servers.map(([name, spec]) => tryOne(name, spec, before[name], updates, deps, io)),
    );
    const path = lockFileOf(file.path);
    const failed = tried.filter((each) => "fault" in each);
    const [first] = failed;
    if (first !== undefined) {
      tellFailed(path, failed, io);
      return first.fault.exitCode;
    }
    const all = tried.filter((each) => "locked" in each);
    const text = await lockText(Object.fromEntries(all.map(({ name, locked }) => [name, locked])));
    writeWhole(resolve(io.cwd, path), text);
    tellLocked(path, all, command.flag("json"), io);
    return exitCodes.passed;
  } finally {
    engine.close();
  }
}

/** Every server is tried, so that all that fails is told at once. */
async function tryOne(...given: Parameters<typeof lockOne>): Promise<LockedNow | Failed> {
  try {
    return await lockOne(...given);
  } catch (thrown) {
    return { name: given[0], fault: asFault(thrown) };
  }
}

async function lockOne(
  name: string,
  spec: ServerSpec,
  before: LockedServer | undefined,
  updates: ReadonlySet<string>,
  deps: Omit<LockDeps, "onProgress"> & { readonly engine: Engine },
  io: CommandIo,
): Promise<LockedNow> {
  if (before !== undefined && before.entry === entryHash(spec) && !updates.has(name)) {
    return { name, locked: before, how: "kept" };
  }
  const onProgress = (line: string) => io.err(`${forTerminal(`${name}: ${line}`)}\n`);
  const locked = await lockServer(spec, { ...deps, onProgress });
  return { name, locked, how: before === undefined ? "locked" : "updated" };
}

/** `*` stands for all. Throws USAGE for a name that is no server of the run file. */
function wantedUpdates(
  names: readonly string[],
  servers: readonly (readonly [string, ServerSpec])[],
): ReadonlySet<string> {
  const known = servers.map(([name]) => name);
  const unknown = names.filter((name) => name !== "*" && !known.includes(name));
  if (unknown.length > 0) {
    throw new Fault(
      "USAGE",
      `--update ${unknown.join(", ")}: the run file has no such server to lock; there are: ${known.join(", ") || "none"}.`,
    );
  }
  return new Set(names.includes("*") ? known : names);
}

/** A lock file that is half written would refuse every run. */
function writeWhole(path: string, text: string): void {
  const part = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  writeFileSync(part, text);
  renameSync(part, path);
}
