import { spawn } from "node:child_process";
import { type Clock, within } from "../../src/clock/index.ts";
import { LineSplitter } from "./line-splitter.ts";

/** Times of the runner, in ms; tests shorten them. */
export interface RunnerTimes {
  /** From SIGINT to SIGTERM. */
  readonly interruptMs: number;
  /** From SIGTERM to SIGKILL. */
  readonly terminateMs: number;
  /** How long a stdout held open by a child delays the step. */
  readonly heldStdioMs: number;
}

export const runnerTimes: RunnerTimes = {
  interruptMs: 7_500,
  terminateMs: 2_500,
  heldStdioMs: 5_000,
};

export interface ProcessResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly durationMs: number;
  /** From start to the first line; null when there was none. */
  readonly firstLineMs: number | null;
  /** Output was still open when the process had ended, and the runner waited in vain. */
  readonly heldStdio: boolean;
  readonly cancelled: boolean;
}

export interface ProcessRequest {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  readonly onStart?: (pid: number) => void;
  readonly cancel?: AbortSignal;
  readonly times: RunnerTimes;
  readonly clock: Clock;
}

/** Runs one entry process as the runner does: signals go to it alone, and its output is read line by line. */
export async function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const { clock, times } = request;
  const startedMs = clock.monotonicMs();
  const [file, ...args] = request.argv;
  const child = spawn(file, args, {
    cwd: request.cwd,
    env: request.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let firstLineMs: number | null = null;
  const splitters = [child.stdout, child.stderr].map((stream) => {
    const splitter = new LineSplitter((line) => {
      firstLineMs ??= clock.monotonicMs() - startedMs;
      request.onLine(line);
    });
    stream.setEncoding("utf8").on("data", (chunk: string) => splitter.push(chunk));
    return splitter;
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ended = new Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
    },
  );
  if (child.pid !== undefined) {
    request.onStart?.(child.pid);
  }
  const ladder = new AbortController();
  let cancelled = false;
  const onCancel = (): void => {
    cancelled = true;
    void climb((signal) => child.kill(signal), times, clock, ladder.signal);
  };
  if (request.cancel?.aborted) {
    onCancel();
  } else {
    request.cancel?.addEventListener("abort", onCancel, { once: true });
  }
  const exit = await ended;
  ladder.abort();
  request.cancel?.removeEventListener("abort", onCancel);
  const heldStdio = await within(closed, times.heldStdioMs, () => new Error("held")).then(
    () => false,
    () => true,
  );
  child.stdout.destroy();
  child.stderr.destroy();
  for (const splitter of splitters) {
    splitter.end();
  }
  return {
    ...exit,
    durationMs: clock.monotonicMs() - startedMs,
    firstLineMs,
    heldStdio,
    cancelled,
  };
}

async function climb(
  kill: (signal: NodeJS.Signals) => void,
  times: RunnerTimes,
  clock: Clock,
  ended: AbortSignal,
): Promise<void> {
  try {
    kill("SIGINT");
    await clock.sleep(times.interruptMs, ended);
    kill("SIGTERM");
    await clock.sleep(times.terminateMs, ended);
    kill("SIGKILL");
  } catch {
    // The process has ended: the remaining rungs are not needed.
  }
}
