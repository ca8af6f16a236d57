#!/usr/bin/env node
// Entry of the CLI: gives the commands what they may touch of this process.
import { systemClock } from "./clock/index.ts";
import { endsWithParent, runCommand } from "./command/index.ts";
import { productAround } from "./product/index.ts";

const oldestNode = 24;
const parentLookMs = 500;
/** Our bug, in the table of exit codes. */
const internal = 70;

async function main(): Promise<number> {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    process.stderr.write(
      `Node.js ${oldestNode} or newer is needed; this is ${process.versions.node}.\n`,
    );
    return 2;
  }
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // A second signal means now: the reaper removes what is left.
      if (interrupt.signal.aborted) {
        process.exit(130);
      }
      interrupt.abort();
    });
  }
  endWhenNobodyListens(interrupt);
  const product = productAround(import.meta.url);
  return runCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    environment: process.env,
    cwd: process.cwd(),
    clock: systemClock,
    signal: interrupt.signal,
    version: product.version,
    templates: product.templates,
    reaper: { execPath: process.execPath, entry: product.managerEntry },
    stdin: () => process.stdin,
    stdinEnded: () => new Promise((resolve) => process.stdin.once("end", () => resolve())),
    pid: process.pid,
  });
}

/** A cancelled step ends the shell that started us, or closes what we write to; no signal tells us. */
function endWhenNobodyListens(interrupt: AbortController): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => interrupt.abort());
  }
  if (endsWithParent(process.argv.slice(2), process.env)) {
    const parent = process.ppid;
    const look = () => process.ppid !== parent && interrupt.abort();
    setInterval(look, parentLookMs).unref();
  }
}

for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // What is on the engine goes by the reaper: nothing in here is to be trusted any more.
    process.stderr.write(`Internal error: ${words}\n`, () => process.exit(internal));
  });
}

// Sockets of the engine's agent may dangle; what was written is flushed first.
const exitCode = await main();
process.stdout.write("", () => process.stderr.write("", () => process.exit(exitCode)));
