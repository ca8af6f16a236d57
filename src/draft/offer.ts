import { isSchema, listOf, member } from "./schema-parts.ts";

/** What a server said it offers, read without trust: entries that are not what they should be are left out. */
export interface Offer {
  readonly tools: readonly OfferedTool[];
  /** Null when the server does not offer any of the kind. */
  readonly resources: readonly string[] | null;
  readonly resourceTemplates: readonly string[] | null;
  readonly prompts: readonly string[] | null;
}

export interface OfferedTool {
  readonly name: string;
  readonly inputSchema: unknown;
  /** It says that it only reads. */
  readonly readOnly: boolean;
  /** It says that it destroys; a tool that says nothing may do anything, but is not marked. */
  readonly destructive: boolean;
  /** It can only be called as a task. */
  readonly asTask: boolean;
}

export function offeredTools(listed: unknown): OfferedTool[] {
  return listOf(member(listed, "tools")).flatMap((tool) => {
    const name = member(tool, "name");
    if (!isSchema(tool) || typeof name !== "string" || name === "") {
      return [];
    }
    const hint = (key: string) => member(member(tool, "annotations"), key) === true;
    const readOnly = hint("readOnlyHint");
    return [
      {
        name,
        inputSchema: member(tool, "inputSchema"),
        readOnly,
        destructive: hint("destructiveHint") && !readOnly,
        asTask: member(member(tool, "execution"), "taskSupport") === "required",
      },
    ];
  });
}

/** The names or URIs of a list, in the order given. */
export function offeredNames(listed: unknown, key: string, identity: string): string[] {
  return listOf(member(listed, key))
    .map((one) => member(one, identity))
    .filter((name) => typeof name === "string");
}
