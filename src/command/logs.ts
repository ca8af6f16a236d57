import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { connectManager, type ManagerClient } from "../api/index.ts";
import { exitCodes, Fault } from "../fault/index.ts";
import { type Announcement, runningManagers } from "../manager/index.ts";
import { readRecord } from "../record/index.ts";
import { forTerminal } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { defaultOut, type ParsedCommand, parseCount, parseTime } from "./parse.ts";
import { announcements } from "./publish.ts";

interface Line {
  readonly at: string;
  readonly stream: string;
  readonly text: string;
}

/** `logs NAME`: from the running manager that has the server, else from the record of a finished run. */
export async function logs(command: ParsedCommand, io: CommandIo): Promise<number> {
  const name = command.positionals[0];
  if (name === undefined) {
    throw new Fault("USAGE", "logs: name the server.");
  }
  const lines = parseCount("tail", command.text("tail"), 100, 1, 10_000);
  const sinceMs = parseTime("since", command.text("since"));
  const manager = await managerOf(name, io);
  if (manager === undefined) {
    printRecorded(command, io, { server: name, tail: lines }, sinceMs);
    return exitCodes.passed;
  }
  const since = command.text("since");
  const answer = await manager.call("docker_get_logs", {
    server_name: name,
    lines,
    ...(since === undefined ? {} : { since }),
  });
  // The tool's output schema says so.
  print(answer["lines"] as readonly Line[], command, io);
  if (command.flag("follow")) {
    const progress = (line: string) => io.out(`${forTerminal(line)}\n`);
    await manager
      .call(
        "docker_get_logs",
        { server_name: name, lines: 1, follow: true },
        { progress, signal: io.signal },
      )
      .catch((error: unknown) => {
        if (!io.signal.aborted) {
          throw error;
        }
      });
  }
  await manager.close();
  return exitCodes.passed;
}

async function managerOf(server: string, io: CommandIo): Promise<ManagerClient | undefined> {
  for (const announcement of runningManagers(announcements(io)) satisfies readonly Announcement[]) {
    const client = await connectManager(announcement, io.version);
    const { servers } = await client.call("docker_list_servers", {});
    if ((servers as readonly { server_name: string }[]).some((row) => row.server_name === server)) {
      return client;
    }
    await client.close();
  }
  return undefined;
}

function printRecorded(
  command: ParsedCommand,
  io: CommandIo,
  query: { readonly server: string; readonly tail: number },
  sinceMs: number | undefined,
): void {
  const file = join(resolve(io.cwd, command.text("out") ?? defaultOut), "run.db");
  if (!existsSync(file)) {
    throw new Fault(
      "SERVER_NOT_FOUND",
      `No running manager has a server "${query.server}", and there is no record at ${file}.`,
    );
  }
  using reader = readRecord(file);
  const known = reader.servers().map((server) => server.name);
  if (!known.includes(query.server)) {
    throw new Fault(
      "SERVER_NOT_FOUND",
      `The record at ${file} has no server "${query.server}"; it has: ${known.join(", ")}.`,
    );
  }
  const rows = reader.logs({
    ...query,
    ...(sinceMs === undefined ? {} : { sinceMs: io.clock.nowMs() - sinceMs }),
  });
  const lines = Array.from(rows, (row) => ({
    at: new Date(row.atMs).toISOString(),
    stream: row.stream,
    text: row.text,
  }));
  print(lines, command, io);
}

function print(lines: readonly Line[], command: ParsedCommand, io: CommandIo): void {
  for (const line of lines) {
    io.out(
      command.flag("json")
        ? `${JSON.stringify(line)}\n`
        : `${line.at} ${line.stream} ${forTerminal(line.text)}\n`,
    );
  }
}
