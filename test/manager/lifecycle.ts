import { onTestFinished } from "vitest";
import type { CallContext, ServerReply } from "../../src/api/index.ts";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import type { Manager } from "../../src/manager/index.ts";
import { type RecordReader, readRecord, type TransitionRow } from "../../src/record/index.ts";
import { faulty, openManager, runRequest } from "./play.ts";

/** A call that nobody calls off. */
export const context: CallContext = {
  progress: () => undefined,
  signal: new AbortController().signal,
};

export interface Kept {
  readonly manager: Manager;
  readonly engine: Engine;
  /** Calls a tool of `srv`; rejects as the session does. */
  readonly call: (
    tool: string,
    args: Record<string, unknown>,
    timeoutMs?: number,
  ) => Promise<ServerReply>;
  /** Codes of what was found. */
  readonly findings: () => Promise<readonly string[]>;
  /** Plays a run file in the same manager. */
  readonly play: (text: string) => Promise<void>;
  /** Its way so far. */
  readonly states: () => Promise<readonly string[]>;
  /** The same of a server, `srv` if none is named. */
  readonly transitions: (server?: string) => Promise<readonly TransitionRow[]>;
  /** How many containers the manager has on the engine. */
  readonly containers: () => Promise<number>;
}

/** A manager that has played one ping against the server `srv` of a mode, and left it running. */
export function keepRunning(mode: string, ...more: readonly string[]): Promise<Kept> {
  return keepServers({ srv: faulty("srv", mode, ...more) });
}

/** The same with servers of any number, given as their entries under `servers:`; `prepare` may add to the workspace. */
export async function keepServers(
  servers: Readonly<Record<string, string>>,
  prepare: (workspace: string) => void = () => undefined,
): Promise<Kept> {
  const [first = ""] = Object.keys(servers);
  const { manager, workspace, recordFile } = openManager();
  prepare(workspace);
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  onTestFinished(async () => {
    await manager.shutdown();
    engine.close();
  });
  const play = async (text: string) => {
    await manager.runScenarios(runRequest(text, workspace, { keepRunning: true }), context);
  };
  await play(`version: 1
servers:
${Object.values(servers).join("\n")}
scenarios:
${Object.keys(servers)
  .map((name) => `  - { name: ${name}, server: ${name}, steps: [{ ping: true }] }`)
  .join("\n")}
`);
  async function read<T>(from: (reader: RecordReader) => T): Promise<T> {
    // Asking for its logs writes out what the record still holds back.
    await manager.logs({ serverName: first, lines: 1, follow: false }, context);
    using reader = readRecord(recordFile);
    return from(reader);
  }
  const transitions = (server = first) => read((reader) => [...reader.transitions(server)]);
  return {
    manager,
    engine,
    play,
    call: (tool, args, timeoutMs = 10_000) =>
      manager.sendRequest(
        {
          serverName: "srv",
          method: "tools/call",
          params: { name: tool, arguments: args },
          timeoutMs,
        },
        context,
      ),
    findings: () => read((reader) => reader.findings().map(({ code }) => code)),
    transitions,
    states: async () => (await transitions()).map(({ state }) => state),
    containers: async () => {
      const run = `io.github.docker-mcp-manager.run=${manager.ownership.runId}`;
      return (await engine.listLabelled([run])).filter(({ kind }) => kind === "container").length;
    },
  };
}

/** Resolves as soon as a condition holds, which is looked at every 20 ms; rejects after 15 s. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = systemClock.monotonicMs() + 15_000;
  while (!(await holds())) {
    if (systemClock.monotonicMs() > endMs) {
      throw new Error("the condition did not come to hold within 15 s");
    }
    await systemClock.sleep(20);
  }
}
