import { definitions as later } from "./2025-03-26.ts";

/** What 2025-03-26 has brought and is taken away again: definitions, and members by the way to them. */
const newDefinitions = [
  "AudioContent",
  "ToolAnnotations",
  "JSONRPCBatchRequest",
  "JSONRPCBatchResponse",
];
const newMembers = [
  ["Tool", "annotations"],
  ["ServerCapabilities", "completions"],
  ["ProgressNotification", "params", "message"],
];

/** The definitions of MCP 2024-11-05, structure only; NOTICE says where they are from. */
export const definitions = JSON.stringify(withoutNews());

interface Definition {
  readonly properties?: Record<string, Definition>;
}

function withoutNews(): unknown {
  const all = JSON.parse(later, withoutNewReferences) as Record<string, Definition>;
  for (const name of newDefinitions) {
    delete all[name];
  }
  for (const way of newMembers) {
    const holder = way
      .slice(1, -1)
      .reduce((place: Definition | undefined, key) => place?.properties?.[key], all[way[0] ?? ""]);
    delete holder?.properties?.[way.at(-1) ?? ""];
  }
  return all;
}

function withoutNewReferences(key: string, value: unknown): unknown {
  if (key !== "anyOf" || !Array.isArray(value)) {
    return value;
  }
  return value.filter(
    (one: { readonly $ref?: string }) =>
      !newDefinitions.some((name) => one.$ref === `#/$defs/${name}`),
  );
}
