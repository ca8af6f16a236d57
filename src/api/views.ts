import { z } from "zod";
import type { LogLine, RunSummary, ServerReply, ServerView } from "./operations.ts";

/** The shapes tools answer with: the operations' views in the snake_case of the tool arguments. */

export const serverView = z.object({
  server_name: z.string(),
  role: z.enum(["server", "service"]).describe("A service is a container beside the servers."),
  server_type: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  image: z.string().nullable(),
  container_id: z.string().nullable(),
  revision: z.string().nullable().describe("MCP revision negotiated."),
  url: z
    .string()
    .nullable()
    .describe("Address on this machine that leads to it, where the run file has http.publish."),
  ready_ms: z.number().nullable().describe("From start to the first MCP answer."),
  started_at: z.string().nullable().describe("ISO 8601, UTC."),
  exit_code: z.number().nullable(),
  cpu_percent: z.number().nullable().describe("Share of one core at the last sample."),
  memory_bytes: z.number().nullable().describe("Working set at the last sample."),
  tools: z.array(z.string()),
});

export function viewServer(server: ServerView): z.output<typeof serverView> {
  return {
    server_name: server.name,
    role: server.role,
    server_type: server.serverType,
    status: server.state,
    reason: server.reason,
    image: server.image,
    container_id: server.containerId,
    revision: server.revision,
    url: server.url,
    ready_ms: server.readyMs,
    started_at: server.startedAtMs === null ? null : isoTime(server.startedAtMs),
    exit_code: server.exitCode,
    cpu_percent: server.cpuPercent,
    memory_bytes: server.memoryBytes,
    tools: [...server.tools],
  };
}

export const logLine = z.object({ at: z.string(), stream: z.string(), text: z.string() });

export function viewLogLine(line: LogLine): z.output<typeof logLine> {
  return { at: isoTime(line.atMs), stream: line.stream, text: line.text };
}

export const runSummary = z.object({
  run_id: z.string(),
  outcome: z.enum(["passed", "failed", "broken", "skipped"]),
  exit_code: z.number(),
  passed: z.number(),
  failed: z.number(),
  broken: z.number(),
  skipped: z.number(),
  findings: z.number(),
  record_path: z.string(),
  fault: z
    .object({
      code: z.string(),
      message: z.string(),
      hint: z.string(),
      problems: z.array(
        z.object({
          file: z.string(),
          line: z.number(),
          column: z.number(),
          message: z.string(),
          hint: z.string().optional(),
        }),
      ),
    })
    .nullable()
    .describe("Set when the run as a whole could not be done."),
});

export function viewRun(summary: RunSummary): z.input<typeof runSummary> {
  return {
    run_id: summary.runId,
    outcome: summary.outcome,
    exit_code: summary.exitCode,
    passed: summary.passed,
    failed: summary.failed,
    broken: summary.broken,
    skipped: summary.skipped,
    findings: summary.findings,
    record_path: summary.recordPath,
    fault:
      summary.fault === null ? null : { ...summary.fault, problems: [...summary.fault.problems] },
  };
}

export const serverReply = z.object({
  duration_ms: z.number(),
  result: z.json().optional().describe("What the server answered; left out for an error."),
  error: z
    .object({ code: z.number(), message: z.string(), data: z.json().optional() })
    .optional()
    .describe("The JSON-RPC error the server answered with."),
});

export function viewReply(reply: ServerReply): z.output<typeof serverReply> {
  // What came over the wire was parsed from JSON.
  const json = (value: unknown) => value as z.output<ReturnType<typeof z.json>>;
  if (!("error" in reply)) {
    return { duration_ms: reply.durationMs, result: json(reply.result) };
  }
  const { code, message, data } = reply.error;
  const error = { code, message, ...(data === undefined ? {} : { data: json(data) }) };
  return { duration_ms: reply.durationMs, error };
}

function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
