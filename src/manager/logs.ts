import type { CallContext, LogLine, LogsRequest } from "../api/index.ts";
import type { Clock } from "../clock/index.ts";
import { type RecordWriter, readRecord, type StoredLog } from "../record/index.ts";
import type { ManagedServer } from "./server/managed-server.ts";

const followEveryMs = 200;

/** The last lines of a server out of the record, oldest first. */
export function recentLogs(
  recordFile: string,
  request: LogsRequest,
  clock: Clock,
): readonly LogLine[] {
  using reader = readRecord(recordFile);
  const sinceMs = request.sinceMs === undefined ? undefined : clock.nowMs() - request.sinceMs;
  const rows = reader.logs({
    server: request.serverName,
    tail: request.lines,
    ...(sinceMs === undefined ? {} : { sinceMs }),
  });
  return Array.from(rows, viewLine);
}

/** Reports every line written from now on as progress, until the call is cancelled or the server has ended. */
export async function followLogs(
  recordFile: string,
  server: Pick<ManagedServer, "name" | "isRunning">,
  record: RecordWriter,
  context: CallContext,
  clock: Clock,
): Promise<void> {
  using reader = readRecord(recordFile);
  let seen = lastId(reader.logs({ server: server.name, tail: 1 }));
  while (!context.signal.aborted) {
    const running = server.isRunning;
    record.flush();
    for (const row of reader.logs({ server: server.name, afterId: seen })) {
      context.progress(`${row.stream}: ${row.text}`);
      seen = row.id;
    }
    if (!running) {
      return;
    }
    await clock.sleep(followEveryMs, context.signal).catch(() => undefined);
  }
}

function lastId(rows: Iterable<StoredLog>): number {
  let id = 0;
  for (const row of rows) {
    id = row.id;
  }
  return id;
}

function viewLine(row: StoredLog): LogLine {
  return { atMs: row.atMs, stream: row.stream, text: row.text };
}
