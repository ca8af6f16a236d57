import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { artifactName, artifactUrl, uploadReports } from "../../src/action/artifacts.ts";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";

/** The client reads these from the environment of its process, which here is the test's own. */
const names = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_CACHE_SERVICE_V2",
  "GITHUB_WORKSPACE",
];
const before = names.map((name) => [name, process.env[name]] as const);
let folder = "";
let service: ResultsService;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "artifacts-"));
  mkdirSync(join(folder, "report/logs"), { recursive: true });
  writeFileSync(join(folder, "report/report.html"), "<h1>Report</h1>");
  writeFileSync(join(folder, "report/logs/a.ndjson"), "{}");
  service = await startResultsService();
  Object.assign(process.env, service.env, { GITHUB_WORKSPACE: folder });
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});
afterAll(() => {
  for (const [name, value] of before) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  }
});

function upload(more: { name?: string; retentionDays?: number } = {}) {
  return uploadReports({
    reportDir: join(folder, "report"),
    stagingDir: join(folder, "staging"),
    name: "reports",
    suffix: "0a1b2c3d",
    retentionDays: 0,
    ...more,
  });
}

const stored = (): string[] =>
  service.artifacts().map(({ name, mimeType }) => `${name} ${mimeType}`);

test("everything goes up as one zip, the HTML report also by itself", async () => {
  const { zip, html, warnings } = await upload();
  expect(warnings).toEqual([]);
  expect(stored()).toEqual(["reports application/zip", "reports.html text/html"]);
  expect(service.artifacts()[1]?.content.toString()).toBe("<h1>Report</h1>");
  expect([zip?.id, html?.id]).toEqual(service.artifacts().map((artifact) => artifact.id));
});

test("a name that is taken gets the run's suffix", async () => {
  await upload();
  const { zip, warnings } = await upload();
  expect(warnings).toEqual([]);
  expect(zip?.name).toBe("reports-0a1b2c3d");
  expect(stored()).toEqual([
    "reports application/zip",
    "reports.html text/html",
    "reports-0a1b2c3d application/zip",
    "reports-0a1b2c3d.html text/html",
  ]);
});

test("the days to keep reach the service, and none do when none were asked for", async () => {
  await upload({ retentionDays: 3 });
  await upload({ name: "other" });
  const days = service
    .artifacts()
    .map(({ expiresAt }) =>
      expiresAt === undefined
        ? undefined
        : Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000),
    );
  expect(days).toEqual([3, 3, undefined, undefined]);
});

test("A31 a link in the report folder is not uploaded, and said", async () => {
  writeFileSync(join(folder, "secret"), "canary");
  symlinkSync(join(folder, "secret"), join(folder, "report/run-file.yml"));
  const { zip, warnings } = await upload();
  expect(zip).toBeDefined();
  expect(warnings).toEqual(["Not uploaded: run-file.yml: a symbolic link."]);
  expect(service.artifacts()[0]?.content.includes("run-file.yml")).toBe(false);
});

describe("F83 a failing artifact service is a warning", () => {
  test.each([
    ["CreateArtifact", 403],
    ["FinalizeArtifact", 403],
    ["CreateArtifact", 400],
  ])("F83 %s answers %i", async (method, status) => {
    service.misbehave((route) => (route.includes(method) ? { status } : undefined));
    const { zip, html, warnings } = await upload();
    expect([zip, html]).toEqual([undefined, undefined]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^The reports could not be uploaded: /);
  });

  test("F83 the service is down", async () => {
    process.env["ACTIONS_RESULTS_URL"] = "http://127.0.0.1:9/";
    const { warnings } = await upload();
    expect(warnings).toHaveLength(1);
  }, 60_000);

  test("F83 only the page by itself fails", async () => {
    let creates = 0;
    service.misbehave((route) =>
      route.includes("CreateArtifact") && ++creates === 2 ? { status: 403 } : undefined,
    );
    const { zip, html, warnings } = await upload();
    expect(zip?.name).toBe("reports");
    expect(html).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });
});

test.each([
  ["", {}, "docker-mcp-manager-job"],
  ["", { GITHUB_JOB: "e2e", GITHUB_RUN_ATTEMPT: "2" }, "docker-mcp-manager-e2e-attempt-2"],
  ["own", { GITHUB_JOB: "e2e" }, "own"],
  ["a:b/c\nd", {}, "a-b-c-d"],
  ["x".repeat(300), {}, "x".repeat(200)],
])("I47 the artifact of %j is named so that the service takes it", (wanted, environment, name) => {
  expect(artifactName(wanted, environment)).toBe(name);
});

test("the address of an artifact is the workflow run's", () => {
  const environment = {
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "o/p",
    GITHUB_RUN_ID: "7",
  };
  expect(artifactUrl(42, environment)).toBe("https://github.com/o/p/actions/runs/7/artifacts/42");
});
