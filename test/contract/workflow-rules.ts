import { isMap, isPair, isScalar, parseDocument, visit } from "yaml";
import { z } from "zod";

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});

const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      "runs-on": z.unknown().optional(),
      "timeout-minutes": z.number().optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      secrets: z.unknown().optional(),
      steps: z.array(step).default([]),
    }),
  ),
});

/** Events that run with the rights of the base branch on code or data of a pull request. */
const dangerousEvents = ["pull_request_target", "workflow_run", "issue_comment"];

const maxMinutes = 60;

/** What a workflow does against our rules, as sentences. */
export function workflowBreaches(text: string): string[] {
  const document = parseDocument(text);
  const { on, permissions, jobs } = workflow.parse(document.toJS());
  const found = [...pinBreaches(text)];
  for (const event of Object.keys(on).filter((name) => dangerousEvents.includes(name))) {
    found.push(`runs on ${event}`);
  }
  if (JSON.stringify(permissions) !== "{}") {
    found.push("the workflow's own permissions are not {}");
  }
  for (const [name, job] of Object.entries(jobs)) {
    const minutes = job["timeout-minutes"];
    if (minutes === undefined || minutes > maxMinutes) {
      found.push(`job ${name} has no timeout-minutes up to ${maxMinutes}`);
    }
    if (job.permissions === undefined) {
      found.push(`job ${name} does not say its permissions`);
    }
    for (const [scope, right] of Object.entries(job.permissions ?? {})) {
      if (scope !== "contents" || right !== "read") {
        found.push(`job ${name} asks for ${scope}: ${right}`);
      }
    }
    if (job.secrets === "inherit") {
      found.push(`job ${name} hands on all secrets`);
    }
    if (JSON.stringify(job["runs-on"] ?? "").includes("-latest")) {
      found.push(`job ${name} runs on a moving label`);
    }
    for (const { uses, run, with: inputs } of job.steps) {
      if (run?.includes("${{") === true) {
        found.push(`job ${name} has an expression in run: ${run.trim().split("\n")[0]}`);
      }
      if (uses?.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false) {
        found.push(`job ${name} leaves the checkout's credentials on disk`);
      }
    }
  }
  return found;
}

/** Every `uses` of somebody else must be a commit with its version as comment. */
function pinBreaches(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Pair(_, pair) {
      if (!isScalar(pair.key) || pair.key.value !== "uses" || !isScalar(pair.value)) {
        return;
      }
      const uses = String(pair.value.value);
      if (uses.startsWith("./") || uses.startsWith("$/")) {
        return;
      }
      if (!/@[0-9a-f]{40}$/.test(uses)) {
        found.push(`${uses} is not pinned to a commit`);
      } else if (!/^ v\d+\.\d+\.\d+$/.test(pair.value.comment ?? "")) {
        found.push(`${uses} does not say its version in a comment`);
      }
    },
  });
  return found;
}

/** Inputs that the steps which use this repository's own action pass to it. */
export function inputsOfOwnSteps(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Map(_, map) {
      if (map.get("uses") !== "./") {
        return;
      }
      const inputs = map.get("with");
      for (const pair of isMap(inputs) ? inputs.items : []) {
        if (isPair(pair) && isScalar(pair.key)) {
          found.push(String(pair.key.value));
        }
      }
    },
  });
  return found;
}
