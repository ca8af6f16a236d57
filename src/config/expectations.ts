import { type JudgedSpec, type PredicateName, predicateNames, type StepSpec } from "./scenario.ts";
import type { Position } from "./tree.ts";

/** One thing that must hold of a step's result. */
export interface Expectation {
  /** `text`, `is_error`, `error`, `error.code`, `error.message`, `structured`, `duration` (ms), `bytes`, or a JSONPath. */
  readonly place: string;
  readonly predicate: PredicateName;
  readonly expected: unknown;
  readonly at: Position;
}

/** A step's expectations one by one, in the order written; a bare value is `equals`. `locate` takes a path below `expect`. */
export function expectationsOf(
  spec: StepSpec["expect"],
  locate: (path: readonly string[]) => Position,
): readonly Expectation[] {
  const found = Object.entries(spec ?? {}).flatMap(([key, value]) => {
    if (key === "error" && typeof value === "object" && value !== null) {
      return Object.entries(value).flatMap(([part, judged]: [string, JudgedSpec | undefined]) =>
        predicatesOf(`error.${part}`, judged, [key, part], locate),
      );
    }
    // `error` with code and message was taken above; everything else is judged as it is.
    return predicatesOf(key, value as JudgedSpec | undefined, [key], locate);
  });
  // The schema gives known places first, whatever the order they were written in.
  return found.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

function predicatesOf(
  place: string,
  judged: JudgedSpec | undefined,
  path: readonly string[],
  locate: (path: readonly string[]) => Position,
): readonly Expectation[] {
  if (judged === undefined) {
    return [];
  }
  if (typeof judged !== "object" || judged === null) {
    return [{ place, predicate: "equals", expected: judged, at: locate(path) }];
  }
  return predicateNames.flatMap((predicate) =>
    judged[predicate] === undefined
      ? []
      : [{ place, predicate, expected: judged[predicate], at: locate([...path, predicate]) }],
  );
}

/** A step's name in reports: its own, or verb and target. */
export function describeStep(step: Pick<StepSpec, "name" | "call" | "list">): string {
  if (step.name !== undefined) {
    return step.name;
  }
  if (step.call !== undefined) {
    return `call ${step.call}`;
  }
  return step.list === undefined ? "ping" : `list ${step.list}`;
}
