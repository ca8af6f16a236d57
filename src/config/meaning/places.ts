import {
  expectTrees,
  judgedTrees,
  predicateTrees,
  rulesOf,
  sequencePaths,
  writtenPlaces,
} from "../judged-tree.ts";
import { scopes } from "../modifiers.ts";
import { placeOf, places } from "../places.ts";
import type { Finding } from "../source.ts";
import { child, entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import type { VerbName } from "../verbs.ts";
import { quote, suggestion } from "../wording.ts";
import { judgedFindings } from "./judged.ts";

/** What is known of the server of a step. */
export interface StepServer {
  readonly name: string;
  readonly kind: "url" | "container";
  readonly transport: string;
}

/** What tells of a JSONPath that is none. */
export type JsonPathProblem = (path: string) => string | undefined;

/** Places that a step does not have, and predicates that can never hold there. */
export function placeFindings(
  step: Tree,
  verb: VerbName | undefined,
  server: StepServer | undefined,
): readonly Finding[] {
  return expectTrees(step)
    .flatMap(writtenPlaces)
    .flatMap(({ place: name, entry }) => {
      const place = placeOf(name);
      if (place === undefined) {
        // The parts of error are keys of the schema.
        const hint = `${suggestion(name, Object.keys(places))} Or a JSONPath, which begins with $.`;
        return name.startsWith("error.")
          ? []
          : [{ offset: entry.keyOffset, message: `unknown place ${quote(name)} in expect`, hint }];
      }
      if (name === "error" && entry.value.kind === "scalar") {
        // The schema takes true and false only.
        return [];
      }
      const shown = name.startsWith("$") ? "a JSONPath" : name;
      if (verb !== undefined && place.scope !== "always" && !scopes[place.scope].includes(verb)) {
        const suited = scopes[place.scope].join(", ");
        return [
          {
            offset: entry.keyOffset,
            message: `${shown} is no place of ${verb}; ${suited} have it`,
          },
        ];
      }
      const missing = server === undefined ? undefined : missingOf(server, place.needs);
      if (missing !== undefined) {
        return [
          { offset: entry.keyOffset, message: `${name} is not known of the server ${missing}` },
        ];
      }
      return judgedFindings(entry.value, {
        place: shown,
        kind: place.kind,
        ordered: ["notifications", "progress", "requests"].includes(name),
      });
    });
}

function missingOf(
  server: StepServer,
  needs: "http" | "container" | undefined,
): string | undefined {
  if (needs === "http" && server.transport === "stdio") {
    return `${quote(server.name)}, which is spoken to over stdio`;
  }
  return needs === "container" && server.kind === "url"
    ? `${quote(server.name)}, which is a url and runs elsewhere`
    : undefined;
}

/** Every JSONPath of the step that is none. */
export function pathFindings(step: Tree, problem: JsonPathProblem): readonly Finding[] {
  const judged = judgedTrees(step);
  const keys = [
    ...expectTrees(step).flatMap(entriesOf),
    ...entriesOf(child(child(step, "wait_for"), "where")),
    ...rulesOf(child(step, "answers")).flatMap((rule) => entriesOf(child(rule, "when"))),
    ...judged.flatMap(sequencePaths),
  ].map(([key, { keyOffset }]) => ({ path: key, offset: keyOffset }));
  const values = [
    ...entriesOf(child(step, "capture")).map(([, { value }]) => value),
    ...judged
      .flatMap((tree) => predicateTrees(tree, "snapshot"))
      .flatMap((snapshot) => itemsOf(child(snapshot, "mask"))),
  ].map((tree) => ({ path: textOf(tree) ?? "", offset: tree.offset }));
  return [...keys, ...values].flatMap(({ path, offset }) => pathFinding(path, offset, problem));
}

/** A finding when `path` begins as a JSONPath and is none. */
export function pathFinding(
  path: string,
  offset: number,
  problem: JsonPathProblem,
): readonly Finding[] {
  const why = path.startsWith("$") ? problem(path) : undefined;
  return why === undefined ? [] : [{ offset, message: `${quote(path)} is no JSONPath: ${why}` }];
}
