import type { RecordWriter } from "../../src/record/index.ts";
import { startMs, step } from "./fixture.ts";

/** Three servers, of which one never became ready; one step fails, one is broken, one skipped; two findings. */
export function fillSmallRun(record: RecordWriter): void {
  record.run({
    runId: "0123456789abcdef0123456789abcdef",
    startedAtMs: startMs,
    runFile: "mcp-manager.yml",
    runFileText: "version: 1\nservers:\n  everything: { template: npm }\n",
    productVersion: "0.1.0",
    engineName: "Docker Engine",
    engineVersion: "29.0.1",
    engineApiVersion: "1.52",
  });
  fillServers(record);
  fillScenarios(record);
  record.finding({
    server: "memory",
    code: "ignores-sigterm",
    severity: "error",
    message: 'Server "memory" ignored SIGTERM for 2 s and had to be killed',
    atMs: startMs + 6_000,
    stepId: null,
  });
  record.finding({
    server: "everything",
    code: "stdout-pollution",
    severity: "warning",
    message: 'Server "everything" printed "starting up" on stdout, which is not a message',
    atMs: startMs + 800,
    stepId: 1,
  });
  record.event({
    atMs: startMs + 10,
    kind: "audit",
    server: "everything",
    data: '{"call":"create"}',
  });
  record.run({ endedAtMs: startMs + 7_250, outcome: "failed", exitCode: 3 });
}

function fillServers(record: RecordWriter): void {
  for (const [index, name] of ["everything", "memory", "filesystem"].entries()) {
    const ready = name !== "filesystem";
    record.server(name, {
      template: "npm",
      transport: "stdio",
      image: `mcp/${name}:1`,
      ...(name === "memory"
        ? {
            imageId: `sha256:${"1".repeat(64)}`,
            packageVersion: "1.4.2",
            packages: 91,
            bases: JSON.stringify([{ reference: "node:24", id: "sha256:2", digest: "sha256:3" }]),
          }
        : {}),
      line: 3 + index,
      column: 3,
      isolation: '{"user":"1000:1000","network":"none","capabilities":[]}',
      stdoutBytes: 4_096,
      stderrBytes: 512,
      ...(ready
        ? {
            revision: "2025-11-25",
            serverName: `mcp-${name}`,
            serverVersion: "2.0.0",
            readyMs: 640.4 + index * 100,
          }
        : {}),
    });
    record.transition({ server: name, atMs: startMs + 20, state: "building", reason: null });
    record.transition({ server: name, atMs: startMs + 220, state: "starting", reason: null });
    if (ready) {
      record.transition({ server: name, atMs: startMs + 860, state: "ready", reason: null });
      record.transition({ server: name, atMs: startMs + 5_000, state: "stopping", reason: null });
      record.transition({ server: name, atMs: startMs + 5_600, state: "removed", reason: null });
      fillOutput(record, name);
    } else {
      const reason = "exited with code 1 before it was ready";
      record.transition({ server: name, atMs: startMs + 900, state: "failed", reason });
    }
  }
}

function fillOutput(record: RecordWriter, server: string): void {
  for (let index = 0; index < 40; index++) {
    const atMs = startMs + 300 + index * 120;
    record.sample({
      server,
      atMs,
      cpuMs: index * 12,
      cpuPercent: index === 0 ? null : 10 + 8 * Math.sin(index / 3),
      memoryBytes: Math.round(60 * 2 ** 20 * (1 - Math.exp(-index / 6))) + index * 90_000,
      memoryLimitBytes: 128 * 2 ** 20,
      rxBytes: 0,
      txBytes: 0,
      pids: 11,
    });
  }
  record.log({
    server,
    stream: "stderr",
    atMs: startMs + 700,
    text: "listening on stdio",
    bytes: 18,
    truncated: false,
  });
  record.log({
    server,
    stream: "stdout",
    atMs: startMs + 800,
    text: "starting up",
    bytes: 11,
    truncated: false,
  });
  const sent = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
  record.wire({
    server,
    direction: "sent",
    atMs: startMs + 870,
    text: sent,
    bytes: sent.length,
    truncated: false,
  });
  const received = '{"jsonrpc":"2.0","id":1,"result":{"tools":[]}}';
  record.wire({
    server,
    direction: "received",
    atMs: startMs + 872,
    text: received,
    bytes: received.length,
    truncated: false,
  });
}

function fillScenarios(record: RecordWriter): void {
  const sum = record.beginScenario({
    name: "echo and sum",
    servers: "everything",
    line: 10,
    column: 5,
    startedAtMs: startMs + 1_000,
  });
  record.step(step(sum), [
    {
      place: "text",
      predicate: "contains",
      ok: true,
      expected: '"hello"',
      actual: '"Echo: hello"',
      line: 14,
      column: 19,
    },
  ]);
  record.step(
    step(sum, {
      position: 1,
      target: "get-sum",
      outcome: "failed",
      reason: 'text contains "6" is false: it is "The sum of 2 and 3 is 5."',
      blame: "server",
      startedAtMs: startMs + 1_300,
      durationMs: 812.6,
      argumentsJson: '{"a":2,"b":3}',
      resultJson: '{"content":[{"type":"text","text":"The sum of 2 and 3 is 5."}]}',
      line: 15,
      column: 9,
    }),
    [
      {
        place: "text",
        predicate: "contains",
        ok: false,
        expected: '"6"',
        actual: '"The sum of 2 and 3 is 5."',
        line: 17,
        column: 19,
      },
      {
        place: "duration",
        predicate: "below",
        ok: true,
        expected: "1000",
        actual: "812.6",
        line: 18,
        column: 19,
      },
    ],
  );
  record.step(
    step(sum, {
      position: 2,
      verb: "ping",
      target: "",
      outcome: "skipped",
      reason: "an earlier step failed",
      durationMs: 0,
      line: 20,
      argumentsJson: null,
      resultJson: null,
    }),
    [],
  );
  record.endScenario(sum, {
    outcome: "failed",
    reason: 'call get-sum: text contains "6" is false',
    durationMs: 1_120,
  });

  const graph = record.beginScenario({
    name: "graph",
    servers: "memory",
    line: 22,
    column: 5,
    startedAtMs: startMs + 2_000,
  });
  record.step(
    step(graph, {
      server: "memory",
      target: "read_graph",
      startedAtMs: startMs + 2_050,
      durationMs: 31,
      line: 24,
    }),
    [],
  );
  record.step(
    step(graph, {
      server: "memory",
      position: 1,
      verb: "list",
      target: "tools",
      startedAtMs: startMs + 2_600,
      durationMs: 240,
      line: 26,
      argumentsJson: null,
    }),
    [
      {
        place: "$.tools",
        predicate: "length",
        ok: true,
        expected: "9",
        actual: "9",
        line: 27,
        column: 19,
      },
    ],
  );
  record.endScenario(graph, { outcome: "passed", durationMs: 840 });

  const files = record.beginScenario({
    name: "files",
    servers: "filesystem",
    line: 30,
    column: 5,
    startedAtMs: startMs + 900,
  });
  record.step(
    step(files, {
      server: "filesystem",
      target: "read_file",
      outcome: "broken",
      reason: 'Server "filesystem" exited with code 1 before it was ready',
      faultCode: "SERVER_EXITED_EARLY",
      blame: "server",
      durationMs: 0,
      startedAtMs: startMs + 900,
      resultJson: null,
      resultBytes: 0,
      line: 32,
    }),
    [],
  );
  record.endScenario(files, {
    outcome: "broken",
    reason: 'Server "filesystem" exited with code 1 before it was ready',
    durationMs: 0,
  });
}
