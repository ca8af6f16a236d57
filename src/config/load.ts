import type { LineCounter } from "yaml";
import { Fault, type Problem } from "../fault/index.ts";
import { actionOf, describeAction, expectationsOf } from "./expectations.ts";
import { grow } from "./grow.ts";
import type { Lookup } from "./interpolate.ts";
import { findingsOf } from "./issues.ts";
import type { LoadedRunFile, LoadedScenario, LoadedStep } from "./loaded.ts";
import { scenarioFindings } from "./meaning-scenarios.ts";
import { serverFindings } from "./meaning-servers.ts";
import { mayComeFromEnvironment } from "./names.ts";
import { folderOf } from "./paths.ts";
import { maxRunFileBytes } from "./read.ts";
import { type RunFile, runFile } from "./run-file.ts";
import type { ScenarioSpec, StepSpec } from "./scenario.ts";
import { type Finding, readSource } from "./source.ts";
import { offsetAt, type Path, type Position, positionOf, type Tree } from "./tree.ts";
import { plainOf } from "./values.ts";
import { nearest } from "./wording.ts";

export interface LoadRequest {
  /** As shown in messages; relative paths in the run file start from its folder. */
  readonly file: string;
  readonly text: string;
  /** Values for `${NAME}` that come before the environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that no path of the run file may leave. */
  readonly workspace: string;
  /** When given, every name in a `secrets:` list must be in it. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** When given, names of the templates there are. */
  readonly templates?: readonly string[];
}

const maxShown = 20;

/** Reads, fills in and checks a run file. Throws RUN_FILE_INVALID with all problems, of which the first 20 are listed. */
export function loadRunFile(request: LoadRequest): LoadedRunFile {
  const text = request.text.replace(/^\ufeff/, "");
  const { file } = request;
  if (Buffer.byteLength(text) > maxRunFileBytes) {
    throw refusal(file, [
      { file, line: 1, column: 1, message: "the run file is larger than 256 KiB" },
    ]);
  }
  const source = readSource(text);
  const { counter, document } = source;
  if (document === undefined) {
    throw refusal(file, problemsOf(file, source.findings, counter));
  }
  const { tree, findings, text: filled, names } = grow(document, text, lookupIn(request));
  if (tree.kind !== "map") {
    throw refusal(file, problemsOf(file, [...findings, notAMap(tree)], counter));
  }
  const parsed = runFile.safeParse(plainOf(tree));
  const surroundings = {
    workspace: request.workspace,
    folder: folderOf(file, request.workspace),
    templates: request.templates,
    secrets: request.secrets,
  };
  const all = [
    ...findings,
    ...(parsed.success ? [] : findingsOf(parsed.error.issues, tree, counter)),
    ...serverFindings(tree, surroundings),
    ...scenarioFindings(tree, counter),
  ];
  if (!parsed.success || all.length > 0) {
    throw refusal(file, problemsOf(file, all, counter));
  }
  const locate = (path: Path) => positionOf(offsetAt(tree, path, counter), counter);
  return {
    runFile: parsed.data,
    text: filled,
    scenarios: scenariosOf(parsed.data, locate),
    unusedVariables: Object.keys(request.variables).filter((name) => !names.has(name)),
    locate,
  };
}

function lookupIn({ variables, environment }: LoadRequest): Lookup {
  return (name) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined) {
      return { value };
    }
    if (!mayComeFromEnvironment(name)) {
      const problem = `\${${name}} is never filled in from the environment; hand it over by name with \`vars\`, or list it in the server's \`secrets\``;
      return { problem };
    }
    const found = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (found !== undefined) {
      return { value: found };
    }
    const close = nearestVariable(name, Object.keys(variables));
    return {
      problem: `\${${name}} is not set${close}; hand it over with \`vars\` (--var ${name}=…), set it in the environment, or write \${${name}:-default}`,
    };
  };
}

function nearestVariable(name: string, variables: readonly string[]): string {
  const close = variables.find((known) => nearest(name, [known.toLowerCase()]) !== undefined);
  return close === undefined ? "" : `, but ${close} is`;
}

function notAMap(tree: Tree): Finding {
  const what = tree.kind === "list" ? "a list" : "a single value";
  const empty = tree.kind === "scalar" && tree.value === null;
  const message = empty
    ? "the run file is empty"
    : `the run file is ${what}; expected a map with version, servers and scenarios`;
  return { offset: tree.offset, message };
}

function scenariosOf(parsed: RunFile, locate: (path: Path) => Position): LoadedScenario[] {
  const [only] = Object.keys(parsed.servers);
  return parsed.scenarios.map((spec, index) => {
    const path = ["scenarios", index] as const;
    const steps = spec.steps.map((step, nth) =>
      loadedStep(step, spec, only ?? "", (below) => locate([...path, "steps", nth, ...below])),
    );
    return {
      name: spec.name,
      at: locate([...path]),
      tags: [],
      only: false,
      isolation: "shared",
      setup: [],
      steps,
      teardown: [],
    };
  });
}

function loadedStep(
  step: StepSpec,
  scenario: ScenarioSpec,
  only: string,
  locate: (path: Path) => Position,
): LoadedStep {
  const action = actionOf(step);
  return {
    name: step.name ?? describeAction(action),
    server: step.server ?? scenario.server ?? only,
    at: locate([]),
    action,
    capture: step.capture,
    timeoutMs: step.timeout,
    progress: false,
    input: "auto",
    repeat: 1,
    parallel: 1,
    answers: [],
    expectations: expectationsOf(step.expect, (path) => locate(["expect", ...path])),
  };
}

function problemsOf(file: string, findings: readonly Finding[], counter: LineCounter): Problem[] {
  const place = (offset: number) => positionOf(offset, counter);
  const seen = new Set<string>();
  return findings
    .toSorted((a, b) => a.offset - b.offset)
    .flatMap(({ offset, message, hint, first }) => {
      const at = first === undefined ? undefined : place(first);
      const whole = at === undefined ? message : `${message} ${at.line}:${at.column}`;
      const key = `${offset} ${whole}`;
      if (seen.has(key)) {
        return [];
      }
      seen.add(key);
      return [{ file, ...place(offset), message: whole, ...(hint ? { hint } : {}) }];
    });
}

function refusal(file: string, problems: readonly Problem[]): Fault {
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  const shown = problems.length > maxShown ? `, the first ${maxShown} are listed` : "";
  const message = `The run file ${file} has ${count}${shown}.`;
  return new Fault("RUN_FILE_INVALID", message, { problems: problems.slice(0, maxShown) });
}
