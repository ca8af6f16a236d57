import { type Clock, within } from "../../clock/index.ts";
import type { ServerSpec } from "../../config/index.ts";
import type { RunningContainer } from "../../controller/index.ts";
import type { Engine, ExecResult } from "../../engine/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import { askOnce } from "../../mcp/index.ts";

/** A command in a container costs about 50 ms, so it is not done more often. */
const everyMs = 200;
const httpTimeoutMs = 2_000;
/** State LISTEN in the kernel's table of sockets. */
const listening = "0A";

export interface Extras {
  readonly name: string;
  readonly ready: ServerSpec["ready"];
  readonly container: RunningContainer;
  readonly engine: Pick<Engine, "exec">;
  /** Whether a line of its output so far contains the text of `ready.log`. */
  readonly hasLogged: () => boolean;
  readonly explainEnd: () => Promise<string>;
  readonly clock: Clock;
}

/** What is declared, in words, and what is missing yet (undefined: nothing). */
type Check = readonly [string, (signal: AbortSignal) => Promise<string | undefined>];

/**
 * Waits until all holds that a server's `ready` declares besides its MCP answer.
 *
 * Rejects SERVER_NOT_READY naming what does not hold, SERVER_EXITED_EARLY as soon as the container has ended, and with
 * the signal's reason.
 */
export async function awaitExtras(extras: Extras, signal: AbortSignal): Promise<void> {
  const { name, ready, container, clock } = extras;
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const endMs = clock.monotonicMs() + ready.timeout;
  const ended = container.exited.then(async () => {
    throw new Fault("SERVER_EXITED_EARLY", `Server "${name}" ${await extras.explainEnd()}`);
  });
  ended.catch(() => undefined);
  function late(what: string, why: string): Fault {
    const message = `Server "${name}" was not ready within ${ready.timeout} ms: ${what} ${why}`;
    return new Fault("SERVER_NOT_READY", message);
  }
  async function hold([what, missing]: Check): Promise<void> {
    // A command may never end, nor may what asks for a port when somebody freezes the container.
    for (let why = "gave no answer"; ; ) {
      const leftMs = Math.max(endMs - clock.monotonicMs(), 1);
      const found = await within(missing(either), leftMs, () => late(what, why));
      if (found === undefined) {
        return;
      }
      if (clock.monotonicMs() >= endMs) {
        throw late(what, found);
      }
      why = found;
      await clock.sleep(everyMs, either);
    }
  }
  try {
    await Promise.race([Promise.all(checksOf(extras).map(hold)), ended]);
  } finally {
    over.abort(new Fault("INTERRUPTED", "It is not waited for any more."));
  }
}

function checksOf(extras: Extras): readonly Check[] {
  const { log, port, http, exec } = extras.ready;
  const checks: Check[] = [];
  if (log !== undefined) {
    const what = `a line of output with ${JSON.stringify(log)}`;
    checks.push([what, async () => (extras.hasLogged() ? undefined : "did not come")]);
  }
  if (port !== undefined) {
    checks.push([`port ${port}`, (signal) => portMissing(extras, port, signal)]);
  }
  if (http !== undefined) {
    checks.push([`GET ${http}`, (signal) => httpMissing(extras, http, signal)]);
  }
  if (exec !== undefined) {
    checks.push([`the command ${exec.join(" ")}`, (signal) => execMissing(extras, exec, signal)]);
  }
  return checks;
}

async function portMissing(
  extras: Extras,
  port: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  // The second file is not there without IPv6, which cat says on stderr.
  const tables = await run(extras, ["cat", "/proc/net/tcp", "/proc/net/tcp6"], signal);
  if (typeof tables === "string") {
    return tables;
  }
  const { stdout } = tables;
  const end = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const found = stdout.split("\n").some((line) => {
    const [, local = "", , state] = line.trim().split(/\s+/);
    return local.endsWith(end) && state === listening;
  });
  return found ? undefined : "is not listened on";
}

async function httpMissing(
  { container, clock }: Extras,
  path: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const address = await container.address();
  if (address === undefined) {
    return "has no address to be asked at";
  }
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  try {
    const url = new URL(`http://${host}:${address.port}${path}`);
    const via = container.dial === undefined ? {} : { dial: container.dial };
    const asked = askOnce(url, { method: "GET" }, clock, via);
    const { status } = await within(asked, httpTimeoutMs, () => new Error("is late"));
    return status >= 200 && status < 300 ? undefined : `answers with status ${status}`;
  } catch {
    signal.throwIfAborted();
    return "is not answered";
  }
}

async function execMissing(
  extras: Extras,
  command: readonly string[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const ran = await run(extras, command, signal);
  if (typeof ran === "string") {
    return ran;
  }
  return ran.exitCode === 0 ? undefined : `exits with code ${ran.exitCode}`;
}

/** What came of a command, or why it could not be done. Rejects SERVER_COMMAND_NOT_FOUND and with the signal's reason. */
async function run(
  { container, engine }: Extras,
  command: readonly string[],
  signal: AbortSignal,
): Promise<ExecResult | string> {
  try {
    return await engine.exec(container.id, command, signal);
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "SERVER_COMMAND_NOT_FOUND" || signal.aborted) {
      throw thrown;
    }
    // A container that is just starting, ending or frozen refuses commands; its end is told elsewhere.
    return `could not be done: ${fault.message}`;
  }
}
