import type { LineCounter } from "yaml";
import { capturesIn } from "./captures.ts";
import { verbs } from "./json-schema.ts";
import { places } from "./scenario.ts";
import type { Finding } from "./source.ts";
import {
  child,
  type Entry,
  entriesOf,
  entryOffset,
  itemsOf,
  type ScalarTree,
  type Tree,
  textOf,
} from "./tree.ts";
import { nearest, quote, showValue, suggestion } from "./wording.ts";

/** What a schema of single fields cannot say about scenarios and steps. */
export function scenarioFindings(root: Tree, counter: LineCounter): readonly Finding[] {
  const servers = entriesOf(child(root, "servers")).map(([name]) => name);
  const scenarios = itemsOf(child(root, "scenarios"));
  return [
    ...doubleNames(scenarios),
    ...scenarios.flatMap((scenario) => {
      const own = child(scenario, "server");
      const captured = new Set<string>();
      return [
        ...serverFinding(own, servers),
        ...itemsOf(child(scenario, "steps")).flatMap((step) => {
          const found = stepFindings(step, {
            servers,
            named: own !== undefined,
            captured,
            counter,
          });
          entriesOf(child(step, "capture")).forEach(([name]) => captured.add(name));
          return found;
        }),
      ];
    }),
  ];
}

interface Context {
  readonly servers: readonly string[];
  /** The scenario names its server. */
  readonly named: boolean;
  /** By the steps above. */
  readonly captured: ReadonlySet<string>;
  readonly counter: LineCounter;
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

function stepFindings(step: Tree, context: Context): readonly Finding[] {
  if (step.kind !== "map") {
    return [];
  }
  const own = child(step, "server");
  return [
    ...verbFindings(step, step.entries),
    ...serverFinding(own, context.servers),
    ...(own === undefined && !context.named && context.servers.length > 1
      ? [
          {
            offset: step.offset,
            message: "neither the step nor its scenario names a server, and there are several",
            hint: suggestion("", context.servers).replace("Allowed here", "Declared"),
          },
        ]
      : []),
    ...placeFindings(child(step, "expect"), context.counter),
    ...[child(step, "with"), child(step, "expect")].flatMap((tree) =>
      scalarsOf(tree).flatMap((scalar) => captureFindings(scalar, context.captured)),
    ),
  ];
}

function verbFindings(step: Tree, entries: ReadonlyMap<string, Entry>): readonly Finding[] {
  const [first, second] = [...entries].filter(([key]) => verbs.some((verb) => verb === key));
  if (first && second) {
    const message = `the step has two verbs, ${first[0]} and ${second[0]}; exactly one of ${verbs.join(", ")} says what it does`;
    return [{ offset: second[1].keyOffset, message }];
  }
  if (!first) {
    // A misspelt verb is reported as an unknown key with the right one beside it.
    const known = new Set(["name", "server", "with", "expect", "capture", "timeout"]);
    const misspelt = [...entries.keys()].some((key) => !known.has(key) && nearest(key, verbs));
    const message = `the step has no verb; exactly one of ${verbs.join(", ")} says what it does`;
    return misspelt ? [] : [{ offset: step.offset, message }];
  }
  const given = entries.get("with");
  return given && first[0] !== "call"
    ? [
        {
          offset: given.keyOffset,
          message: `with: holds the arguments of a call; ${first[0]} takes none`,
        },
      ]
    : [];
}

function serverFinding(tree: Tree | undefined, servers: readonly string[]): readonly Finding[] {
  const name = textOf(tree);
  return tree && name !== undefined && !servers.includes(name)
    ? [
        {
          offset: tree.offset,
          message: `there is no server ${showValue(tree)}`,
          hint: suggestion(name, servers).replace("Allowed here", "Declared"),
        },
      ]
    : [];
}

const numberPlaces: ReadonlySet<string> = new Set(["duration", "bytes"]);

function placeFindings(expect: Tree | undefined, counter: LineCounter): readonly Finding[] {
  return entriesOf(expect).flatMap(([place, entry]) => {
    if (!place.startsWith("$") && !Object.hasOwn(places, place)) {
      const hint = `${suggestion(place, Object.keys(places))} Or a JSONPath, which begins with $.`;
      return [
        { offset: entry.keyOffset, message: `unknown place ${quote(place)} in expect`, hint },
      ];
    }
    const words = entriesOf(entry.value).map(([key]) => key);
    const text =
      textOf(entry.value) ?? textOf(child(entry.value, "equals")) ?? words.find(readsText);
    return numberPlaces.has(place) && text !== undefined
      ? [
          {
            offset: entryOffset(entry, counter),
            message: `${place} is a number; judge it with above and below`,
          },
        ]
      : [];
  });
}

function readsText(predicate: string): boolean {
  return predicate === "contains" || predicate === "matches";
}

function captureFindings(scalar: ScalarTree, captured: ReadonlySet<string>): readonly Finding[] {
  const text = textOf(scalar);
  return [...new Set(text === undefined ? [] : capturesIn(text))]
    .filter((name) => !captured.has(name))
    .map((name) => {
      const shown = scalar.written === undefined ? `{{ ${name} }}` : showValue(scalar);
      return {
        offset: scalar.offset,
        message: `${shown} names no capture of an earlier step of this scenario`,
        hint: nearest(name, [...captured])
          ? suggestion(name, [...captured])
          : "Capture it in an earlier step with capture:.",
      };
    });
}

function scalarsOf(tree: Tree | undefined): readonly ScalarTree[] {
  switch (tree?.kind) {
    case "scalar":
      return [tree];
    case "list":
      return tree.items.flatMap(scalarsOf);
    case "map":
      return [...tree.entries.values()].flatMap(({ value }) => scalarsOf(value));
    case undefined:
      return [];
  }
}
