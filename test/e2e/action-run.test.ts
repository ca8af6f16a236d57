import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";
import {
  download,
  leftOf,
  makeWorkspace,
  runAction,
  runIdOf,
  serverSpec,
} from "./action-harness.ts";

let service: ResultsService;
beforeAll(async () => {
  service = await startResultsService();
});
afterAll(() => service.close());

const echo = { call: "echo", with: { message: "hello" }, expect: { text: "hello" } };
const passing = { scenarios: [{ name: "says hello", steps: [{ list: "tools" }, echo] }] };
const failing = {
  scenarios: [{ name: "says hello", steps: [{ ...echo, expect: { text: "good-bye" } }] }],
};

test("a run that passes: outputs, summary, artifacts, and nothing left behind", async () => {
  using workspace = makeWorkspace(passing);
  const job = await runAction(workspace, service, { with: { "artifact-name": "passing" } });
  expect(job.outcome, job.log).toBe("success");
  expect(job.outputs).toMatchObject({
    outcome: "passed",
    passed: "2",
    failed: "0",
    broken: "0",
    skipped: "0",
    "exit-code": "0",
  });
  expect(job.annotations).toEqual([]);
  expect(job.summary).toContain("2 of 2 steps passed");
  expect(job.orphans).toEqual([]);
  expect(await leftOf(runIdOf(job.log))).toEqual([]);
  const zip = service.artifacts().find(({ name }) => name === "passing");
  const html = service.artifacts().find(({ name }) => name === "passing.html");
  expect(job.outputs["artifact-id"]).toBe(String(zip?.id));
  expect(job.outputs["artifact-url"]).toBe(
    `https://github.com/owner/project/actions/runs/4242/artifacts/${zip?.id}`,
  );
  expect(html?.mimeType).toBe("text/html");
  const files = zip === undefined ? new Map<string, string>() : await download(service, zip);
  expect([...files.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual([
    "audit.ndjson",
    "junit.xml",
    "logs/probe.ndjson",
    "manager.log",
    "metrics/probe.csv",
    "report.html",
    "report.json",
    "run-file.yml",
    "run.db",
    "sbom/probe.cdx.json",
    "summary.md",
    "wire/probe.ndjson",
  ]);
});

test("F70 the manager holds no output of the step, and lives on only until post", async () => {
  using workspace = makeWorkspace(passing);
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true", upload: "false" },
  });
  expect(job.main?.heldStdio).toBe(false);
  expect(job.post?.heldStdio).toBe(false);
  expect(job.orphans).toEqual([]);
});

test("a failed step is marked at its line of the run file, and the step fails with 1", async () => {
  using workspace = makeWorkspace(failing);
  const job = await runAction(workspace, service, { with: { upload: "false" } });
  expect(job.main?.exitCode).toBe(1);
  expect(job.post?.exitCode).toBe(0);
  expect(job.outputs).toMatchObject({ outcome: "failed", failed: "1", "exit-code": "1" });
  const [annotation] = job.annotations;
  expect(annotation).toMatchObject({ level: "error", file: "mcp-manager.yml" });
  expect(annotation?.line).toBeGreaterThan(10);
  expect(annotation?.message).toContain("good-bye");
  expect(job.summary).toContain("good-bye");
});

test("fail-on: never leaves the step green, but not when nothing could be tested", async () => {
  using workspace = makeWorkspace(failing);
  const job = await runAction(workspace, service, {
    with: { "fail-on": "never", upload: "false" },
  });
  expect(job.outcome).toBe("success");
  expect(job.outputs["exit-code"]).toBe("1");
  using empty = makeWorkspace(undefined);
  const nothing = await runAction(empty, service, { with: { "fail-on": "never" } });
  expect(nothing.outcome).toBe("failure");
});

test("I01 a run file that is not there is named, with the places looked at", async () => {
  using workspace = makeWorkspace(undefined);
  const job = await runAction(workspace, service);
  expect(job.main?.exitCode).toBe(2);
  expect(job.outputs).toMatchObject({ outcome: "broken", "exit-code": "2" });
  expect(job.annotations.filter(({ level }) => level === "error")[0]?.message).toContain(
    ".github/mcp-manager.yml",
  );
  expect(job.summary).toContain("Run file not found");
  expect(job.post?.annotations).toEqual([]);
});

test("I21 every problem of a run file is marked at its own place", async () => {
  using workspace = makeWorkspace(`version: 1
servers:
  probe:
    imag: x
scenarios:
  - name: a
    steps:
      - cal: echo
`);
  const job = await runAction(workspace, service, { with: { upload: "false" } });
  expect(job.main?.exitCode).toBe(2);
  expect(job.outputs["exit-code"]).toBe("2");
  const places = job.main?.annotations.map(({ file, line }) => `${file}:${line}`);
  expect(places).toEqual(expect.arrayContaining(["mcp-manager.yml:4", "mcp-manager.yml:8"]));
});

test("F90 an older Node.js ends with one line that says so, and post is quiet", async () => {
  using workspace = makeWorkspace(passing);
  const older = join(workspace.folder, "older-node");
  const pretend =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}})";
  writeFileSync(older, `#!/bin/sh\nexec "${process.execPath}" --import "${pretend}" "$@"\n`, {
    mode: 0o755,
  });
  const job = await runAction(workspace, service, { node: older });
  expect(job.main?.exitCode).toBe(2);
  expect(job.main?.rawLog.trimEnd().split("\n")).toHaveLength(1);
  expect(job.annotations[0]?.message).toContain(
    "needs Node.js 24 or newer; this runner has 20.11.0",
  );
  expect(job.post?.exitCode).toBe(0);
  expect(job.post?.rawLog).toBe("");
});

test("wrong inputs are all named before anything is started", async () => {
  using workspace = makeWorkspace(passing);
  const job = await runAction(workspace, service, { with: { upload: "yes", timeout: "soon" } });
  expect(job.main?.exitCode).toBe(2);
  const [error] = job.annotations;
  expect(error?.message).toContain("`upload`");
  expect(error?.message).toContain("`timeout`");
  expect(job.main?.log).not.toContain("Run ");
});

test("config, vars and only reach the run", async () => {
  using workspace = makeWorkspace(undefined);
  const text = JSON.stringify({
    version: 1,
    servers: { probe: serverSpec() },
    scenarios: [
      {
        name: "one",
        steps: [{ ...echo, with: { message: "${WORD}" }, expect: { text: "given" } }],
      },
      { name: "two", steps: [{ ...echo, expect: { text: "never asked" } }] },
    ],
  });
  writeFileSync(join(workspace.folder, "other.yml"), text);
  const job = await runAction(workspace, service, {
    with: { config: "other.yml", vars: "WORD=given", only: "on*", upload: "false" },
  });
  expect(job.outcome, job.log).toBe("success");
  expect(job.outputs).toMatchObject({ passed: "1", skipped: "0" });
});

test("keep-running leaves a server up for later steps; post removes it and reports", async () => {
  using workspace = makeWorkspace(passing);
  let said: unknown;
  let during: string[] = [];
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true", "artifact-name": "kept" },
    then: async ({ phases }) => {
      const outputs = phases[0]?.outputs ?? {};
      during = await leftOf(runIdOf(phases[0]?.log ?? ""));
      const client = new Client(
        { name: "later step", version: "1" },
        { versionNegotiation: { mode: { pin: "2026-07-28" } } },
      );
      await client.connect(
        new StreamableHTTPClientTransport(new URL(outputs["manager-url"] ?? ""), {
          requestInit: { headers: { Authorization: `Bearer ${outputs["manager-token"]}` } },
        }),
      );
      said = (await client.callTool({ name: "docker_list_servers", arguments: {} }))
        .structuredContent;
      await client.close();
    },
  });
  expect(job.outcome, job.log).toBe("success");
  expect(during.length).toBeGreaterThan(0);
  expect(said).toMatchObject({ servers: [{ server_name: "probe", status: "ready" }] });
  expect(await leftOf(runIdOf(job.log))).toEqual([]);
  expect(job.post?.summary).toContain("2 of 2 steps passed");
  expect(service.artifacts().map(({ name }) => name)).toEqual(
    expect.arrayContaining(["kept", "kept.html"]),
  );
  expect(job.masks).toContain(job.outputs["manager-token"]);
});

describe("F83 an artifact service that fails never fails the job", () => {
  test.each([
    ["refuses", { status: 403 }],
    ["is not understood", { status: 400 }],
  ])("F83 it %s", async (_, misbehaviour) => {
    const broken = await startResultsService();
    broken.misbehave(() => misbehaviour);
    using workspace = makeWorkspace(passing);
    const job = await runAction(workspace, broken);
    await broken.close();
    expect(job.outcome).toBe("success");
    expect(job.annotations.map(({ level }) => level)).toEqual(["warning"]);
    expect(job.annotations[0]?.message).toContain("could not be uploaded");
    expect(job.outputs["artifact-id"]).toBeUndefined();
  });

  test("F83 there is none at all", async () => {
    using workspace = makeWorkspace(passing);
    const job = await runAction(workspace, service, { env: { ACTIONS_RUNTIME_TOKEN: "" } });
    expect(job.outcome).toBe("success");
    expect(job.annotations.map(({ message }) => message)).toEqual([
      "Nothing was uploaded: this runner offers no artifact service.",
    ]);
  });
});
