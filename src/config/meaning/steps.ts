import { exclusive, modifiers } from "../modifiers.ts";
import type { Finding } from "../source.ts";
import { type Entry, entriesOf, type Tree, textOf } from "../tree.ts";
import { serverVerbNames, type VerbName, verbs } from "../verbs.ts";
import { nearest, quote } from "../wording.ts";
import { type JsonPathProblem, pathFindings, placeFindings, type StepServer } from "./places.ts";

export interface StepContext {
  readonly server: StepServer | undefined;
  readonly jsonPathProblem: JsonPathProblem;
}

/** What a schema of single fields cannot say about one step. */
export function stepFindings(step: Tree, context: StepContext): readonly Finding[] {
  if (step.kind !== "map") {
    return [];
  }
  const { entries } = step;
  const written = verbs.filter((verb) => entries.has(verb));
  const verb = written.length === 1 ? written[0] : undefined;
  return [
    ...verbFindings(step, entries, written),
    ...(verb === undefined ? [] : modifierFindings(entries, verb)),
    ...(verb === undefined ? [] : withFindings(entries, verb)),
    ...(verb === undefined ? [] : serverFindings(entries, verb, context.server)),
    ...exclusiveFindings(entries),
    ...placeFindings(step, verb, context.server),
    ...pathFindings(step, context.jsonPathProblem),
  ];
}

/** Of the server verbs, those that a session alone can do. */
const sessionVerbs: ReadonlySet<VerbName> = new Set(["connect", "disconnect"]);

function verbFindings(
  step: Tree,
  entries: ReadonlyMap<string, Entry>,
  written: readonly VerbName[],
): readonly Finding[] {
  if (written.length > 1) {
    const inOrder = [...entries].filter(([key]) => written.some((verb) => verb === key));
    const [first, second] = inOrder;
    const message = `the step has two verbs, ${first?.[0]} and ${second?.[0]}; exactly one says what it does`;
    return [{ offset: second?.[1].keyOffset ?? step.offset, message }];
  }
  if (written.length === 1) {
    return [];
  }
  // A misspelt verb is reported as an unknown key with the right one beside it.
  const misspelt = [...entries.keys()].some(
    (key) => !stepKeys.has(key) && nearest(key, verbs) !== undefined,
  );
  const message = "the step has no verb; exactly one says what it does";
  return misspelt ? [] : [{ offset: step.offset, message, hint: `Verbs are ${verbs.join(", ")}.` }];
}

const stepKeys: ReadonlySet<string> = new Set([
  "name",
  "server",
  "expect",
  "timeout",
  "for_each",
  ...Object.keys(modifiers),
]);

function modifierFindings(entries: ReadonlyMap<string, Entry>, verb: VerbName): readonly Finding[] {
  return Object.entries(modifiers).flatMap(([key, suited]) => {
    const entry = entries.get(key);
    return entry === undefined || suited.includes(verb)
      ? []
      : [
          {
            offset: entry.keyOffset,
            message: `${key}: does not go with ${verb}; it goes with ${suited.join(", ")}`,
          },
        ];
  });
}

function exclusiveFindings(entries: ReadonlyMap<string, Entry>): readonly Finding[] {
  return exclusive.flatMap(([one, other, why]) => {
    const first = entries.get(one);
    const second = entries.get(other);
    if (first === undefined || second === undefined) {
      return [];
    }
    const { keyOffset } = first.keyOffset > second.keyOffset ? first : second;
    return [
      { offset: keyOffset, message: `${one} and ${other} exclude each other: ${one} ${why}` },
    ];
  });
}

/** call takes a map, prompt a map of texts; request and notify take any params, for negative tests. */
function withFindings(entries: ReadonlyMap<string, Entry>, verb: VerbName): readonly Finding[] {
  const given = entries.get("with");
  if (given === undefined || (verb !== "call" && verb !== "prompt")) {
    return [];
  }
  if (given.value.kind !== "map") {
    return [
      {
        offset: given.keyOffset,
        message: `with: holds the arguments of a ${verb} by name; expected a map`,
      },
    ];
  }
  return verb === "call"
    ? []
    : entriesOf(given.value)
        .filter(([, { value }]) => textOf(value) === undefined && !isBroken(value))
        .map(([name, { value }]) => ({
          offset: value.offset,
          message: `the argument ${quote(name)} of a prompt must be text; put quotes around it`,
        }));
}

function isBroken(tree: Tree): boolean {
  return tree.kind === "scalar" && tree.broken;
}

function serverFindings(
  entries: ReadonlyMap<string, Entry>,
  verb: VerbName,
  server: StepServer | undefined,
): readonly Finding[] {
  if (server === undefined) {
    return [];
  }
  const act = entries.get(verb);
  const headers = entries.get("headers");
  return [
    ...(act && server.kind === "url" && serverVerbNames.includes(verb) && !sessionVerbs.has(verb)
      ? [
          {
            offset: act.keyOffset,
            message: `${verb} acts on a container, but the server ${quote(server.name)} is a url`,
          },
        ]
      : []),
    ...(headers && server.transport === "stdio"
      ? [
          {
            offset: headers.keyOffset,
            message: `headers: go with HTTP, but the server ${quote(server.name)} is spoken to over stdio`,
          },
        ]
      : []),
  ];
}
