import type { Clock } from "../../clock/index.ts";
import type { ContainerNews, RunningContainer } from "../../controller/index.ts";
import { type ExitInfo, removedWhileItRan } from "../../engine/index.ts";
import type { OutputCapture } from "../../log/index.ts";
import { bytes } from "../../text/index.ts";

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
/** How long what the engine tells may come after its answer about the exit. */
const newsMs = 300;
/** Who removes a running container kills it first; the removal comes within so long. */
const removalMs = 250;

/** How a container ended, in words that continue "the server …"; `news` tells what others did to it. */
export function describeExit(
  exit: ExitInfo,
  memoryLimitBytes: number,
  news?: Pick<ContainerNews, "killedBy" | "isRemoved">,
): string {
  if (news?.isRemoved || exit.error === removedWhileItRan) {
    return "was removed from outside while it ran";
  }
  if (exit.error) {
    return `could not run: ${exit.error}`;
  }
  if (exit.oomKilled && exit.exitCode !== 0) {
    return `was killed for memory at its limit of ${bytes(memoryLimitBytes)} (exit code ${exit.exitCode})`;
  }
  const outside = outsideSignal(exit, news?.killedBy ?? null);
  if (outside !== undefined) {
    return `was ended from outside by ${outside} (exit code ${exit.exitCode})`;
  }
  const signal = signalNames[exit.exitCode - signalBase];
  if (signal !== undefined) {
    return `was ended by ${signal} (exit code ${exit.exitCode})`;
  }
  return `exited with code ${exit.exitCode}`;
}

/** How a container ended; waits a moment for what the engine tells of it, unless its end is our doing. */
export async function describeEnd(
  { news }: Pick<RunningContainer, "news">,
  exit: ExitInfo,
  memoryLimitBytes: number,
  clock: Clock,
): Promise<string> {
  if (news === undefined || news.isEndExpected) {
    return describeExit(exit, memoryLimitBytes);
  }
  await soon(news.ended, newsMs, clock);
  if (news.killedBy !== null) {
    await soon(news.removed, removalMs, clock);
  }
  return describeExit(exit, memoryLimitBytes, news);
}

/** The signal of somebody else that ended it, unless it lived through that. Engines tell its number or its name. */
function outsideSignal({ exitCode }: ExitInfo, killedBy: string | null): string | undefined {
  const name = signalNames[Number(killedBy)] ?? killedBy;
  const asked = name === "SIGTERM" || name === "SIGINT" || name === "SIGHUP";
  const isItsEnd = signalNames[exitCode - signalBase] === name || (asked && exitCode === 0);
  return name !== null && isItsEnd ? name : undefined;
}

async function soon(event: Promise<unknown>, ms: number, clock: Clock): Promise<void> {
  const enough = new AbortController();
  await Promise.race([event, clock.sleep(ms, enough.signal).catch(() => undefined)]);
  enough.abort();
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
  const ended = await describeEnd(container, exit, memoryLimitBytes, clock);
  return `${ended}${quoteTail(output.tail())}`;
}
