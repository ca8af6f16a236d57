import { afterAll, beforeAll, expect, test } from "vitest";
import { whyUnreachable } from "../templates/reachable.ts";
import { type CliResult, createWorkspace, type Workspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

interface RealServer {
  /** What goes under its name in `servers:`. */
  readonly declared: string;
  /** Everything it declares is listed. */
  readonly lists: readonly ("tools" | "resources" | "resource_templates" | "prompts")[];
  /** Further lines of the entry. */
  readonly more?: readonly string[];
  /** Findings that are true, each with its evidence; no other may be there. */
  readonly findings?: Readonly<Record<string, RegExp>>;
}

function npm(name: string, version: string): string {
  return `template: npm\n    with: { package: "${name}", version: "${version}" }`;
}

function pypi(name: string, version: string): string {
  return `template: pypi\n    with: { package: ${name}, version: "${version}" }`;
}

const all = ["tools", "resources", "resource_templates", "prompts"] as const;

/** Well-known servers, of exact versions. Credentials are dummies: nothing is called, and there is no network. */
const servers: Readonly<Record<string, RealServer>> = {
  everything: { declared: npm("@modelcontextprotocol/server-everything", "2026.8.31"), lists: all },
  filesystem: {
    declared: npm("@modelcontextprotocol/server-filesystem", "2026.8.31"),
    lists: ["tools"],
    more: ["args: [/tmp]"],
  },
  memory: {
    declared: npm("@modelcontextprotocol/server-memory", "2026.8.31"),
    lists: ["tools", "resources", "resource_templates"],
    more: ["env: { MEMORY_FILE_PATH: /tmp/memory.jsonl }"],
  },
  thinking: {
    declared: npm("@modelcontextprotocol/server-sequential-thinking", "2026.8.31"),
    lists: ["tools"],
  },
  playwright: {
    declared: npm("@playwright/mcp", "0.0.83"),
    lists: ["tools"],
    more: ["args: [--headless]"],
  },
  context7: { declared: npm("@upstash/context7-mcp", "4.1.1"), lists: all },
  mongodb: {
    declared: npm("mongodb-mcp-server", "3.0.4"),
    lists: ["tools", "resources", "resource_templates"],
    more: ["env: { MDB_MCP_TELEMETRY: disabled }"],
  },
  sentry: {
    declared: npm("@sentry/mcp-server", "0.39.0"),
    lists: ["tools"],
    more: ["args: [--access-token=none]"],
  },
  notion: {
    declared: npm("@notionhq/notion-mcp-server", "2.5.2"),
    lists: ["tools"],
    more: ["env: { NOTION_TOKEN: none }"],
  },
  chart: { declared: npm("@antv/mcp-server-chart", "0.9.10"), lists: ["tools"] },
};

const pythonServers: Readonly<Record<string, RealServer>> = {
  time: { declared: pypi("mcp-server-time", "2026.10.19"), lists: ["tools"] },
  git: {
    declared: pypi("mcp-server-git", "2026.10.19"),
    lists: ["tools"],
    // It starts without git, and lists what it would do with it.
    more: ["env: { GIT_PYTHON_REFRESH: quiet }"],
  },
  fetch: { declared: pypi("mcp-server-fetch", "2026.10.24"), lists: ["tools", "prompts"] },
};

const noPython = await whyUnreachable("pypi", process.env);
const started = noPython === undefined ? { ...servers, ...pythonServers } : servers;

function runFile(): string {
  const declared = Object.entries(started).map(([name, { declared, more = [] }]) =>
    // Thirteen of them start at once, mongodb-mcp-server with 3 s of work of its own.
    [`  ${name}:`, `    ${declared}`, "    ready: { timeout: 2m }"]
      .concat(more.map((line) => `    ${line}`))
      .join("\n"),
  );
  const scenarios = Object.entries(started).map(([name, { lists }]) => {
    const steps = lists.map((kind) => `      - { list: ${kind} }`);
    return `  - name: ${name}\n    server: ${name}\n    steps:\n${steps.join("\n")}\n      - { ping: true }`;
  });
  return `version: 1\nservers:\n${declared.join("\n")}\nscenarios:\n${scenarios.join("\n")}\n`;
}

let workspace: Workspace;
let result: CliResult;
beforeAll(async () => {
  workspace = createWorkspace("source");
  workspace.write("real.yml", runFile());
  result = await workspace.cli(["run", "real.yml"]);
  // With nothing built before, thirteen packages come first: about a minute and a half.
}, 600_000);
afterAll(() => workspace[Symbol.dispose]());

test.for(Object.entries({ ...servers, ...pythonServers }))(
  "%s: all that it declares is listed, and nothing is found that is not so",
  ([name, { findings = {} }], { skip }) => {
    skip(!(name in started), noPython);
    const report = workspace.report();
    const scenario = report.scenarios.find((candidate) => candidate.name === name);
    const notPassed = scenario?.steps.filter(({ outcome }) => outcome !== "passed");
    expect(notPassed?.map(({ outcome, reason }) => ({ outcome, reason }))).toEqual([]);
    const found = report.findings.filter(({ server }) => server === name);
    const unexpected = found.filter(({ code, message }) => !findings[code]?.test(message));
    expect(unexpected.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    const codes = new Set(found.map(({ code }) => code));
    expect(Object.keys(findings).filter((code) => !codes.has(code))).toEqual([]);
  },
);

test("the run passes, and leaves nothing behind", async () => {
  expect(result.exitCode).toBe(0);
  expect(await leftBehind(workspace.report().run.id)).toEqual([]);
});
