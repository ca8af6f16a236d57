import type { Clock } from "../clock/index.ts";
import type { RunningContainer } from "../controller/index.ts";
import type { ExitInfo } from "../engine/index.ts";
import type { OutputCapture } from "../log/index.ts";
import { bytes } from "../text/index.ts";

/** Exit codes above this are a signal's number plus 128, as the init process reports them. */
const signalBase = 128;
const signalNames: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  15: "SIGTERM",
};

/** How a container ended, in words that continue "the server …". */
export function describeExit(exit: ExitInfo, memoryLimitBytes: number): string {
  if (exit.error) {
    return `could not run: ${exit.error}`;
  }
  if (exit.oomKilled && exit.exitCode !== 0) {
    return `was killed for memory at its limit of ${bytes(memoryLimitBytes)} (exit code ${exit.exitCode})`;
  }
  const signal = signalNames[exit.exitCode - signalBase];
  if (signal !== undefined) {
    return `was ended by ${signal} (exit code ${exit.exitCode})`;
  }
  return `exited with code ${exit.exitCode}`;
}

/** The last stderr lines as an appendix to an error message; empty when there are none. */
function quoteTail(lines: readonly string[]): string {
  return lines.length === 0
    ? "; its stderr was empty"
    : `; last stderr lines:\n${lines.join("\n")}`;
}

/** How long an ended channel waits for the engine to say how the container ended. */
const exitNewsMs = 2_000;

/** Why a server's channel ended, in words that continue "the server …", with its last stderr lines. */
export async function explainEnd(
  container: RunningContainer | null,
  transport: "stdio" | "http" | "sse",
  output: OutputCapture,
  memoryLimitBytes: number,
  clock: Clock,
): Promise<string> {
  if (container === null) {
    return "ended the connection";
  }
  const patience = new AbortController();
  const silence = clock.sleep(exitNewsMs, patience.signal).then(
    () => undefined,
    () => undefined,
  );
  const exit = await Promise.race([container.exited, silence]);
  patience.abort();
  if (exit === undefined) {
    const closed = transport === "stdio" ? "closed its stdout" : "ended the connection";
    return `${closed}, but its process is still alive${quoteTail(output.tail())}`;
  }
  await container.attachment.ended;
  return `${describeExit(exit, memoryLimitBytes)}${quoteTail(output.tail())}`;
}
