import type { LoadedRunFile, LoadedScenario, ServerSpec } from "../../config/index.ts";
import { asFault, Fault, type Problem } from "../../fault/index.ts";
import { driftOf, entryHash, type Lock, type LockedServer } from "../../registry/index.ts";
import { registryDepsOf } from "../registry-deps.ts";
import type { Origin, World } from "../world.ts";

/** Throws LOCK_DRIFT where the run file and the lock file do not speak of the same servers, with every difference. */
export function refuseOtherServers(loaded: LoadedRunFile, lock: Lock): void {
  const declared = Object.entries(loaded.runFile.servers).filter(([, spec]) => hasImage(spec));
  const problems = declared.flatMap(([name, spec]) => {
    const locked = lock.servers[name];
    if (locked === undefined) {
      return [problem(lock, name, "is in the run file and not locked")];
    }
    const isSame = locked.entry === entryHash(spec);
    return isSame
      ? []
      : [problem(lock, name, "is written otherwise in the run file than when it was locked")];
  });
  const names = new Set(declared.map(([name]) => name));
  const gone = Object.keys(lock.servers)
    .filter((name) => !names.has(name))
    .map((name) => problem(lock, name, "is locked and no longer in the run file"));
  refuse(lock, [...problems, ...gone]);
}

export interface DriftDeps {
  readonly world: World;
  readonly origin: Origin;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Builds or pulls what the scenarios need, as it was locked, before any server is started.
 *
 * Rejects LOCK_DRIFT with every difference of every server, and as building does.
 */
export async function refuseDrift(
  loaded: LoadedRunFile,
  scenarios: readonly LoadedScenario[],
  lock: Lock,
  deps: DriftDeps,
): Promise<void> {
  const used = new Set(
    scenarios.flatMap(({ setup, steps, teardown }) =>
      [...setup, ...steps, ...teardown].map(({ server }) => server),
    ),
  );
  const wanted = Object.entries(loaded.runFile.servers).flatMap(([name, spec]) => {
    const locked = lock.servers[name];
    return locked !== undefined && used.has(name) ? [{ name, spec, locked }] : [];
  });
  const problems = await Promise.all(wanted.map((each) => driftProblems(each, lock, deps)));
  refuse(lock, problems.flat());
}

async function driftProblems(
  { name, spec, locked }: { name: string; spec: ServerSpec; locked: LockedServer },
  lock: Lock,
  { world, origin, progress, signal }: DriftDeps,
): Promise<readonly Problem[]> {
  const differences = await driftOf(spec, locked, {
    ...(await registryDepsOf(origin, world)),
    signal,
    onProgress: (line) => progress(`${name}: ${line}`),
  }).catch((thrown: unknown) => {
    const { code, message, hint, problems } = asFault(thrown);
    throw new Fault(code, `server "${name}": ${message}`, { hint, problems, cause: thrown });
  });
  return differences.map(({ what, locked: before, now }) =>
    problem(lock, name, `${what} was locked as ${before} and is ${now} now`),
  );
}

function hasImage(spec: ServerSpec): boolean {
  return spec.url === undefined;
}

function problem(lock: Lock, server: string, message: string): Problem {
  return { file: lock.file, ...lock.at(server), message: `server "${server}": ${message}` };
}

function refuse(lock: Lock, problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) {
    return;
  }
  const names = [...new Set(problems.map(({ message }) => /^server "([^"]+)"/.exec(message)?.[1]))];
  const more = problems.length === 1 ? "" : `, and ${problems.length - 1} more`;
  const cure = `docker-mcp-manager lock ${names.map((name) => `--update ${name}`).join(" ")}`;
  throw new Fault(
    "LOCK_DRIFT",
    `${lock.file}: ${first.message}${more}. If this is wanted: ${cure}`,
    { problems, hint: `If this is wanted, lock it anew: ${cure}` },
  );
}
