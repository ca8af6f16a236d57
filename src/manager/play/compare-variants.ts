import type { StepResult } from "../../scenario/index.ts";
import type { World } from "../world.ts";
import { normalised } from "./normalise.ts";
import type { Played } from "./play-trials.ts";
import type { Variant } from "./variants.ts";

/** How a step of two variants differs. */
interface Difference {
  readonly step: StepResult;
  readonly what: "outcome" | "result";
  readonly first: string;
  readonly second: string;
}

const longestShown = 200;
/** Verbs whose result is of another kind in each era, or a measurement. */
const incomparable = new Set(["ping", "start", "restart", "stop", "connect", "listen"]);

/**
 * Compares the variants of each scenario, step by step, with the first of them, and records what differs: as a
 * finding of the server, and all of it as one event `parity` for each scenario.
 */
export function compareVariants(
  results: ReadonlyMap<Variant, Played>,
  { record, clock }: Pick<World, "record" | "clock">,
): void {
  for (const [first, ...others] of groups(results)) {
    for (const other of others) {
      if (
        first === undefined ||
        first.played.outcome === "skipped" ||
        other.played.outcome === "skipped"
      ) {
        continue;
      }
      const differences = differencesOf(first.played.steps, other.played.steps);
      const atMs = clock.nowMs();
      const pair = [first.variant.protocol, other.variant.protocol];
      for (const { step, what, first: one, second } of differences) {
        record.finding({
          server: step.server,
          code: "parity-differs",
          severity: "warning",
          message: `${other.variant.scenario.name}, step ${step.position + 1} (${`${step.verb} ${step.target}`.trimEnd()}): its ${what} differs between protocol ${pair.join(" and ")}: ${one} and ${second}`,
          atMs,
          stepId: null,
        });
      }
      const steps = differences.map(({ step, ...rest }) => ({ ...rest, position: step.position }));
      const data = { scenario: other.variant.scenario.name, protocols: pair, differences: steps };
      record.event({ atMs, kind: "parity", server: null, data: JSON.stringify(data) });
    }
  }
}

interface Compared {
  readonly variant: Variant;
  readonly played: Played;
}

/** The variants of one scenario each, in their order, where there are several. */
function groups(results: ReadonlyMap<Variant, Played>): readonly (readonly Compared[])[] {
  const byName = new Map<string, Compared[]>();
  for (const [variant, played] of results) {
    if (variant.protocol !== null) {
      const group = byName.get(variant.scenario.name) ?? [];
      group.push({ variant, played });
      byName.set(variant.scenario.name, group);
    }
  }
  return [...byName.values()].filter((group) => group.length > 1);
}

function differencesOf(
  first: readonly StepResult[],
  second: readonly StepResult[],
): readonly Difference[] {
  return second.flatMap((step, position): readonly Difference[] => {
    const other = first[position];
    if (other === undefined) {
      return [];
    }
    if (other.outcome !== step.outcome) {
      return [{ step, what: "outcome", first: other.outcome, second: step.outcome }];
    }
    if (incomparable.has(step.verb)) {
      return [];
    }
    const [one, two] = [normalised(other.resultJson), normalised(step.resultJson)];
    return one === two ? [] : [{ step, what: "result", ...shown(one, two) }];
  });
}

/** From a little before where two texts part. */
function shown(one: string, two: string): Pick<Difference, "first" | "second"> {
  let same = 0;
  while (same < one.length && one[same] === two[same]) {
    same += 1;
  }
  const from = Math.max(0, same - longestShown / 4);
  const cut = (text: string) =>
    `${from > 0 ? "…" : ""}${text.slice(from, from + longestShown)}${text.length > from + longestShown ? "…" : ""}`;
  return { first: cut(one), second: cut(two) };
}
