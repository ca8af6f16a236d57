import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { image, outcomes, play } from "./play.ts";

/** Evaluates what a step gives it. */
const server = `
  const fs = require("fs");
  const attempt = (work) => { try { return work() ?? "done"; } catch (error) { return error.code; } };
  require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id, method, params } = JSON.parse(line);
    const send = (result) => console.log(JSON.stringify({ jsonrpc: "2.0", id, result }));
    if (method === "initialize") {
      send({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } });
    } else if (method === "tools/list") {
      send({ tools: [{ name: "run", inputSchema: { type: "object" } }] });
    } else if (method === "tools/call") {
      send({ content: [{ type: "text", text: String(attempt(() => eval(params.arguments.code))) }] });
    }
  }).on("close", () => process.exit());
`;

function runFile(servers: Readonly<Record<string, string>>, steps: readonly string[]): string {
  const entries = Object.entries(servers).map(
    ([name, volumes]) => `  ${name}:
    image: ${image}
    command: ["node", "-e", ${JSON.stringify(server)}]
    protocol: legacy
    checks: { idle_cpu: false }
    volumes: ${volumes}
`,
  );
  return `version: 1
servers:
${entries.join("")}scenarios:
  - name: one
    server: a
    steps:
${steps.map((step) => `      - ${step}`).join("\n")}
`;
}

function runs(code: string, text: string, on = "a"): string {
  return `{ server: ${on}, call: run, with: { code: ${JSON.stringify(code)} }, expect: { text: ${JSON.stringify(text)} } }`;
}

function volumesOfRuns(): string {
  return execFileSync("docker", [
    "volume",
    "ls",
    "-q",
    "--filter",
    "label=io.github.docker-mcp-manager.role=volume",
  ]).toString();
}

test("a volume of the run has its seed, is shared by the servers that name it, and goes with the run", async () => {
  const before = volumesOfRuns();
  const { record, summary } = await play(
    runFile(
      {
        a: "[{ volume: data, seed: ./servers, container_path: /data }]",
        b: "[{ volume: data, container_path: /seen, read_only: true }]",
      },
      [
        runs('fs.existsSync("/data/faulty.mjs")', "true"),
        runs('fs.writeFileSync("/data/new", "from a")', "done"),
        runs('fs.appendFileSync("/data/faulty.mjs", "//")', "done"),
        runs('fs.readFileSync("/seen/new", "utf8")', "from a", "b"),
        runs('fs.writeFileSync("/seen/new", "")', "EROFS", "b"),
        "{ server: a, exec: [cat, /data/new], expect: { stdout: from a } }",
      ],
    ),
  );
  expect(summary.fault?.problems ?? []).toEqual([]);
  expect(outcomes(record)).toEqual([
    ...Array.from({ length: 3 }, () => "call run: passed"),
    ...Array.from({ length: 2 }, () => "call run: passed"),
    expect.stringMatching(/^exec .*: passed$/),
  ]);
  expect(summary.fault).toBeNull();
  expect(volumesOfRuns()).toBe(before);
});

test("a volume of the run without a seed is empty, and whoever the server runs as may write to it", async () => {
  const { record } = await play(
    runFile({ a: "[{ volume: data, container_path: /var/lib/data }]" }, [
      runs('fs.readdirSync("/var/lib/data").length', "0"),
      runs('fs.mkdirSync("/var/lib/data/x")', "done"),
    ]),
  );
  expect(outcomes(record)).toEqual(["call run: passed", "call run: passed"]);
});

test("F52 memory as a volume is of the size that is said, and ends there", async () => {
  const fill = 'for (;;) fs.appendFileSync("/scratch/x", Buffer.alloc(2 ** 16))';
  const { record } = await play(
    runFile({ a: "[{ tmpfs: 1MiB, container_path: /scratch }]" }, [
      runs(fill, "ENOSPC"),
      runs('fs.statSync("/scratch/x").size', String(2 ** 20)),
    ]),
  );
  expect(outcomes(record)).toEqual(["call run: passed", "call run: passed"]);
});
