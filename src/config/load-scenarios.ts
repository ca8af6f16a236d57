import { actionOf, describeAction } from "./action-of.ts";
import { answersOf } from "./answers-of.ts";
import { expectationsOf } from "./expectations.ts";
import type { LoadedScenario, LoadedStep, WireFault } from "./loaded.ts";
import type { Making } from "./predicates-of.ts";
import { labelsOf, type Rows } from "./rows.ts";
import type { RunFile } from "./run-file.ts";
import type { ScenarioSpec } from "./scenario.ts";
import type { StepSpec } from "./step.ts";
import type { Path, Tree } from "./tree.ts";
import type { Phase } from "./written-steps.ts";

export interface LoadingScenarios extends Omit<Making, "snapshotKey"> {
  /** By the value of `for_each`. */
  readonly rows: ReadonlyMap<Tree, Rows>;
}

type Row = NonNullable<LoadedStep["row"]>;

/** The scenarios of a run file that was found sound; one for each row of a `for_each`. */
export function scenariosOf(parsed: RunFile, loading: LoadingScenarios): LoadedScenario[] {
  const [only = ""] = Object.keys(parsed.servers);
  return parsed.scenarios.flatMap((spec, index) => {
    const path = ["scenarios", index] as const;
    return eachRow(path, loading).map(({ row, label }) =>
      scenarioOf(spec, path, only, row, label, loading),
    );
  });
}

function scenarioOf(
  spec: ScenarioSpec,
  path: Path,
  only: string,
  row: Row | undefined,
  label: string | undefined,
  loading: LoadingScenarios,
): LoadedScenario {
  const name = withLabel(spec.name, label);
  const used = new Map<string, number>();
  const steps = (phase: Phase): readonly LoadedStep[] =>
    spec[phase].flatMap((step, nth) =>
      stepsOf(
        step,
        [...path, phase, nth],
        { name, row, used, server: spec.server ?? only },
        loading,
      ),
    );
  return {
    name,
    at: loading.locate(path),
    tags: spec.tags,
    only: spec.only,
    isolation: spec.isolation,
    ...(spec.timeout === undefined ? {} : { timeoutMs: spec.timeout }),
    ...(spec.trials === undefined
      ? {}
      : { trials: { times: spec.trials.times, passRate: spec.trials.pass_rate } }),
    setup: steps("setup"),
    steps: steps("steps"),
    teardown: steps("teardown"),
    ...(row === undefined ? {} : { row }),
  };
}

interface Around {
  /** Of the scenario, with its row's label. */
  readonly name: string;
  readonly row: Row | undefined;
  readonly server: string;
  /** Keys of snapshots, with how often they were given. */
  readonly used: Map<string, number>;
}

function stepsOf(
  spec: StepSpec,
  path: Path,
  around: Around,
  loading: LoadingScenarios,
): readonly LoadedStep[] {
  return eachRow(path, loading).map(({ row, label }) => {
    const merged = row === undefined ? around.row : { ...around.row, ...row };
    return stepOf(spec, path, { ...around, row: merged }, label, loading);
  });
}

function stepOf(
  spec: StepSpec,
  path: Path,
  { name: scenario, row, server, used }: Around,
  label: string | undefined,
  loading: LoadingScenarios,
): LoadedStep {
  const unkeyed = { ...loading, snapshotKey: () => "" };
  const action = actionOf(spec, path, unkeyed);
  const name = withLabel(spec.name ?? describeAction(action), label);
  const making: Making = {
    ...loading,
    snapshotKey: (place, own) => {
      const key = own === undefined ? `${scenario} › ${name} › ${place}` : withLabel(own, label);
      const times = (used.get(key) ?? 0) + 1;
      used.set(key, times);
      return times === 1 ? key : `${key} #${times}`;
    },
  };
  const expectations = expectationsOf(spec.expect, [...path, "expect"], making);
  const until =
    spec.retry?.until && expectationsOf(spec.retry.until, [...path, "retry", "until"], making);
  const retry = spec.retry && {
    times: spec.retry.times,
    delayMs: spec.retry.delay,
    ...present("until", until),
  };
  return {
    name,
    server: spec.server ?? server,
    at: loading.locate(path),
    action,
    expectations,
    capture: spec.capture,
    timeoutMs: spec.timeout,
    ...present("meta", spec.meta),
    ...present("headers", spec.headers),
    ...present("cancelAfterMs", spec.cancel_after),
    progress:
      spec.progress ??
      [...expectations, ...(until ?? [])].some(({ place }) => place === "progress"),
    input: spec.input,
    ...present("fault", faultOf(spec.fault)),
    ...timesOf(spec),
    ...present("retry", retry),
    ...present(
      "trials",
      spec.trials && { times: spec.trials.times, passRate: spec.trials.pass_rate },
    ),
    answers: answersOf(spec.answers, [...path, "answers"], making),
    ...present("row", row),
    ...present("rowLabel", label),
  };
}

/** `parallel` alone does each of them once. */
function timesOf({
  repeat,
  parallel = 1,
  trials,
}: StepSpec): Pick<LoadedStep, "repeat" | "parallel"> {
  return { repeat: repeat ?? (trials === undefined ? parallel : 1), parallel };
}

function faultOf(spec: StepSpec["fault"]): WireFault | undefined {
  return typeof spec === "object" ? { kind: "delay", ms: spec.delay } : spec && { kind: spec };
}

/** An object with the value, or without the key when there is none. */
function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // One key, given by its own type.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

function eachRow(
  path: Path,
  { treeAt, rows }: LoadingScenarios,
): readonly { readonly row?: Row; readonly label?: string }[] {
  const tree = treeAt([...path, "for_each"]);
  const found = tree === undefined ? undefined : rows.get(tree);
  if (found === undefined) {
    return [{}];
  }
  const labels = labelsOf(found);
  return found.rows.map((row, nth) => ({ row, label: labels[nth] ?? String(nth + 1) }));
}

function withLabel(name: string, label: string | undefined): string {
  return label === undefined ? name : `${name} [${label}]`;
}
