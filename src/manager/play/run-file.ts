import { dirname, resolve } from "node:path";
import type { RunRequest, RunSummary } from "../../api/index.ts";
import { type LoadedRunFile, type LoadedScenario, loadRunFile } from "../../config/index.ts";
import { asFault, codes, Fault } from "../../fault/index.ts";
import { readRecord } from "../../record/index.ts";
import { pinsIn, readLock, runFileShelf } from "../../registry/index.ts";
import { type Judgement, judgeRun } from "../../report/index.ts";
import { openSnapshots, type SnapshotStore } from "../../scenario/index.ts";
import type { ManagedServer } from "../server/managed-server.ts";
import type { Wanted } from "../server-shelf.ts";
import type { ManagedService } from "../service/managed-service.ts";
import type { WantedService } from "../service/shelf.ts";
import type { Origin, World } from "../world.ts";
import { playScenarios } from "./play-scenarios.ts";
import { refuseDrift, refuseOtherServers } from "./refuse-drift.ts";
import { selectScenarios } from "./select-scenarios.ts";
import { variantsOf } from "./variants.ts";

export interface RunDeps {
  readonly world: World;
  readonly recordFile: string;
  readonly declare: (wanted: Wanted) => ManagedServer;
  readonly declareService: (wanted: WantedService) => ManagedService;
  /** Of the run file; there once it is loaded. */
  readonly snapshots?: SnapshotStore;
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
  // The engine is reached while the file is read; whoever needs it meets its fault.
  deps.world.engine().catch(() => undefined);
  record.run({ runFile: request.file, startedAtMs: clock.nowMs() });
  const met = await play(request, deps).then(() => null, asFault);
  record.flush();
  const fault = met ?? record.fault;
  if (fault !== null) {
    deps.progress(`${codes[fault.code].title}: ${fault.message}`);
    record.run({ fault: fault.message, faultCode: fault.code });
  }
  const judged = endRun(deps.world, deps.recordFile);
  return {
    runId: deps.world.ownership.runId,
    recordPath: deps.recordFile,
    ...judged.totals,
    // Where a part of the record is missing, what is there does not say how the run went.
    outcome: record.fault === null ? judged.outcome : "broken",
    exitCode: record.fault === null ? judged.exitCode : codes[record.fault.code].exit,
    fault:
      fault === null
        ? null
        : { code: fault.code, message: fault.message, hint: fault.hint, problems: fault.problems },
  };
}

/** Judges what is in the record and writes that down as the end of the run. */
export function endRun({ record, clock }: World, recordFile: string): Judgement {
  record.flush();
  using reader = readRecord(recordFile);
  const judged = judgeRun(reader);
  record.run({ endedAtMs: clock.nowMs(), outcome: judged.outcome, exitCode: judged.exitCode });
  return judged;
}

async function play(request: RunRequest, deps: RunDeps): Promise<void> {
  const { world } = deps;
  const templates = await runFileShelf(
    { ...world.registry, registered: world.registered },
    { ...request, environment: {} },
  );
  const loaded = await loadRunFile({
    file: request.file,
    text: request.text,
    variables: request.variables,
    environment: {},
    workspace: request.workspace,
    secrets: request.secrets,
    templates,
    allow: world.allow,
  });
  world.record.run({ runFileText: loaded.text });
  const lock = request.lock && (await readLock(request.lock.file, request.lock.text));
  if (lock !== undefined) {
    refuseOtherServers(loaded, lock);
  }
  const scenarios = selectScenarios(loaded, request.only);
  const origin: Origin = {
    workspace: request.workspace,
    folder: dirname(resolve(request.workspace, request.file)),
    secrets: request.secrets,
    templates,
    ...(lock && { pins: pinsIn(lock) }),
    servers: loaded.runFile.servers,
    services: loaded.runFile.services,
    mayRecord: !request.ci,
    imagePolicy: loaded.runFile.image_policy,
  };
  warnOfOnly(loaded, scenarios, request, deps);
  const file = resolve(request.workspace, request.file);
  const snapshots = await openSnapshots(file, { update: request.updateSnapshots, ci: request.ci });
  const limit = new AbortController();
  const timeoutMs = request.timeoutMs ?? loaded.runFile.timeout;
  const timer = setTimeout(() => limit.abort(tookTooLong(timeoutMs)), timeoutMs);
  const signal = AbortSignal.any([deps.signal, limit.signal]);
  try {
    const all = { ...deps, signal, snapshots };
    if (lock !== undefined) {
      await refuseDrift(loaded, scenarios, lock, { ...deps, signal, origin });
    }
    const played = await playScenarios(loaded, scenarios, origin, all, request.keepRunning);
    await finishSnapshots(snapshots, loaded, played, deps);
    signal.throwIfAborted();
  } catch (thrown) {
    throw signal.aborted ? interruption(signal) : thrown;
  } finally {
    clearTimeout(timer);
  }
}

/** `only: true` is for working on a file; one that was committed would hide every other scenario. */
function warnOfOnly(
  loaded: LoadedRunFile,
  chosen: readonly LoadedScenario[],
  request: RunRequest,
  { world, progress }: RunDeps,
): void {
  const left = loaded.scenarios.length - chosen.length;
  if (request.only.length > 0 || left === 0) {
    return;
  }
  const marked = chosen.map(({ name }) => `"${name}"`).join(", ");
  progress(`warning: only: true is set on ${marked}; ${left} other scenarios are not played`);
  const data = JSON.stringify({ played: chosen.map(({ name }) => name), left });
  world.record.event({ atMs: world.clock.nowMs(), kind: "only", server: null, data });
}

/** Stores what is new, and says what nothing asks for any more. */
async function finishSnapshots(
  snapshots: SnapshotStore,
  loaded: LoadedRunFile,
  played: ReadonlySet<string>,
  { world, progress }: RunDeps,
): Promise<void> {
  const variants = variantsOf(loaded.scenarios, loaded.runFile.servers);
  const declared = new Set(variants.map(({ name }) => name));
  const { file, written, obsolete } = await snapshots.finish({ played, declared });
  if (written > 0) {
    progress(`${file}: ${written} snapshots stored`);
  }
  if (obsolete.length > 0) {
    progress(
      `${file}: ${obsolete.length} snapshots are asked for by nothing: ${obsolete.join(", ")}`,
    );
  }
  const data = JSON.stringify({ file, written, obsolete });
  world.record.event({ atMs: world.clock.nowMs(), kind: "snapshots", server: null, data });
}

function tookTooLong(timeoutMs: number): Fault {
  return new Fault("RUN_TIMED_OUT", `The run was ended at its timeout of ${timeoutMs} ms.`);
}

function interruption(signal: AbortSignal): Fault {
  return signal.reason instanceof Fault
    ? signal.reason
    : new Fault("INTERRUPTED", "The run was cancelled.", { cause: signal.reason });
}
