import type { RecordWriter } from "../../src/record/index.ts";
import { startMs, step } from "./fixture.ts";
import { hostile } from "./hostile.ts";

/** A run in which every text that comes from outside is hostile: one server, scenario, step, finding and log per text. */
export function fillHostileRun(record: RecordWriter): void {
  record.run({
    runId: "r",
    startedAtMs: startMs,
    runFile: "mcp-manager.yml",
    productVersion: "0.1.0",
    engineName: hostile[0] ?? "",
    engineVersion: "1",
    runFileText: hostile.join("\n"),
  });
  for (const [index, text] of hostile.entries()) {
    const server = `${index} ${text}`;
    fillServer(record, server, text);
    const scenario = record.beginScenario({
      name: text,
      servers: server,
      line: index + 1,
      column: 1,
      tags: text,
      revision: text,
      trials: 2,
      trialsPassed: 0,
    });
    const id = record.step(
      step(scenario, {
        server,
        verb: "call",
        target: text,
        outcome: "failed",
        reason: text,
        argumentsJson: JSON.stringify({ [text]: text }),
        resultJson: text,
        blame: "server",
        rowLabel: text,
        note: text,
        attempts: 3,
        attemptsPassed: 1,
      }),
      [
        {
          place: text,
          predicate: "equals",
          ok: false,
          expected: text,
          actual: `${text}\n`.repeat(6),
          line: index + 1,
          column: 2,
        },
        {
          place: text,
          predicate: "equals",
          ok: false,
          expected: JSON.stringify({ [text]: text }),
          actual: `${JSON.stringify({ [text]: [text] })} (/x is ${text})`,
          line: index + 1,
          column: 2,
        },
      ],
    );
    record.endScenario(scenario, { outcome: "failed", reason: text, durationMs: 3 });
    record.finding({
      server,
      code: text,
      severity: index % 2 === 0 ? "error" : "warning",
      message: text,
      reference: text,
      atMs: startMs,
      stepId: id,
    });
    fillEvents(record, server, text);
  }
  record.run({ endedAtMs: startMs + 5_000, outcome: "failed", exitCode: 1 });
}

function fillEvents(record: RecordWriter, server: string, text: string): void {
  const event = (kind: string, about: string | null, data: unknown) =>
    record.event({ atMs: startMs, kind, server: about, data: JSON.stringify(data) });
  const differences = [{ position: 0, what: text, first: text, second: text }];
  event("parity", null, { scenario: text, protocols: [text, text], differences });
  event("egress", server, { target: text, outcome: text, reason: text });
  event("context-cost", server, {
    tools: [{ name: text, bytes: 1, tokens: 1 }],
    bytes: 1,
    tokens: 1,
  });
}

function fillServer(record: RecordWriter, server: string, text: string): void {
  record.server(server, {
    template: text,
    image: text,
    transport: text,
    revision: text,
    serverName: text,
    serverVersion: text,
    readyMs: 5,
    isolation: JSON.stringify({ [text]: [text] }),
  });
  record.transition({ server, atMs: startMs + 5, state: "ready", reason: text });
  record.transition({ server, atMs: startMs + 9, state: "failed", reason: text });
  record.sample({
    server,
    atMs: startMs + 5,
    cpuMs: 1,
    cpuPercent: 1,
    memoryBytes: 5,
    memoryLimitBytes: null,
    rxBytes: 0,
    txBytes: 0,
    pids: 1,
  });
  const during = startMs + 1_001;
  record.log({ server, stream: "stderr", atMs: during, text, bytes: 1, truncated: false });
  const told = JSON.stringify({ method: "notifications/message", params: text });
  record.wire({
    server,
    direction: "received",
    atMs: during,
    text: told,
    bytes: 1,
    truncated: false,
  });
  record.log({ server, stream: "stderr", atMs: startMs, text, bytes: 1, truncated: false });
  record.wire({ server, direction: "received", atMs: startMs, text, bytes: 1, truncated: true });
}
