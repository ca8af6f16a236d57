import { type SchemaProblem, type Spec, schemaDefect } from "../schema/index.ts";
import { count, quote } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import { type ListShape, maxEntries, type Report } from "./shape.ts";
import { uriProblem, uriTemplateProblem } from "./uri.ts";

/** The definition in the specification's schema of what a list holds. */
const names: Readonly<Record<string, string>> = {
  tools: "Tool",
  resources: "Resource",
  resourceTemplates: "ResourceTemplate",
  prompts: "Prompt",
  tasks: "Task",
};

/**
 * Says what of the entries of a list the specification proves wrong.
 *
 * `told` are the entries of which something has been said already.
 */
export function lintDefinitions(
  shape: ListShape,
  entries: readonly unknown[],
  told: ReadonlySet<number>,
  spec: Spec,
  report: Report,
): void {
  const name = names[shape.key] ?? "";
  for (const [index, entry] of entries.slice(0, maxEntries).entries()) {
    if (told.has(index)) {
      continue;
    }
    const called = (): string =>
      `lists ${shape.key}[${count(index)}]${isObject(entry) ? nameOf(entry) : ""}`;
    const problem = spec.definition(name, entry);
    if (problem !== undefined) {
      report(shape.code, () => `${called()}, ${clause(problem)}`);
    } else if (isObject(entry)) {
      lintEntry(shape.key, entry, spec, (code, message) =>
        report(code, () => `${called()}, ${message}`),
      );
    }
  }
}

function lintEntry(
  key: string,
  entry: JsonObject,
  spec: Spec,
  wrong: (code: Parameters<Report>[0], message: string) => void,
): void {
  if (key === "tools") {
    // Before 2025-11-25 nothing says which dialect a schema is in that names none.
    const certain = spec.revision >= "2025-11-25";
    for (const [member, code] of [
      ["inputSchema", "bad-input-schema"],
      ["outputSchema", "bad-output-schema"],
    ] as const) {
      const problem =
        entry[member] === undefined ? undefined : schemaDefect(entry[member], certain);
      if (problem !== undefined) {
        wrong(code, clause({ ...problem, pointer: `/${member}${problem.pointer}` }));
      }
    }
  } else if (key === "resources") {
    const problem = uriProblem(String(entry["uri"]));
    if (problem !== undefined) {
      wrong("bad-uri", `whose uri ${quote(String(entry["uri"]))} ${problem}`);
    }
  } else if (key === "resourceTemplates") {
    const template = String(entry["uriTemplate"]);
    const problem = uriTemplateProblem(template);
    if (problem !== undefined) {
      wrong("bad-uri-template", `whose uriTemplate ${quote(template)} ${problem}`);
    }
  }
}

/** A problem as a relative clause: `whose "inputSchema/type" is 5, not a string`. */
export function clause({ pointer, message }: SchemaProblem): string {
  return pointer === "" ? `which ${message}` : `whose ${quote(pointer.slice(1))} ${message}`;
}

function nameOf(entry: JsonObject): string {
  const name = entry["name"];
  return typeof name === "string" ? ` (${quote(name)})` : "";
}
