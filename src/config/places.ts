/** What kind of value stands at a place; any: not known before it is there. */
export type Kind = "text" | "number" | "boolean" | "list" | "any";

/**
 * Which steps have the place: always; answer: those that are answered over MCP; result: all with a result; content: those
 * whose result may hold content; tool: tool results; exec: commands in the container.
 */
export type Scope = "always" | "answer" | "result" | "content" | "tool" | "exec";

export interface Place {
  readonly kind: Kind;
  readonly scope: Scope;
  readonly about: string;
  /** Known only of servers spoken to over HTTP, or only of those that run in a container. */
  readonly needs?: "http" | "container";
}

export const places = {
  text: place("text", "content", "All text of the result, joined by line breaks."),
  is_error: place("boolean", "tool", "Whether the tool result carries isError."),
  error: place(
    "boolean",
    "answer",
    "Whether the answer is a JSON-RPC error (true or false), or its code and message.",
  ),
  "error.code": place("number", "answer", "Code of the JSON-RPC error."),
  "error.message": place("text", "answer", "Message of the JSON-RPC error."),
  structured: place("any", "tool", "structuredContent of the result."),
  content: place(
    "list",
    "content",
    "Content blocks of the result: a list with what must hold of each block, or predicates on the whole list.",
  ),
  "content.length": place("number", "content", "How many content blocks there are."),
  duration: place("number", "always", "Time the step took, in milliseconds."),
  bytes: place("number", "answer", "Size of the answer on the wire, in bytes."),
  tokens: place("number", "answer", "Estimate of what the result costs in a model's context."),
  status: place("number", "answer", "HTTP status of the answer.", "http"),
  rounds: place("number", "answer", "How often the server asked for input before it answered."),
  notifications: place("list", "always", "Notifications during the step, in order."),
  progress: place("list", "answer", "Progress of this request, in order."),
  requests: place(
    "list",
    "always",
    "What the server asked of its client during the step, in order.",
  ),
  logs: place("text", "always", "Log messages over MCP during the step, as lines."),
  stderr: place(
    "text",
    "always",
    "What the server or the command wrote to stderr during the step.",
    "container",
  ),
  memory: place(
    "number",
    "always",
    "Memory of the container after the step, in bytes.",
    "container",
  ),
  exit_code: place("number", "exec", "Exit code of the command."),
  stdout: place("text", "exec", "What the command wrote to stdout."),
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof places;

/** What can be judged of one content block. */
export const blockPlaces = {
  type: place("text", "content", "text, image, audio, resource or resource_link."),
  mime_type: place("text", "content", "MIME type."),
  bytes: place("number", "content", "Size of the decoded data, or of the text as UTF-8."),
  sha256: place("text", "content", "SHA-256 of the decoded data as hexadecimal digits."),
  text: place("text", "content", "Text of the block or of its resource."),
  uri: place("text", "content", "URI of the resource."),
  name: place("text", "content", "Name of the linked resource."),
} as const satisfies Readonly<Record<string, Place>>;

const blockPlace = /^content\[\d{1,6}\](?:\.(\w+))?$/;

/** The place called so: one of the table, a part of a content block, or a JSONPath; undefined when there is none. */
export function placeOf(name: string): Place | undefined {
  if (name.startsWith("$")) {
    return place("any", "result", "");
  }
  if (Object.hasOwn(places, name)) {
    return places[name as PlaceName];
  }
  const match = blockPlace.exec(name);
  const part = match?.[1];
  if (match && part === undefined) {
    return place("any", "content", "");
  }
  return part !== undefined && Object.hasOwn(blockPlaces, part)
    ? blockPlaces[part as keyof typeof blockPlaces]
    : undefined;
}

function place(kind: Kind, scope: Scope, about: string, needs?: Place["needs"]): Place {
  return { kind, scope, about, ...(needs === undefined ? {} : { needs }) };
}
