import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { localClient } from "../api/index.ts";
import { headOf, recordedClient, serversOf } from "../draft/index.ts";
import { exitCodes } from "../fault/index.ts";
import { readRecord } from "../record/index.ts";
import { forTerminal } from "../text/index.ts";
import { holdPassingManager } from "./hold-manager.ts";
import type { CommandIo } from "./io.ts";
import { proxy } from "./proxy.ts";
import { startForDraft } from "./start-for-draft.ts";

export interface ClientRecording {
  /** The run file that declares the server. */
  readonly file: { readonly path: string; readonly text: string };
  readonly server: string;
  /** Where the recording goes. */
  readonly to: string;
  /** What servers may relax of their isolation. */
  readonly allow: readonly string[];
}

/**
 * `run --record FILE --stdio SERVER`: stands between an MCP client, which started this process, and the server, and
 * writes down what was said once the client has gone.
 */
export async function recordClient(
  { file, server, to, allow }: ClientRecording,
  io: CommandIo,
): Promise<number> {
  const { manager, folder } = holdPassingManager(io, allow);
  const client = localClient(manager);
  const say = (line: string) => io.err(`${forTerminal(line)}\n`);
  const record = join(folder, "run.db");
  try {
    const servers = serversOf(file.text);
    const head = headOf(file.text);
    const about = { path: file.path, head, server, folder, io, signal: io.signal, say };
    await startForDraft(client, servers, about);
    const fromMs = io.clock.nowMs();
    await proxy({
      manager: client,
      server,
      record,
      input: io.stdin(),
      output: io.out,
      signal: io.signal,
    });
    // Clients kill what does not end within seconds of its stdin, so the recording comes before the teardown. Reading
    // logs puts on the disk what the manager still holds back.
    await client.call("docker_get_logs", { server_name: server, lines: 1 });
    using reader = readRecord(record);
    const text = recordedClient(file.text, server, reader.wire({ server, sinceMs: fromMs }));
    if (text === undefined) {
      say("The client asked the server nothing, so nothing was written.");
      return exitCodes.passed;
    }
    writeFileSync(resolve(io.cwd, to), text);
    say(`Recorded: ${to}`);
    return exitCodes.passed;
  } finally {
    await client.call("docker_shutdown", {});
    rmSync(folder, { recursive: true, force: true });
  }
}
