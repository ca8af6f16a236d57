import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { readOwner } from "../../src/controller/index.ts";
import { Manager } from "../../src/manager/index.ts";
import { buildReport } from "../../src/report/index.ts";
import { image, openManager, outcomes, play } from "./play.ts";

const looks = `
  const fs = require("fs");
  const ids = process.getuid() + ":" + process.getgid();
  require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id, method, params } = JSON.parse(line);
    const result = method === "initialize"
      ? { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } }
      : { content: [{ type: "text", text: ids }] };
    if (id !== undefined) console.log(JSON.stringify({ jsonrpc: "2.0", id, result }));
  });
`;

function runFile(server: string): string {
  return `version: 1
servers:
  a:
    image: ${image}
    command: ["node", "-e", ${JSON.stringify(looks)}]
    protocol: legacy
    ${server}
scenarios:
  - { name: one, server: a, steps: [{ call: who, expect: { text: "0:0" } }] }
`;
}

test("A10 what nobody allowed is refused before anything starts, with the line to add", async () => {
  const { summary, record } = await play(runFile("hardening: { user: root }"));
  expect(summary).toMatchObject({ outcome: "broken", exitCode: 2 });
  expect(summary.fault).toMatchObject({
    code: "RELAXATION_NOT_ALLOWED",
    problems: [
      expect.objectContaining({
        line: 7,
        hint: expect.stringContaining("add the line root to `allow:` of the workflow's step"),
      }),
    ],
  });
  expect(record.servers()).toEqual([]);
});

test("A10 what was allowed is done, and told in the report", async () => {
  const { record } = await play(runFile("hardening: { user: root }"), {}, ["root"]);
  expect(outcomes(record)).toEqual(["call who: passed"]);
  const [server] = buildReport(record).servers;
  expect(server?.hardening.filter(({ relaxed }) => relaxed)).toEqual([
    { what: "user", value: "root", relaxed: true },
  ]);
  expect(server?.hardening).toEqual(
    expect.arrayContaining([
      { what: "capabilities", value: "none", relaxed: false },
      { what: "new privileges", value: "never", relaxed: false },
      { what: "root file system", value: "read-only", relaxed: false },
      { what: "host namespaces", value: "none", relaxed: false },
      { what: "files of the host", value: "none", relaxed: false },
      { what: "memory", value: "512 MiB, no swap", relaxed: false },
    ]),
  );
});

test("A10 a template registered over the API relaxes nothing, and a client's volumes stay inside the workspace", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hardening-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const manager = new Manager({
    ownership: { runId: "0".repeat(32), owner: readOwner(process.pid), expiresAtMs: Date.now() },
    recordFile: join(folder, "run.db"),
    workspace: folder,
    engineEnvironment: { DOCKER_HOST: "unix:///nobody/answers/here" },
    version: "0",
    clock: systemClock,
    user: { uid: 0, gid: 0 },
    registry: { templatesFolder: folder, cacheFolder: folder },
    launchReaper: () => ({ release: () => Promise.resolve() }),
  });
  const template = `name: own\ndescription: d\nimage: ${image}\nserver: { hardening: { user: root } }\n`;
  await manager.registerTemplate({ name: "own", template, files: {}, override: false });
  const plain = `name: plain\ndescription: d\nimage: ${image}\n`;
  await manager.registerTemplate({ name: "plain", template: plain, files: {}, override: false });
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const request = { serverName: "one", envVars: {}, volumes: [], parameters: {} };
  await expect(
    manager.createServer({ ...request, serverType: "own" }, context),
  ).rejects.toMatchObject({ code: "RELAXATION_NOT_ALLOWED" });
  for (const [hostPath, code] of [
    ["/srv", "RELAXATION_NOT_ALLOWED"],
    ["/var/run/docker.sock", "PATH_NOT_ALLOWED"],
  ] as const) {
    const volumes = [{ hostPath, containerPath: "/x", readOnly: true }];
    const made = manager.createServer({ ...request, serverType: "plain", volumes }, context);
    await expect(made).rejects.toMatchObject({ code });
  }
  await manager.shutdown();
});

test("A11 what lies behind a link in a folder that another server may write to is refused, too", async () => {
  const { manager, workspace } = openManager();
  mkdirSync(join(workspace, "data/sub"), { recursive: true });
  symlinkSync("data/sub", join(workspace, "beside"));
  const template = `name: plain\ndescription: d\nimage: ${image}\nserver: { protocol: legacy, command: ["node", "-e", ${JSON.stringify(looks)}] }\n`;
  await manager.registerTemplate({ name: "plain", template, files: {}, override: false });
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const create = (serverName: string, hostPath: string, readOnly: boolean) =>
    manager.createServer(
      {
        serverName,
        serverType: "plain",
        envVars: {},
        parameters: {},
        volumes: [{ hostPath, containerPath: "/x", readOnly }],
      },
      context,
    );
  await create("writer", "data", false);
  await expect(create("reader", "beside", true)).rejects.toMatchObject({
    code: "PATH_NOT_ALLOWED",
    message: expect.stringContaining('server "writer" may write to'),
  });
  await create("beside", "servers", true);
  await manager.shutdown();
});
