import type { Action } from "./action.ts";
import type { Expectation, Predicate } from "./predicate.ts";
import { type JudgedSpec, predicateNames, type StepSpec } from "./scenario.ts";
import type { Position } from "./tree.ts";

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
    return [{ place, predicate: { name: "equals", value: judged }, at: locate(path) }];
  }
  return predicateNames.flatMap((name) =>
    judged[name] === undefined
      ? []
      : [
          {
            place,
            // The schema has checked that the value is of the predicate's kind.
            predicate: { name, value: judged[name] } as Predicate,
            at: locate([...path, name]),
          },
        ],
  );
}

/** What the step does. */
export function actionOf(step: StepSpec): Action {
  if (step.call !== undefined) {
    return { verb: "call", target: step.call, arguments: step.with ?? {} };
  }
  return step.list === undefined
    ? { verb: "ping", target: "" }
    : { verb: "list", target: step.list, pages: "all" };
}

/** A step's name in reports when it has none of its own: verb and target. */
export function describeAction({ verb, target }: Action): string {
  return target === "" ? verb : `${verb} ${target}`;
}
