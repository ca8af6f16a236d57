import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { validate } from "@actions/languageservice";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { z } from "zod";
import { inputsOfOwnSteps, workflowBreaches } from "./workflow-rules.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const workflows = globSync(".github/workflows/*.{yml,yaml}", { cwd: root });

/** The service remembers what it parsed by address, so each document gets an address of its own. */
let documents = 0;

/** What GitHub's own language service says of a workflow or an action.yml. */
async function diagnose(name: string, source: string): Promise<string[]> {
  documents += 1;
  const document = TextDocument.create(`file:///${documents}/${name}`, "yaml", 1, source);
  const found = await validate(document);
  return found.map(({ range, message }) => {
    const text = typeof message === "string" ? message : message.value;
    return `${name}:${range.start.line + 1} ${text}`;
  });
}

function read(path: string): string {
  return readFileSync(`${root}${path}`, "utf8");
}

const workflow = `on: { push: {} }
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${"0123456789".repeat(4)} # v6.0.2
        with: { persist-credentials: false }
      - run: npm test
`;

describe.each(workflows)("%s", (path) => {
  test("is valid to the language service", async () => {
    expect(await diagnose(path, read(path))).toEqual([]);
  });

  test("A54 keeps our rules", () => {
    expect(workflowBreaches(read(path))).toEqual([]);
  });

  test("gives the own action only inputs that it has", () => {
    const { inputs } = z
      .object({ inputs: z.record(z.string(), z.unknown()) })
      .parse(parse(read("action.yml")));
    expect(inputsOfOwnSteps(read(path)).filter((name) => !(name in inputs))).toEqual([]);
  });
});

test("action.yml is valid to the language service", async () => {
  expect(await diagnose("action.yml", read("action.yml"))).toEqual([]);
});

test("action.yml runs bundles that exist on Node 24, and post in every case", () => {
  const { runs } = z
    .object({ runs: z.record(z.string(), z.string()) })
    .parse(parse(read("action.yml")));
  expect(runs).toMatchObject({ using: "node24", "post-if": "always()" });
  for (const entry of ["main", "post"]) {
    expect(existsSync(`${root}${runs[entry]}`), entry).toBe(true);
  }
});

describe("the language service finds", () => {
  test("an unknown key in a workflow", async () => {
    const broken = workflow.replace("timeout-minutes", "timeout-minuets");
    expect(await diagnose(".github/workflows/a.yml", broken)).toEqual([
      ".github/workflows/a.yml:6 Unexpected value 'timeout-minuets'",
    ]);
  });

  test("an unknown context in an expression", async () => {
    const broken = workflow.replace("npm test", "echo ${{ steps.nope.outputs.x }}");
    expect(await diagnose(".github/workflows/a.yml", broken)).toHaveLength(1);
  });

  test("an unknown runtime in action.yml", async () => {
    const broken = "name: a\ndescription: b\nruns: { using: node99, main: x.js }\n";
    expect(await diagnose("action.yml", broken)).not.toEqual([]);
  });
});

test("a workflow in order breaks no rule", async () => {
  expect(workflowBreaches(workflow)).toEqual([]);
  expect(await diagnose(".github/workflows/a.yml", workflow)).toEqual([]);
});

describe("our rules find", () => {
  const commit = "0123456789".repeat(4);
  test.each([
    [
      "an action by tag",
      `@${commit} # v6.0.2`,
      "@v6",
      "actions/checkout@v6 is not pinned to a commit",
    ],
    [
      "a pin without its version",
      " # v6.0.2",
      "",
      `actions/checkout@${commit} does not say its version in a comment`,
    ],
    [
      "rights for the whole workflow",
      "permissions: {}",
      "permissions: { contents: read }",
      "the workflow's own permissions are not {}",
    ],
    ["no rights at all", "permissions: {}\n", "", "the workflow's own permissions are not {}"],
    [
      "a job without rights",
      "    permissions: { contents: read }\n",
      "",
      "job a does not say its permissions",
    ],
    ["a right to write", "contents: read", "contents: write", "job a asks for contents: write"],
    ["no timeout", "    timeout-minutes: 5\n", "", "job a has no timeout-minutes up to 60"],
    ["a timeout of a day", "minutes: 5", "minutes: 1440", "job a has no timeout-minutes up to 60"],
    [
      "an expression in run",
      "npm test",
      "echo ${{ github.head_ref }}",
      "job a has an expression in run: echo ${{ github.head_ref }}",
    ],
    [
      "credentials left on disk",
      "        with: { persist-credentials: false }\n",
      "",
      "job a leaves the checkout's credentials on disk",
    ],
    ["a moving runner label", "ubuntu-24.04", "ubuntu-latest", "job a runs on a moving label"],
    [
      "an event with the base branch's rights",
      "push: {}",
      "pull_request_target: {}",
      "runs on pull_request_target",
    ],
    [
      "all secrets handed on",
      "    runs-on:",
      "    secrets: inherit\n    runs-on:",
      "job a hands on all secrets",
    ],
  ])("%s", (_, correct, broken, breach) => {
    expect(workflow).toContain(correct);
    expect(workflowBreaches(workflow.replace(correct, broken))).toEqual([breach]);
  });

  test("an input that the own action does not have", () => {
    const step = "      - uses: ./\n        with: { config: a.yml, confg: b.yml }\n";
    expect(inputsOfOwnSteps(workflow + step)).toEqual(["config", "confg"]);
  });
});
