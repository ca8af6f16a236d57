import type { LoadedRunFile, LoadedScenario } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";

const tagPrefix = "tag:";

/**
 * The scenarios whose name, or a tag after `tag:`, one of the filters matches; without filters those marked `only`,
 * else all. Throws NOTHING_TO_TEST.
 */
export function selectScenarios(
  loaded: LoadedRunFile,
  only: readonly string[],
): readonly LoadedScenario[] {
  if (only.length === 0) {
    const marked = loaded.scenarios.filter((scenario) => scenario.only);
    return marked.length === 0 ? loaded.scenarios : marked;
  }
  const filters = only.map(toFilter);
  const chosen = loaded.scenarios.filter((scenario) => filters.some((takes) => takes(scenario)));
  if (chosen.length === 0) {
    const names = loaded.scenarios.map((scenario) => `"${scenario.name}"`).join(", ");
    const tags = [...new Set(loaded.scenarios.flatMap((scenario) => scenario.tags))].join(", ");
    throw new Fault(
      "NOTHING_TO_TEST",
      `No scenario matches ${only.map((name) => `"${name}"`).join(", ")}; there are: ${names}${tags === "" ? "" : `; tags: ${tags}`}.`,
    );
  }
  return chosen;
}

function toFilter(only: string): (scenario: LoadedScenario) => boolean {
  if (!only.startsWith(tagPrefix)) {
    const pattern = toPattern(only);
    return ({ name }) => pattern.test(name);
  }
  const pattern = toPattern(only.slice(tagPrefix.length));
  return ({ tags }) => tags.some((tag) => pattern.test(tag));
}

/** Names of the servers a scenario uses, in order of first use. */
export function serversOf(scenario: LoadedScenario): readonly string[] {
  const { setup, steps, teardown } = scenario;
  return [...new Set([...setup, ...steps, ...teardown].map((step) => step.server))];
}

/** `*` stands for any text, everything else for itself. */
function toPattern(filter: string): RegExp {
  const parts = filter.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su");
}
