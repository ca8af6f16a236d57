import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { image, openManager, outcomes, play, runRequest } from "./play.ts";

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

function volumesOf(run: string): string {
  const filter = `label=io.github.docker-mcp-manager.run=${run}`;
  return execFileSync("docker", ["volume", "ls", "-q", "--filter", filter]).toString();
}

test("A33 a volume of the run has its seed, can be read from outside, is shared by the servers that name it, and goes with the run", async () => {
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
        "{ server: b, read_file: /seen/new, capture: { text: '$.contents[0].text' }, expect: { text: from a } }",
        "{ server: a, read_file: /data/new, expect: { text: '{{ text }}', 'content[0].bytes': 6 } }",
        "{ server: a, read_file: /data/none, expect: { $.exists: false } }",
        "{ server: a, read_file: /data/none }",
      ],
    ),
  );
  expect(summary.fault?.problems ?? []).toEqual([]);
  expect(outcomes(record)).toEqual([
    ...Array.from({ length: 3 }, () => "call run: passed"),
    ...Array.from({ length: 2 }, () => "call run: passed"),
    expect.stringMatching(/^exec .*: passed$/),
    "read_file /seen/new: passed",
    "read_file /data/new: passed",
    "read_file /data/none: passed",
    "read_file /data/none: failed, the container has no file /data/none",
  ]);
  expect(summary.fault).toBeNull();
  expect(volumesOf(record.run().runId)).toBe("");
});

test("a volume of the run without a seed is empty, and whoever the server runs as may write to it", async () => {
  const { record } = await play(
    runFile({ a: "[{ volume: data, container_path: /var/lib/data }]" }, [
      runs('fs.readdirSync("/var/lib/data").length', "0"),
      runs('fs.mkdirSync("/var/lib/data/x")', "done"),
      "{ read_file: /tmp/x }",
    ]),
  );
  expect(outcomes(record)).toEqual([
    "call run: passed",
    "call run: passed",
    expect.stringMatching(/^read_file .tmp.x: broken, Server "a": .tmp.x lies in memory/),
  ]);
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

test("A34 a seed is only files, folders and links that lead nowhere else; nothing of it is followed, and nobody's rights are kept", async () => {
  const { manager, workspace } = openManager();
  const seed = join(workspace, "seed");
  mkdirSync(join(seed, "folder"), { recursive: true });
  writeFileSync(join(seed, "own"), "own", { mode: 0o4700 });
  symlinkSync("/etc/hostname", join(seed, "link"));
  symlinkSync("../..", join(seed, "folder/up"));
  execFileSync("mkfifo", [join(seed, "pipe")]);
  const text = runFile({ a: "[{ volume: data, seed: ./seed, container_path: /data }]" }, [
    runs('fs.readdirSync("/data").join()', "folder,link,own"),
    runs('fs.readlinkSync("/data/link")', "/etc/hostname"),
    runs(
      '(({ uid, mode }) => uid + " " + (mode & 0o777).toString(8))(fs.statSync("/data/own"))',
      "0 766",
    ),
    runs('fs.readdirSync("/data/folder/up").includes("etc")', "true"),
    "{ read_file: /data/own, expect: { text: own } }",
  ]);
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const summary = await manager.runScenarios(runRequest(text, workspace), context);
  await manager.shutdown();
  expect(summary).toMatchObject({ outcome: "passed", passed: 5 });
});
