import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
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
beforeEach(async () => {
  service = await startResultsService();
});
afterEach(() => service.close());

/** Commands that the action itself uses; what a server forged would be another one or have its words. */
const own = ["add-mask", "debug", "endgroup", "error", "group", "stop-commands", "warning"];

test("A01 A02 A03 A04 A05 A06 A08 A21 a hostile server changes nothing in log, state, outputs and summary", async () => {
  const payload = "::error::forged by an expectation";
  using workspace = makeWorkspace({
    servers: {
      probe: serverSpec("hostile", { checks: { stdout_purity: false, protocol: false } }),
    },
    scenarios: [
      { name: "::error::forged by a name", steps: [{ list: "tools" }, { call: "hostile" }] },
      { name: "error", steps: [{ call: "hostile-error", expect: { "error.message": payload } }] },
      {
        name: "text",
        steps: [{ call: "hostile", expect: { text: `${payload}\n##[error]again` } }],
      },
    ],
  });
  const job = await runAction(workspace, service, { with: { "log-level": "debug" } });
  expect(job.main?.exitCode, job.log).toBe(1);
  expect(job.commands.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
  expect(job.phases.map(({ commandsLeftStopped }) => commandsLeftStopped)).toEqual([false, false]);
  expect(job.masks).not.toContain("e");
  expect(job.outputs["outcome"]).toBe("failed");
  for (const annotation of job.annotations) {
    expect(annotation.message).not.toMatch(/^forged/);
    expect([null, undefined, "mcp-manager.yml"]).toContain(annotation.file);
  }
  // Only the two steps that failed, and what the server was found to do wrong.
  expect(
    job.annotations.filter(({ level, file }) => level === "error" && file !== undefined),
  ).toHaveLength(2);
  expect(job.post?.commands).toEqual([]);
  expect(await leftOf(runIdOf(job.log))).toEqual([]);
  const unfenced = job.summary.replace(/^(`{3,})[^]*?^\1$/gm, "");
  expect(unfenced).toContain("hostile-error");
  expect(unfenced).not.toMatch(/<script|<img|^# ✅/m);
  const html = service.artifacts().find(({ mimeType }) => mimeType === "text/html");
  expect(html?.content.toString()).not.toMatch(/<script>alert|<img src=x/);
});

test("A07 a server that prints save-state does not lead post astray", async () => {
  using workspace = makeWorkspace({
    servers: {
      probe: serverSpec("hostile", { checks: { stdout_purity: false, protocol: false } }),
    },
    scenarios: [{ name: "says it", steps: [{ call: "hostile", expect: { text: "other" } }] }],
  });
  let saved: ReadonlyMap<string, string> | undefined;
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true", upload: "false", "fail-on": "never" },
    then: ({ states }) => {
      saved = states[0];
    },
  });
  expect([...(saved?.keys() ?? [])]).toEqual(["runId"]);
  expect(saved?.get("runId")).toBe(runIdOf(job.log));
  expect(await leftOf(runIdOf(job.log))).toEqual([]);
});

/** Characters that each encoder changes, so that every form differs from the value. */
const canary = 'CANARY-7f&<"3a>e9-d41b/c?8f2~0';
const pem = "-----BEGIN KEY-----\nMIICANARYLINEONE4242\nMIICANARYLINETWO4242\n-----END KEY-----";

function xml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const shifted = [0, 1, 2].map((shift) => {
    // Without the characters that what stands before and after has a part in.
    const text = Buffer.concat([Buffer.alloc(shift, "x"), bytes]).toString("base64");
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  return [
    value,
    ...shifted,
    bytes.toString("base64url").slice(0, -4),
    bytes.toString("hex"),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    xml(value),
    xml(value).replaceAll("&quot;", '"'),
  ];
}

test("A27 A28 A30 a secret is in no log, summary, output or artifact, in none of its forms", async () => {
  using workspace = makeWorkspace({
    servers: { probe: serverSpec("plain", { secrets: ["CANARY", "PEM"] }) },
    scenarios: [
      {
        name: "says the secrets",
        steps: [{ call: "secret", with: { name: "CANARY" }, expect: { text: "it is not this" } }],
      },
      {
        name: "says the key",
        steps: [{ call: "secret", with: { name: "PEM" }, expect: { text: "nor this" } }],
      },
      { name: "says all", steps: [{ call: "environment", expect: { text: "nor that" } }] },
    ],
  });
  const job = await runAction(workspace, service, {
    env: { CANARY: canary, PEM: pem },
    with: { "log-level": "debug" },
  });
  expect(job.main?.exitCode, job.log).toBe(1);
  const zip = service.artifacts().find(({ mimeType }) => mimeType === "application/zip");
  const html = service.artifacts().find(({ mimeType }) => mimeType === "text/html");
  const files = zip === undefined ? new Map<string, string>() : await download(service, zip);
  expect(files.size).toBeGreaterThan(8);
  const places: [string, string][] = [
    ["log", job.log],
    ["summary", job.summary],
    ["outputs", JSON.stringify(job.outputs)],
    ["annotations", JSON.stringify(job.annotations)],
    ["page", html?.content.toString("latin1") ?? ""],
    ...files,
  ];
  const lines = pem.split("\n").filter((line) => line.includes("CANARY"));
  const found = places.flatMap(([place, text]) =>
    [...formsOf(canary), ...lines.flatMap((line) => formsOf(line))]
      .filter((form) => text.includes(form))
      .map((form) => `${form} in ${place}`),
  );
  expect(found).toEqual([]);
  // Each line of the key, and its JSON form, is masked before anything was printed.
  expect(job.masks).toEqual(
    expect.arrayContaining([canary, ...lines, JSON.stringify(pem).slice(1, -1)]),
  );
  const firstMask = job.rawLog.indexOf("::add-mask::");
  expect(firstMask).toBeLessThan(job.rawLog.indexOf("Run "));
  expect(job.rawLog.indexOf("CANARY")).toBeGreaterThanOrEqual(firstMask);
});

test("A29 a server sees its own environment and nothing of the runner's", async () => {
  using workspace = makeWorkspace({
    servers: {
      probe: serverSpec("plain", { env: { DECLARED: "yes" }, secrets: ["MINE"] }),
      other: serverSpec("plain", {}),
    },
    scenarios: [
      {
        name: "own",
        server: "probe",
        steps: [
          { call: "environment", expect: { text: { contains: "DECLARED", matches: "MINE" } } },
        ],
      },
      {
        name: "other",
        server: "other",
        steps: [{ call: "environment", capture: { all: "$.content[0].text" } }],
      },
    ],
  });
  const job = await runAction(workspace, service, {
    env: { MINE: "canary-of-one-server", GITHUB_TOKEN: "canary-of-the-job" },
    with: { "artifact-name": "environment" },
  });
  expect(job.main?.exitCode, job.log).toBe(0);
  const [zip] = service.artifacts();
  const files = zip === undefined ? new Map<string, string>() : await download(service, zip);
  const wire = files.get("wire/other.ndjson") ?? "";
  expect(wire).toContain("PATH");
  expect(wire).not.toMatch(/DECLARED|MINE|ACTIONS_|GITHUB_|RUNNER_|INPUT_/);
  expect(files.get("wire/probe.ndjson")).not.toMatch(/ACTIONS_|GITHUB_|RUNNER_|INPUT_|canary/);
});

test("A28 during the run no secret stands in a command line or in the run's folder", async () => {
  using workspace = makeWorkspace({
    servers: { probe: serverSpec("plain", { secrets: ["CANARY"] }) },
    scenarios: [{ name: "quick", steps: [{ call: "echo", with: { message: "x" } }] }],
  });
  // Without characters that a file format would escape.
  const plain = "CANARY-41b8f2d46c07";
  let seen = "";
  const job = await runAction(workspace, service, {
    env: { CANARY: plain },
    with: { "keep-running": "true", upload: "false" },
    then: ({ runnerTemp }) => {
      for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
          seen += readFileSync(`/proc/${pid}/cmdline`, "latin1");
        } catch {
          // It has ended.
        }
      }
      for (const entry of readdirSync(runnerTemp, { recursive: true, withFileTypes: true })) {
        seen += entry.isFile() ? readFileSync(`${entry.parentPath}/${entry.name}`, "latin1") : "";
      }
    },
  });
  expect(job.outcome, job.log).toBe("success");
  expect(seen).toContain(runIdOf(job.log));
  expect(formsOf(plain).filter((form) => seen.includes(form))).toEqual([]);
});
