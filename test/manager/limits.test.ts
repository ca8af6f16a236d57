import { expect, test } from "vitest";
import type { ServerSpec } from "../../src/config/index.ts";
import { limitFindings } from "../../src/manager/server/limit-findings.ts";
import { buildReport } from "../../src/report/index.ts";
import { image, outcomes, play } from "./play.ts";

/** Answers every call once `work` is done; `work` may use \`done\`. */
function server(work: string): string {
  return `
  const { spawn } = require("child_process");
  require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id, method, params } = JSON.parse(line);
    const send = (result) => console.log(JSON.stringify({ jsonrpc: "2.0", id, result }));
    const done = (text) => send({ content: [{ type: "text", text: String(text) }] });
    if (method === "initialize") {
      send({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } });
    } else if (method === "tools/list") {
      send({ tools: [{ name: "work", inputSchema: { type: "object" } }] });
    } else if (method === "tools/call") {
      ${work}
    }
  }).on("close", () => process.exit());
`;
}

function runFile(work: string, limits: string): string {
  return `version: 1
servers:
  a:
    image: ${image}
    command: ["node", "-e", ${JSON.stringify(server(work))}]
    protocol: legacy
    limits: ${limits}
scenarios:
  - { name: one, server: a, steps: [{ call: work, timeout: 30s, expect: { text: done } }] }
`;
}

test("F39 a child that is killed for memory is named, though the server goes on", async () => {
  const eat = "const all = []; for (;;) all.push(Buffer.alloc(2 ** 20, 1))";
  const work = `spawn("node", ["-e", ${JSON.stringify(eat)}]).on("exit", () => setTimeout(() => done("done"), 1500));`;
  const { record } = await play(runFile(work, "{ memory: 128MiB }"));
  expect(outcomes(record)).toEqual(["call work: passed"]);
  expect(record.findings()).toContainEqual(
    expect.objectContaining({
      server: "a",
      code: "memory-kill",
      severity: "error",
      message: expect.stringMatching(/goes on, but 1 process .* the limit of 128 MiB$/),
    }),
  );
});

test("F51 a server that forks without end meets its limit of processes, which is named; nothing is left", async () => {
  const work = `for (let i = 0; i < 200; i += 1) spawn("sleep", ["30"]).on("error", () => undefined);
      setTimeout(() => done("done"), 1500);`;
  const { record, summary } = await play(runFile(work, "{ pids: 32 }"));
  expect(outcomes(record)).toEqual(["call work: passed"]);
  expect(record.findings()).toContainEqual(
    expect.objectContaining({
      code: "process-limit",
      message: expect.stringMatching(
        /refused a process or thread \d+ times at its limit of 32; limits\.pids raises it$/,
      ),
    }),
  );
  expect(summary.fault).toBeNull();
});

test("F53 a server that spins on every core is held to its own", async () => {
  const work = `const all = Array.from({ length: 4 }, () => spawn("sh", ["-c", "while :; do :; done"]));
      setTimeout(() => { for (const each of all) each.kill("SIGKILL"); done("done"); }, 2000);`;
  const { record } = await play(runFile(work, "{ cpus: 0.2 }"));
  expect(outcomes(record)).toEqual(["call work: passed"]);
  const samples = [...record.samples("a")];
  const [first, last] = [samples.at(0), samples.at(-1)];
  const cores =
    ((last?.cpuMs ?? 0) - (first?.cpuMs ?? 0)) / ((last?.atMs ?? 0) - (first?.atMs ?? 0));
  expect(cores).toBeLessThan(0.25);
});

test("F53 a server that was kept waiting by its limit of cores is told so, unless it was for moments", () => {
  const spec = { limits: { cpus: 0.2, memory: 0, pids: 1 } as ServerSpec["limits"] };
  const found = (throttledMs: number) =>
    limitFindings("a", spec, { stop: null, hits: { memoryKills: 0, pidsRefused: 0, throttledMs } });
  expect(found(9_999)).toEqual([]);
  expect(found(12_300)).toMatchObject([
    {
      code: "core-limit",
      message:
        'Server "a" had work and was kept waiting for 12.3 s by its limit of 0.2 cores; limits.cpus raises it',
    },
  ]);
});

test("F52 a server that writes until its disk is full meets the end of its /tmp, and its image cannot be written", async () => {
  const work = `const fs = require("fs");
      const fill = (path) => { try { for (;;) fs.appendFileSync(path, Buffer.alloc(2 ** 20)); } catch (error) { return error.code; } };
      const found = [fill("/tmp/x"), fill("/x")].join();
      done(found === "ENOSPC,EROFS" ? "done" : found);`;
  const { record } = await play(runFile(work, "{ memory: 256MiB }"));
  expect(outcomes(record)).toEqual(["call work: passed"]);
});

test("F26 more cores or memory than the engine's host has is told as that", async () => {
  for (const [limits, why] of [
    ["{ cpus: 512 }", /its limit of 512 cores is more than the engine's host has, \d+$/],
    [
      "{ memory: 1024GiB }",
      /its limit of memory, 1048576 MiB, is more than the engine's host has, \d+ MiB/,
    ],
  ] as const) {
    const { record, summary } = await play(runFile("", limits));
    expect(summary.outcome).toBe("broken");
    expect(record.servers()[0]?.reason).toMatch(why);
    expect(record.steps()[0]).toMatchObject({ faultCode: "LIMIT_NOT_POSSIBLE" });
  }
});

test("F26 a limit that no engine takes is refused where it stands", async () => {
  for (const [limits, why] of [
    ["{ memory: 0B }", "is out of range; allowed are 6MiB to"],
    ["{ memory: 1MiB }", "is out of range; allowed are 6MiB to"],
    ["{ cpus: 0 }", "expected a number"],
    ["{ pids: 0 }", "expected"],
  ] as const) {
    const { summary } = await play(runFile("", limits));
    expect(summary.exitCode, limits).toBe(2);
    expect(JSON.stringify(summary.fault?.problems), limits).toContain(why);
  }
});

test("a server writes to its disk as fast as it may, the engine says so, and the report too", async () => {
  const work = `const file = require("fs").openSync("/data/x", "w");
      for (let i = 0; i < 8; i += 1) { require("fs").writeSync(file, Buffer.alloc(2 ** 17)); require("fs").fsyncSync(file); }
      done("done");`;
  const text = runFile(work, "{ io_write: 512KiB, io_read: 64MiB }")
    .replace("    limits:", "    volumes: [{ volume: data, container_path: /data }]\n    limits:")
    .replace("text: done", "text: done, duration: { above: 1s }");
  const { record } = await play(text);
  expect(outcomes(record)).toEqual(["call work: passed"]);
  expect(buildReport(record).servers[0]?.hardening).toContainEqual({
    what: "disk",
    value: "reads 64 MiB/s, writes 512 KiB/s",
    relaxed: false,
  });
});
