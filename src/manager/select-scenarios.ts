import type { LoadedRunFile, LoadedScenario } from "../config/index.ts";
import { Fault } from "../fault/index.ts";

/** The scenarios whose name one of the filters matches; all when there is no filter. Throws NOTHING_TO_TEST. */
export function selectScenarios(
  loaded: LoadedRunFile,
  only: readonly string[],
): readonly LoadedScenario[] {
  const filters = only.map(toPattern);
  const chosen =
    filters.length === 0
      ? loaded.scenarios
      : loaded.scenarios.filter((scenario) => filters.some((filter) => filter.test(scenario.name)));
  if (chosen.length === 0) {
    const names = loaded.scenarios.map((scenario) => `"${scenario.name}"`).join(", ");
    throw new Fault(
      "NOTHING_TO_TEST",
      `No scenario matches ${only.map((name) => `"${name}"`).join(", ")}; there are: ${names}.`,
    );
  }
  return chosen;
}

/** Names of the servers a scenario uses, in order of first use. */
export function serversOf(scenario: LoadedScenario): readonly string[] {
  return [...new Set(scenario.steps.map((step) => step.server))];
}

/** `*` stands for any text, everything else for itself. */
function toPattern(filter: string): RegExp {
  const parts = filter.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su");
}
