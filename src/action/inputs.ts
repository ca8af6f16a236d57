import { z } from "zod";
import { allowProblem, parseDurationMs } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import { parseMirror } from "../registry/index.ts";
import { parseVariables } from "./variables.ts";

/** The words YAML 1.2 knows for booleans; what other readers take for one (`yes`, `on`) is an error. */
const yes = ["true", "True", "TRUE"];
const no = ["false", "False", "FALSE"];
const maxRetentionDays = 400;
const maxShownLength = 80;
const minTimeoutMs = 1_000;
const maxTimeoutMs = 86_400_000;

const lines = z
  .string()
  .transform((text) => text.split(/\r?\n/).map((line) => line.trim()))
  .transform((all) => all.filter((line) => line !== ""));

const switched = z
  .string()
  .trim()
  .refine((text) => yes.includes(text) || no.includes(text), "must be true or false")
  .transform((text) => yes.includes(text));

const duration = z
  .string()
  .trim()
  .transform((text, context) => {
    const ms = text === "" ? undefined : (parseDurationMs(text) ?? 0);
    if (ms !== undefined && (ms < minTimeoutMs || ms > maxTimeoutMs)) {
      context.addIssue("must be a duration from 1s to 1d, such as 90s or 15m");
      return z.NEVER;
    }
    return ms;
  });

const days = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, `must be a number of days from 1 to ${maxRetentionDays}, or 0`)
  .transform(Number)
  .refine((count) => count <= maxRetentionDays, `must be at most ${maxRetentionDays}`);

const mirror = z
  .string()
  .trim()
  .transform((text, context) => {
    try {
      return text === "" ? undefined : parseMirror(text);
    } catch (thrown) {
      context.addIssue(`is no mirror: ${asFault(thrown).message}`);
      return z.NEVER;
    }
  });

const allowed = lines.superRefine((names, context) => {
  for (const name of names) {
    const problem = allowProblem(name);
    if (problem !== undefined) {
      context.addIssue(`names "${name.slice(0, maxShownLength)}", which ${problem}`);
    }
  }
});

const variables = z.string().transform((text, context) => {
  const { values, problems } = parseVariables(text);
  for (const problem of problems) {
    context.addIssue(problem);
  }
  return values;
});

/** Every input of the action. The text defaults here stand in action.yml too, and a test compares them. */
export const inputSchemas = {
  config: z
    .string()
    .trim()
    .prefault("")
    .describe(
      "Path of the run file, from the workspace. When empty: `mcp-manager.yml`, then `.github/mcp-manager.yml`.",
    ),
  vars: variables
    .prefault("")
    .describe(
      "Values for `${NAME}` in the run file, as `NAME=value` lines. They go before the environment.",
    ),
  only: lines
    .prefault("")
    .describe(
      "Names of the scenarios to run, or `tag:NAME`, one a line; `*` stands for any text. All when empty.",
    ),
  "keep-running": switched
    .prefault("false")
    .describe(
      "Leaves the servers up for later steps of the job. They are removed at the end of the job all the same.",
    ),
  "fail-on": z
    .literal(["failed", "never"])
    .prefault("failed")
    .describe(
      "What fails the step: `failed` (anything that did not pass) or `never`. A run in which nothing could be tested always fails it.",
    ),
  allow: allowed
    .prefault("")
    .describe(
      "What servers of the run file may relax of their isolation, one a line: `root`, `writable-rootfs`, `new-privileges`, `unconfined-seccomp`, `capability:NAME`, `device:/dev/NAME`, `host-path:/PATH`. Nothing when empty.",
    ),
  locked: switched
    .prefault("false")
    .describe(
      "Installs exactly what the lock file beside the run file says (`mcp-manager.lock.yml`, written by `docker-mcp-manager lock`), and fails where that has become something else.",
    ),
  timeout: duration
    .prefault("")
    .describe("Time for the whole run, for example `10m`. When empty: the run file's `timeout`."),
  cache: z
    .literal(["true", "false", "gha"])
    .prefault("true")
    .describe(
      "Keeps images that the run builds in the workflow's cache, where that saves time: `true`, `false`, or `gha` to build by `docker buildx` and keep the steps of the build instead, which needs a builder such as docker/setup-buildx-action makes. Jobs of pull requests only read the cache.",
    ),
  "registry-mirror": mirror
    .prefault("")
    .describe(
      "A mirror of Docker Hub, as `host[:port][/path]`; the Hub itself is asked when it fails. Logins are those of `docker login`.",
    ),
  upload: switched
    .prefault("true")
    .describe("Uploads the reports as artifacts of the workflow run."),
  "artifact-name": z
    .string()
    .trim()
    .prefault("")
    .describe(
      "Name of the artifact. When empty: `docker-mcp-manager-` and the job's id. A name already taken gets a suffix.",
    ),
  "retention-days": days
    .prefault("0")
    .describe("Days to keep the artifacts; 0 takes the repository's setting."),
  summary: switched.prefault("true").describe("Writes the report to the job summary."),
  annotations: switched
    .prefault("true")
    .describe("Marks failed steps at their lines of the run file, as annotations."),
  "log-level": z
    .literal(["warning", "info", "debug"])
    .prefault("info")
    .describe(
      "What the job log shows: `warning` only what went wrong, `info` each step too, `debug` the engine's versions and the manager's own log as well.",
    ),
} as const;

export type InputName = keyof typeof inputSchemas;

export type ActionInputs = { readonly [Name in InputName]: z.output<(typeof inputSchemas)[Name]> };

/** Name, text default and description of every input, in order. */
export function inputTable(): readonly {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}[] {
  return Object.entries(inputSchemas).map(([name, schema]) => ({
    name,
    default: String(schema.def.defaultValue),
    description: schema.description ?? "",
  }));
}

/** Reads INPUT_* variables. Throws USAGE that names every bad input at once. */
export function readInputs(
  environment: Readonly<Record<string, string | undefined>>,
): ActionInputs {
  const problems: string[] = [];
  const values = Object.entries(inputSchemas).map(([name, schema]) => {
    const given = environment[`INPUT_${name.toUpperCase()}`];
    const result = schema.safeParse(given);
    if (!result.success) {
      const said = [...new Set(result.error.issues.map((issue) => wording(issue)))].join("; ");
      problems.push(`Input \`${name}\` ${said}.${shownValue(name, given)}`);
    }
    return [name, result.data] as const;
  });
  if (problems.length > 0) {
    const hint = "The inputs are listed in docs/action.md.";
    throw new Fault("USAGE", problems.join("\n"), { hint });
  }
  // Every entry was made by the schema of its name just above.
  return Object.fromEntries(values) as ActionInputs;
}

/** Values of variables may be anything, also what nobody should read; a bad mirror is shown in its message, a password never. */
function shownValue(name: string, given: string | undefined): string {
  return name === "vars" || name === "registry-mirror"
    ? ""
    : ` It is ${JSON.stringify((given ?? "").slice(0, maxShownLength))}.`;
}

function wording(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_value"
    ? `must be one of ${issue.values.join(", ")}`
    : issue.message;
}
