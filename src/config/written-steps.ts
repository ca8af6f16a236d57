import { child, itemsOf, type Tree } from "./tree.ts";

/** The lists of steps of a scenario, in the order they are done. */
export const phases = ["setup", "steps", "teardown"] as const;
export type Phase = (typeof phases)[number];

/** The steps of setup, steps and teardown. */
export function stepsOf(scenario: Tree): readonly Tree[] {
  return phases.flatMap((phase) => [...itemsOf(child(scenario, phase))]);
}
