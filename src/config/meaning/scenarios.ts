import type { Outside } from "../outside.ts";
import { maxSteps } from "../rows.ts";
import type { Finding } from "../source.ts";
import { child, entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import { showValue, suggestion } from "../wording.ts";
import { stepsOf } from "../written-steps.ts";
import { captureFindings } from "./captures.ts";
import type { StepServer } from "./places.ts";
import { stepFindings } from "./steps.ts";

/** What a schema of single fields cannot say about scenarios and steps. */
export function scenarioFindings(root: Tree, outside: Outside): readonly Finding[] {
  const servers = serversOf(root);
  const scenarios = itemsOf(child(root, "scenarios"));
  return [
    ...doubleNames(scenarios),
    ...tooManySteps(root, outside),
    ...scenarios.flatMap((scenario) => {
      const own = child(scenario, "server");
      return [
        ...serverFinding(own, servers),
        ...stepsOf(scenario).flatMap((step) =>
          findingsOfStep(step, textOf(own), own !== undefined, servers, outside),
        ),
        ...captureFindings(scenario, outside.rows),
      ];
    }),
  ];
}

function serversOf(root: Tree): readonly StepServer[] {
  return entriesOf(child(root, "servers")).map(([name, { value }]) => {
    const isUrl = child(value, "url") !== undefined;
    const transport = textOf(child(value, "transport")) ?? (isUrl ? "http" : "stdio");
    return { name, kind: isUrl ? "url" : "container", transport };
  });
}

function findingsOfStep(
  step: Tree,
  ofScenario: string | undefined,
  named: boolean,
  servers: readonly StepServer[],
  { jsonPathProblem }: Outside,
): readonly Finding[] {
  const own = child(step, "server");
  const name = textOf(own) ?? ofScenario;
  const only = servers.length === 1 ? servers[0] : undefined;
  const server = name === undefined ? only : servers.find((known) => known.name === name);
  const unnamed =
    step.kind === "map" && own === undefined && !named && servers.length > 1
      ? [
          {
            offset: step.offset,
            message: "neither the step nor its scenario names a server, and there are several",
            hint: declared("", servers),
          },
        ]
      : [];
  return [
    ...stepFindings(step, { server, jsonPathProblem }),
    ...serverFinding(own, servers),
    ...unnamed,
  ];
}

function serverFinding(tree: Tree | undefined, servers: readonly StepServer[]): readonly Finding[] {
  const name = textOf(tree);
  return tree && name !== undefined && !servers.some((server) => server.name === name)
    ? [
        {
          offset: tree.offset,
          message: `there is no server ${showValue(tree)}`,
          hint: declared(name, servers),
        },
      ]
    : [];
}

function declared(name: string, servers: readonly StepServer[]): string {
  const names = servers.map((server) => server.name);
  return suggestion(name, names).replace("Allowed here", "Declared");
}

/** Reports and their files must tell scenarios apart, also where case does not count. */
function doubleNames(scenarios: readonly Tree[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return scenarios.flatMap((scenario) => {
    const tree = child(scenario, "name");
    const name = textOf(tree)?.toLowerCase();
    if (!tree || name === undefined) {
      return [];
    }
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, tree.offset);
      return [];
    }
    const message = `the scenario name ${showValue(tree)} is taken (case does not count) by the one at`;
    return [{ offset: tree.offset, message, first }];
  });
}

/** Counted before anything is made of the rows. */
function tooManySteps(root: Tree, { rows }: Outside): readonly Finding[] {
  const times = (tree: Tree): number => {
    const forEach = child(tree, "for_each");
    return forEach === undefined ? 1 : (rows.get(forEach)?.rows.length ?? 1);
  };
  let steps = 0;
  for (const scenario of itemsOf(child(root, "scenarios"))) {
    steps += times(scenario) * stepsOf(scenario).reduce((sum, step) => sum + times(step), 0);
    if (steps > maxSteps) {
      const message = `up to here the run file comes to more than ${maxSteps} steps with the rows of for_each`;
      const hint = `A run file may come to ${maxSteps} steps. Take fewer rows, or several run files.`;
      return [{ offset: scenario.offset, message, hint }];
    }
  }
  return [];
}
