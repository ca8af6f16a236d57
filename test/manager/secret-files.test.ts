import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { image, openManager, outcomes, play, runRequest } from "./play.ts";

const value = "canary-1f8c-line one\ncanary-1f8c-line two";

const server = `
  const fs = require("fs");
  require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id, method, params } = JSON.parse(line);
    const send = (result) => console.log(JSON.stringify({ jsonrpc: "2.0", id, result }));
    if (method === "initialize") {
      send({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } });
    } else if (method === "tools/list") {
      send({ tools: [{ name: "look", inputSchema: { type: "object" } }, { name: "leak", inputSchema: { type: "object" } }] });
    } else if (method === "tools/call") {
      const path = process.env.SIGNING_KEY_FILE;
      const found = params.name === "leak" ? fs.readFileSync(path, "utf8") : JSON.stringify({
        path,
        length: fs.readFileSync(path, "utf8").length,
        env: process.env.SIGNING_KEY ?? null,
        write: (() => { try { fs.writeFileSync(path, "x"); return "written"; } catch (error) { return error.code; } })(),
        names: fs.readdirSync("/run/secrets"),
      });
      if (params.name === "leak") console.error("the key is " + found.split("\\n")[0]);
      send({ content: [{ type: "text", text: found }] });
    }
  }).on("close", () => process.exit());
`;

function runFile(steps: string): string {
  return `version: 1
servers:
  a:
    image: ${image}
    command: ["node", "-e", ${JSON.stringify(server)}]
    protocol: legacy
    secrets: [{ name: SIGNING_KEY, as: file }]
  b:
    image: ${image}
    command: ["node", "-e", ${JSON.stringify(server)}]
    protocol: legacy
scenarios:
  - { name: one, server: a, steps: [${steps}] }
`;
}

const look = `{ call: look, expect: { text: '{"path":"/run/secrets/SIGNING_KEY","length":${value.length},"env":null,"write":"EROFS","names":["SIGNING_KEY"]}' } }`;

test("A28 A29 a secret as a file is read-only, in no environment, of no other server, and in nothing the engine keeps", async () => {
  const beside = `{ server: b, exec: "env; ls /run/secrets", expect: { exit_code: 1, stdout: { not: { contains: SIGNING_KEY } } } }`;
  const { record } = await play(runFile(`${look}, ${beside}`), { secrets: { SIGNING_KEY: value } });
  const made = record.servers().find(({ name }) => name === "a");
  expect(outcomes(record)).toEqual(["call look: passed", "exec env; ls /run/secrets: passed"]);
  expect(made?.isolation).toContain('"target":"/run/secrets/SIGNING_KEY","readOnly":true');
  expect(JSON.stringify(record.servers())).not.toContain("canary");
});

test("A28 while the server runs, its secret is in no file, command line, label or inspection that others see", async () => {
  const { manager, workspace } = openManager();
  const given = { secrets: { SIGNING_KEY: value }, keepRunning: true };
  const context = { progress: () => undefined, signal: new AbortController().signal };
  await manager.runScenarios(runRequest(runFile(look), workspace, given), context);
  const seen = everythingAround();
  await manager.shutdown();
  expect(seen).toContain("/run/secrets/SIGNING_KEY");
  expect(seen).not.toContain("canary-1f8c");
  const left = readdirSync("/dev/shm").filter((name) => name.startsWith("docker-mcp-manager-"));
  expect(left).toEqual([]);
});

/** Containers as the engine describes them, and the command line of every process. */
function everythingAround(): string {
  const ids = execFileSync("docker", [
    "ps",
    "-aq",
    "--filter",
    "label=io.github.docker-mcp-manager.role=server",
  ])
    .toString()
    .split("\n")
    .filter((id) => id !== "");
  const inspections = ids.map((id) => {
    try {
      return execFileSync("docker", ["inspect", id], {
        stdio: ["ignore", "pipe", "ignore"],
      }).toString();
    } catch {
      return "";
    }
  });
  const lines = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "latin1");
      } catch {
        return "";
      }
    });
  return [...inspections, ...lines].join("\n");
}

test("A27 a server that prints a secret is told of it, with the secret hidden", async () => {
  const { record } = await play(runFile("{ call: leak }"), { secrets: { SIGNING_KEY: value } });
  expect(record.findings()).toContainEqual(
    expect.objectContaining({
      server: "a",
      code: "secret-printed",
      severity: "warning",
      message: expect.stringMatching(
        /^Server "a" printed a secret (?:on stderr|in a message); it is hidden here/,
      ),
    }),
  );
  expect(record.findings().filter(({ code }) => code === "secret-printed")).toHaveLength(1);
  expect(JSON.stringify([record.findings(), record.steps()])).not.toContain("canary-1f8c");
});
