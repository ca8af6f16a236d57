import { jsonSchema, type SchemaNode } from "../json-schema.ts";
import { modifiers, scopes } from "../modifiers.ts";
import { type Place, placeOf, places } from "../places.ts";
import { verbs } from "../verbs.ts";
import { examples } from "./examples.ts";
import { referenceHead } from "./head.ts";
import { fieldTable, nestedSections, resolved, row } from "./table.ts";

/** Markdown reference of the run file: every key with type, default, example and meaning. */
export function referencePage(): string {
  const root = jsonSchema();
  const server = below(root, root, "servers", "*");
  const service = below(root, root, "services", "*");
  const scenario = below(root, root, "scenarios", "[]");
  const step = resolved(root, root.$defs?.["step"] ?? {});
  const answers = resolved(root, root.$defs?.["answers"] ?? {});
  const rows = root.$defs?.["rows"] ?? {};
  return [
    referenceHead,
    section("## The file", root.description, "", fieldTable(root, root)),
    section("## Servers", server.description, examples.servers, fieldTable(root, server)),
    ...nestedSections(root, server, "servers.NAME"),
    section("## Services", service.description, examples.services, fieldTable(root, service)),
    ...nestedSections(
      root,
      pick(service, (key) => ["healthcheck", "mock_http", "stop"].includes(key)),
      "services.NAME",
    ),
    section("## Scenarios", scenario.description, examples.scenarios, fieldTable(root, scenario)),
    section("### for_each", rows.description, examples.forEach, rowsText),
    section("## Steps", step.description, "", ""),
    section("### Verbs", verbsText, examples.verbs, fieldTable(root, pick(step, isVerb))),
    ...nestedSections(root, pick(step, isVerb), "step"),
    section("### What goes with a verb", "", examples.modifiers, modifierTable(root, step)),
    ...nestedSections(
      root,
      pick(step, (key) => !isVerb(key)),
      "step",
    ),
    section("### Answers", answers.description, examples.answers, fieldTable(root, answers)),
    ...nestedSections(root, answers, "answers"),
    section("## Expectations", expectText, examples.places, placeTable()),
    section("### Predicates", predicatesText, examples.predicates, predicateTable(root)),
    ...nestedSections(root, root.$defs?.["predicates"] ?? {}, "predicates"),
  ].join("\n");
}

const verbsText =
  "Those from `stop` on act on the server's container; they go with servers that are not a `url`.";

const rowsText = `All rows have the same keys. In a CSV file the first line names the columns; a cell without quotes that is a JSON number,
\`true\` or \`false\` becomes one, so \`"2"\` in quotes stays text. The files lie inside the workspace and have at most 16 MiB; a
run file comes to at most 10 000 steps. The value of the column \`name\` or \`label\`, else of the first, stands in brackets
behind the name of the scenario or step.
`;

const expectText =
  "Each key of `expect` is a place, its value what must hold there: a bare value to be equal to, or a map of predicates. A step that says nothing of errors fails when the answer is one.";

const predicatesText =
  "All predicates of a map must hold. They may stand below one another: `not`, `each`, `length`, `all_of` and `any_of` hold predicates or bare values.";

function isVerb(key: string): boolean {
  return verbs.some((verb) => verb === key);
}

function section(title: string, about: string | undefined, example: string, table: string): string {
  const shown = example === "" ? "" : `\`\`\`yaml\n${example.trim()}\n\`\`\`\n`;
  return [title, about ?? "", shown, table]
    .filter((part) => part !== "")
    .map((part) => `${part.trimEnd()}\n`)
    .join("\n");
}

function below(root: SchemaNode, node: SchemaNode, key: string, how: "*" | "[]"): SchemaNode {
  const property = node.properties?.[key];
  const inner = how === "[]" ? property?.items : property?.additionalProperties;
  return typeof inner === "object" ? resolved(root, inner) : {};
}

function pick(node: SchemaNode, wanted: (key: string) => boolean): SchemaNode {
  const properties = Object.entries(node.properties ?? {}).filter(([key]) => wanted(key));
  return { properties: Object.fromEntries(properties) };
}

function modifierTable(root: SchemaNode, step: SchemaNode): string {
  const rows = Object.entries(step.properties ?? {})
    .filter(([key]) => !isVerb(key))
    .map(([key, node]) => {
      const suited = Object.hasOwn(modifiers, key) ? modifiers[key]?.join(", ") : "every verb";
      return row(root, key, node, false, `${node.description ?? ""} Goes with ${suited}.`);
    });
  return table(["key", "type", "default", "example", "meaning"], rows);
}

function placeTable(): string {
  const named = Object.entries(places).map(([name, place]) => placeRow(name, place));
  const block = ["type", "mime_type", "bytes", "sha256", "text", "uri", "name"].flatMap((part) => {
    const place = placeOf(`content[0].${part}`);
    return place === undefined ? [] : [placeRow(`content[N].${part}`, place)];
  });
  const path = `| \`$…\` | any | ${scopes.result.join(", ")} | JSONPath (RFC 9535) into the result; of \`exec\` that is exit_code, stdout and stderr, of \`wait_for\` the params. |`;
  return table(["place", "kind", "steps", "meaning"], [...named, ...block, path]);
}

function placeRow(name: string, { kind, scope, about, needs }: Place): string {
  const suited = scope === "always" ? "every verb" : scopes[scope].join(", ");
  const where = { http: " Over HTTP only.", container: " Not of a url.", any: "" }[needs ?? "any"];
  return `| \`${name}\` | ${kind} | ${suited} | ${about}${where} |`;
}

function predicateTable(root: SchemaNode): string {
  return fieldTable(root, root.$defs?.["predicates"] ?? {});
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return `| ${heads.join(" | ")} |\n${"|---".repeat(heads.length)}|\n${rows.join("\n")}\n`;
}
