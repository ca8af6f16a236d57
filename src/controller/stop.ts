import { type Clock, within } from "../clock/index.ts";
import { type Attachment, type Engine, type ExitInfo, isEngineGone } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { endsAlone } from "./end-alone.ts";
import type { ContainerPlan, Rung, StopReport } from "./types.ts";
import { watchEnd } from "./watch-end.ts";

/** SIGKILL takes 50 to 120 ms; a loaded engine may take long to notice. */
const sigkillMs = 15_000;
/** Exit code after SIGKILL: 128 and the signal's number. */
const killedCode = 137;
/** Until init, which was held up to look at what is left, has followed its server. */
const initEndMs = 5_000;
/** The stream ends within 30 ms of the exit, before or after it. */
const streamEndMs = 5_000;

/**
 * The stop ladder of one container; the second caller gets the first one's report.
 *
 * `countProcesses` spares a server without children the look at what it leaves.
 */
export function createStop(
  engine: Engine,
  clock: Clock,
  id: string,
  limits: ContainerPlan["stop"],
  attachment: Attachment,
  exited: Promise<ExitInfo>,
  countProcesses: () => number | undefined = () => undefined,
): () => Promise<StopReport> {
  let report: Promise<StopReport> | undefined;
  return () => {
    report ??= climb(engine, clock, id, limits, attachment, exited, countProcesses).catch(
      (thrown: unknown) => {
        // What does not end now may end when it is tried again.
        report = undefined;
        throw thrown;
      },
    );
    return report;
  };
}

async function climb(
  engine: Engine,
  clock: Clock,
  id: string,
  limits: ContainerPlan["stop"],
  attachment: Attachment,
  heard: Promise<ExitInfo>,
  countProcesses: () => number | undefined,
): Promise<StopReport> {
  const exited = exitAfterAll(engine, id, heard);
  const startMs = clock.monotonicMs();
  /** When stdin was closed: the calls before it take seconds on a loaded engine, and the server's time is its own. */
  let closedMs: number | undefined;
  const sinceClosed = () => (closedMs === undefined ? 0 : clock.monotonicMs() - closedMs);
  let ended = false;
  let leftovers: readonly string[] = [];
  async function report(rung: Rung, exit: ExitInfo): Promise<StopReport> {
    const durationMs = clock.monotonicMs() - startMs;
    await within(attachment.ended, streamEndMs, () => new Error("the stream did not end")).catch(
      () => undefined,
    );
    attachment.destroy();
    return { rung, durationMs, exit, leftovers };
  }

  // One inspection: an exit that has happened may not have been reported yet.
  const state = await engine.inspect(id);
  if (state === undefined || !state.running) {
    return report("already-exited", await exited);
  }
  const { pid } = state;
  if (state.paused) {
    // A frozen server does not see its stdin end.
    await engine.unpause(id);
  }
  async function closeStdin(): Promise<void> {
    const end = once(() => {
      closedMs = clock.monotonicMs();
      attachment.end();
    });
    const left = () => ({ exited, waitMs: limits.eofMs - sinceClosed() });
    if (
      limits.leftovers === true &&
      !(await endsAlone({ ...left(), countProcesses, end }, clock))
    ) {
      ({ ended, leftovers } = await watchEnd(engine, clock, id, pid, end, left()));
    }
    end();
  }
  const steps: readonly {
    readonly rung: Rung;
    readonly waitMs: number;
    readonly act: () => Promise<void> | void;
  }[] = [
    { rung: "eof", waitMs: limits.eofMs, act: closeStdin },
    { rung: "sigterm", waitMs: limits.sigtermMs, act: () => engine.kill(id, "SIGTERM") },
    { rung: "sigkill", waitMs: sigkillMs, act: () => engine.kill(id, "SIGKILL") },
  ];
  for (const { rung, waitMs, act } of steps.filter((step) => step.waitMs > 0)) {
    const actMs = clock.monotonicMs();
    await act();
    const leftMs = waitMs - (rung === "eof" ? sinceClosed() : clock.monotonicMs() - actMs);
    const exit = await exitWithin(exited, clock, Math.max(leftMs, ended ? initEndMs : 0));
    if (exit) {
      // An exit that became known after the next step was taken is still the earlier step's doing.
      const earlier = rung === "sigkill" && exit.exitCode !== killedCode ? "sigterm" : rung;
      return report(ended ? "eof" : earlier, exit);
    }
  }
  throw new Fault(
    "ENGINE_UNRESPONSIVE",
    `Stop container ${id.slice(0, 12)}: still running 15 s after SIGKILL`,
  );
}

/** An engine that went away meanwhile may be back, and then knows what became of the container. */
function exitAfterAll(engine: Engine, id: string, heard: Promise<ExitInfo>): Promise<ExitInfo> {
  const exited = heard.catch((thrown: unknown) => {
    if (isEngineGone(thrown)) {
      return engine.waitExit(id);
    }
    throw thrown;
  });
  // Only what awaits it needs to know.
  exited.catch(() => undefined);
  return exited;
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) {
      done = true;
      work();
    }
  };
}

async function exitWithin(
  exited: Promise<ExitInfo>,
  clock: Clock,
  ms: number,
): Promise<ExitInfo | undefined> {
  const given = new AbortController();
  const late = clock.sleep(ms, given.signal).catch(() => undefined);
  try {
    return (await Promise.race([exited, late])) ?? undefined;
  } finally {
    given.abort();
  }
}
