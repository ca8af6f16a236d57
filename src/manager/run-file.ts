import { dirname, resolve } from "node:path";
import type { RunRequest, RunSummary } from "../api/index.ts";
import {
  type LoadedRunFile,
  type LoadedScenario,
  loadRunFile,
  type Position,
  type ServerSpec,
} from "../config/index.ts";
import { asFault, codes, Fault } from "../fault/index.ts";
import { readRecord } from "../record/index.ts";
import { judgeRun } from "../report/index.ts";
import type { ManagedServer } from "./managed-server.ts";
import { playScenario, skipScenario } from "./play-scenario.ts";
import { type Job, schedule } from "./schedule.ts";
import { selectScenarios, serversOf } from "./select-scenarios.ts";
import type { Origin, World } from "./world.ts";

export interface RunDeps {
  readonly world: World;
  readonly recordFile: string;
  readonly declare: (
    name: string,
    spec: ServerSpec,
    origin: Origin,
    at: Position | null,
  ) => ManagedServer;
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
}

/**
 * One run of a run file: start its servers, play its scenarios, stop what is no longer needed, judge.
 *
 * Never rejects for what the run itself meets: an invalid file, a dead engine or a timeout is the summary's `fault`,
 * stands in the record and gives the exit code.
 */
export async function runFile(request: RunRequest, deps: RunDeps): Promise<RunSummary> {
  const { record, clock } = deps.world;
  let fault: Fault | null = null;
  record.run({ runFile: request.file, startedAtMs: clock.nowMs() });
  try {
    await play(request, deps);
  } catch (thrown) {
    fault = asFault(thrown);
    deps.progress(`${codes[fault.code].title}: ${fault.message}`);
    record.run({ fault: fault.message, faultCode: fault.code });
  }
  record.flush();
  using reader = readRecord(deps.recordFile);
  const judged = judgeRun(reader);
  record.run({ endedAtMs: clock.nowMs(), outcome: judged.outcome, exitCode: judged.exitCode });
  return {
    runId: deps.world.ownership.runId,
    recordPath: deps.recordFile,
    outcome: judged.outcome,
    exitCode: judged.exitCode,
    ...judged.totals,
    fault:
      fault === null
        ? null
        : { code: fault.code, message: fault.message, hint: fault.hint, problems: fault.problems },
  };
}

async function play(request: RunRequest, deps: RunDeps): Promise<void> {
  const { world } = deps;
  const loaded = loadRunFile({
    file: request.file,
    text: request.text,
    variables: request.variables,
    environment: {},
    workspace: request.workspace,
    secrets: request.secrets,
  });
  world.record.run({ runFileText: loaded.text });
  const scenarios = selectScenarios(loaded, request.only);
  const origin: Origin = {
    workspace: request.workspace,
    folder: dirname(resolve(request.workspace, request.file)),
    secrets: request.secrets,
  };
  const limit = new AbortController();
  const timeoutMs = request.timeoutMs ?? loaded.runFile.timeout;
  const timer = setTimeout(() => limit.abort(tookTooLong(timeoutMs)), timeoutMs);
  const signal = AbortSignal.any([deps.signal, limit.signal]);
  try {
    await playAll(loaded, scenarios, origin, { ...deps, signal }, request.keepRunning);
    signal.throwIfAborted();
  } catch (thrown) {
    throw signal.aborted ? interruption(signal) : thrown;
  } finally {
    clearTimeout(timer);
  }
}

async function playAll(
  loaded: LoadedRunFile,
  scenarios: readonly LoadedScenario[],
  origin: Origin,
  deps: RunDeps,
  keepRunning: boolean,
): Promise<void> {
  // Fail before anything is declared when there is no engine: it is the run's fault, not each server's.
  await deps.world.engine();
  const users = countUsers(scenarios);
  if (scenarios.length === loaded.scenarios.length) {
    for (const name of Object.keys(loaded.runFile.servers).filter(
      (declared) => !users.has(declared),
    )) {
      users.set(name, 0);
    }
  }
  const servers = new Map(
    [...users.keys()].map((name) => {
      const spec = loaded.runFile.servers[name];
      if (spec === undefined) {
        throw new Fault("INTERNAL", `Server "${name}" passed validation but is not declared.`);
      }
      return [name, deps.declare(name, spec, origin, loaded.locate(["servers", name]))];
    }),
  );
  const started = new Map(
    [...servers].map(([name, server]) => [
      name,
      server.start(deps.progress, deps.signal).then(
        () => null,
        (thrown: unknown) => asFault(thrown),
      ),
    ]),
  );
  const jobs = scenarios.map((scenario): Job => {
    const names = serversOf(scenario);
    return {
      servers: names,
      async run() {
        const faults = await Promise.all(names.map((name) => started.get(name)));
        const fault = faults.find((candidate) => candidate instanceof Fault);
        if (deps.signal.aborted) {
          skipScenario(
            scenario,
            interruption(deps.signal).message,
            deps.world.record,
            deps.world.clock.nowMs(),
          );
        } else {
          await playScenario(scenario, fault ?? null, servers, deps);
        }
        await Promise.all(
          names.map(async (name) => {
            const left = (users.get(name) ?? 1) - 1;
            users.set(name, left);
            if (left === 0 && !keepRunning) {
              await servers.get(name)?.stop();
            }
          }),
        );
      },
    };
  });
  const unused = [...users].flatMap(([name, count]): Job[] =>
    count > 0 || keepRunning
      ? []
      : [
          {
            servers: [name],
            run: async () => started.get(name)?.then(() => servers.get(name)?.stop()),
          },
        ],
  );
  await schedule([...jobs, ...unused]);
}

function countUsers(scenarios: readonly LoadedScenario[]): Map<string, number> {
  const users = new Map<string, number>();
  for (const scenario of scenarios) {
    for (const name of serversOf(scenario)) {
      users.set(name, (users.get(name) ?? 0) + 1);
    }
  }
  return users;
}

function tookTooLong(timeoutMs: number): Fault {
  return new Fault("RUN_TIMED_OUT", `The run was ended at its timeout of ${timeoutMs} ms.`);
}

function interruption(signal: AbortSignal): Fault {
  return signal.reason instanceof Fault
    ? signal.reason
    : new Fault("INTERRUPTED", "The run was cancelled.", { cause: signal.reason });
}
