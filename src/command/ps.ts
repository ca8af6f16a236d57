import { connectManager } from "../api/index.ts";
import { exitCodes } from "../fault/index.ts";
import { runningManagers } from "../manager/index.ts";
import { bytes, duration, forTerminal, table } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import type { ParsedCommand } from "./parse.ts";
import { announcements } from "./publish.ts";

/** `ps`: the servers of every manager this user has running. */
export async function ps(command: ParsedCommand, io: CommandIo): Promise<number> {
  const rows: Record<string, unknown>[] = [];
  for (const manager of runningManagers(announcements(io))) {
    const client = await connectManager(manager, io.version);
    const { servers } = await client.call("docker_list_servers", {});
    // The tool's output schema says that it is a list of objects.
    rows.push(
      ...(servers as Record<string, unknown>[]).map((server) => ({
        run_id: manager.runId,
        ...server,
      })),
    );
    await client.close();
  }
  if (command.flag("json")) {
    io.out(`${JSON.stringify(rows, null, 2)}\n`);
  } else if (rows.length === 0) {
    io.out("No servers: no manager is running.\n");
  } else {
    io.out(
      `${table([["SERVER", "TYPE", "STATUS", "READY IN", "MEMORY", "REVISION", "RUN"], ...rows.map(cells)])}\n`,
    );
  }
  return exitCodes.passed;
}

function cells(row: Record<string, unknown>): string[] {
  const ready = row["ready_ms"];
  const memory = row["memory_bytes"];
  return [
    String(row["server_name"]),
    String(row["server_type"]),
    String(row["status"]),
    typeof ready === "number" ? duration(ready) : "–",
    typeof memory === "number" ? bytes(memory) : "–",
    typeof row["revision"] === "string" ? row["revision"] : "–",
    String(row["run_id"]).slice(0, 12),
  ].map(forTerminal);
}
