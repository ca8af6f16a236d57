import { within } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";
import type { ServerAction } from "../../scenario/index.ts";
import type { World } from "../world.ts";
import { containerOf } from "./container-of.ts";
import type { Life } from "./life.ts";
import { readFile } from "./read-file.ts";

/** What verbs need of a server; a ManagedServer is one. */
export interface Actable {
  readonly name: string;
  /** Throws SERVER_NOT_RUNNING. */
  readonly life: Life;
  readonly hasContainer: boolean;
  readonly isRunning: boolean;
  readonly facts: {
    readonly exitCode: number | null;
    readonly revision: string | null;
    readonly readyMs: number | null;
  };
  start(progress: (line: string) => void, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  pause(): Promise<void>;
  unpause(): Promise<void>;
  /** Opens a session to what runs. */
  reconnect(signal: AbortSignal): Promise<void>;
  /** The next end of it is meant, and no failure. */
  expectEnd(): void;
}

export interface VerbOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Signals that a process may well live through. */
const harmless = new Set([
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH",
  "SIGCONT",
  "SIGSTOP",
  "SIGTSTP",
  "SIGURG",
  "SIGCHLD",
]);
/** A server that catches SIGTERM, or ignores it, need not end: no step is to wait long for it. */
const endMs = 5_000;

/**
 * Does a server verb and gives what a step looks into.
 *
 * Rejects CALL_TIMED_OUT after the step's timeout, SERVER_NOT_RUNNING when there is nothing to act on, USAGE when the
 * server has no container, and what starting it rejects.
 */
export async function actOn(
  server: Actable,
  action: ServerAction,
  options: VerbOptions,
  world: World,
): Promise<unknown> {
  const late = () =>
    new Fault(
      "CALL_TIMED_OUT",
      `${action.verb} of server "${server.name}" was not done within ${options.timeoutMs} ms`,
    );
  const enough = new AbortController();
  const signal = AbortSignal.any([options.signal, enough.signal]);
  try {
    return await within(
      act(server, action, { ...options, signal }, world),
      options.timeoutMs,
      late,
    );
  } finally {
    enough.abort();
  }
}

async function act(
  server: Actable,
  action: ServerAction,
  options: VerbOptions,
  world: World,
): Promise<unknown> {
  const { signal } = options;
  switch (action.verb) {
    case "start":
      if (server.isRunning) {
        throw new Fault("USAGE", `Start server "${server.name}": it runs already`);
      }
      return start(server, signal);
    case "restart":
      return start(server, signal);
    case "stop":
      containerOf(server);
      await server.stop();
      return { exit_code: server.facts.exitCode };
    case "connect":
      if (server.life.container !== null) {
        await server.life.container.connect();
        server.life.container.news?.expectCut(false);
      }
      await server.reconnect(signal);
      return readyOf(server);
    case "disconnect":
      return disconnect(server);
    case "pause":
      await server.pause();
      return {};
    case "unpause":
      await server.unpause();
      return {};
    case "exec": {
      const engine = await world.engine();
      const { exitCode, ...output } = await engine.exec(
        containerOf(server).id,
        action.command,
        signal,
      );
      return { exit_code: exitCode, stdout: output.stdout, stderr: output.stderr };
    }
    case "read_file":
      return readFile(await world.engine(), containerOf(server).id, server.name, action.target);
    case "kill":
      return kill(server, action.target || "SIGKILL", options, world);
  }
}

async function start(server: Actable, signal: AbortSignal): Promise<unknown> {
  if (server.hasContainer) {
    containerOf(server);
    await server.stop();
  }
  await server.start(() => undefined, signal);
  return readyOf(server);
}

/** Taken off its network, so that what is on its way is lost; one that runs elsewhere only loses its session. */
async function disconnect({ life }: Actable): Promise<unknown> {
  if (life.container === null) {
    await life.cut();
    return {};
  }
  life.container.news?.expectCut(true);
  await life.container.disconnect();
  if (life.session.transport !== "stdio") {
    // Not awaited: the goodbye of the session cannot reach the server any more.
    void life.cut();
  }
  return {};
}

/** Sends a signal; of one that ends most programs, waits for that end. */
async function kill(
  server: Actable,
  name: string,
  { timeoutMs, signal }: VerbOptions,
  { engine, clock }: World,
): Promise<unknown> {
  const { id, exited } = containerOf(server);
  if (harmless.has(name)) {
    await (await engine()).kill(id, name);
    return { exited: false };
  }
  server.expectEnd();
  await (await engine()).kill(id, name);
  const late = clock.sleep(Math.min(endMs, timeoutMs / 2), signal).catch(() => undefined);
  const exit = await Promise.race([exited, late]);
  return exit === undefined ? { exited: false } : { exited: true, exit_code: exit.exitCode };
}

function readyOf({ facts }: Actable): unknown {
  return { revision: facts.revision, ready_ms: facts.readyMs };
}
