import { z } from "zod";
import { expect } from "./expect.ts";
import { runFile } from "./run-file.ts";
import { serverFields } from "./server.ts";
import { serviceFields, serviceKinds } from "./service.ts";
import { step } from "./step.ts";
import { verbs } from "./verbs.ts";

/** The parts of JSON Schema that our schemas use. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: SchemaNode;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const id = "https://docker-mcp-manager.github.io/mcp-manager.schema.json";

/** JSON Schema (draft 2020-12) of the run file as it is written, for editors. */
export function jsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(runFile, {
    io: "input",
    target: "draft-2020-12",
    override: ({ zodSchema, jsonSchema: node }) => {
      if (zodSchema === serverFields) {
        node.oneOf = serverKinds.map((key) => ({ required: [key] }));
      } else if (zodSchema === serviceFields) {
        node.oneOf = serviceKinds.map((key) => ({ required: [key] }));
      } else if (zodSchema === step) {
        node.oneOf = verbs.map((key) => ({ required: [key] }));
      } else if (zodSchema === expect && node.additionalProperties !== false) {
        const judged = node.additionalProperties ?? true;
        node.patternProperties = { "^\\$": judged, "^content\\[\\d+\\]": judged };
        node.additionalProperties = false;
      }
    },
  });
  // The generator's type is wider than what our schemas make of it.
  const { $schema, ...rest } = schema as SchemaNode & { readonly $schema: string };
  return { $schema, $id: id, title: "Docker MCP Manager run file", ...rest } as SchemaNode;
}

/** Exactly one of them says what a server is. */
export const serverKinds = ["template", "image", "build", "url"] as const;
/** What the schema says of the value at `path`; several nodes where it leaves a choice. */
export function schemaNodesAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode[] {
  let nodes = choices(root, root);
  for (const key of path) {
    nodes = nodes.flatMap((node) => {
      const next =
        typeof key === "number"
          ? (node.prefixItems?.[key] ?? node.items)
          : propertyOf(node, String(key));
      return next === undefined ? [] : choices(root, next);
    });
  }
  return nodes;
}

function propertyOf(node: SchemaNode, key: string): SchemaNode | undefined {
  if (node.properties && Object.hasOwn(node.properties, key)) {
    return node.properties[key];
  }
  const pattern = Object.entries(node.patternProperties ?? {}).find(([source]) =>
    new RegExp(source, "u").test(key),
  );
  if (pattern) {
    return pattern[1];
  }
  return typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
}

/** The node itself, or what it refers to and chooses from; its own title and examples stay with a choice. */
function choices(root: SchemaNode, node: SchemaNode): SchemaNode[] {
  const target = node.$ref?.startsWith("#/$defs/")
    ? root.$defs?.[node.$ref.slice("#/$defs/".length)]
    : node;
  if (target === undefined) {
    return [];
  }
  return target.anyOf ? target.anyOf.flatMap((one) => choices(root, one)) : [target];
}
