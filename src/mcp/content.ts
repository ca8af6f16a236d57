import { quote } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";

/** What is wrong with a piece of content, in words that continue "that …"; undefined when nothing is. */
export const contentProblems = {
  block: blockProblem,
  resource: resourceProblem,
  promptMessage: promptMessageProblem,
} as const;

/** Members of each content type that must be texts (revision 2025-11-25, schema: ContentBlock). */
const requiredTexts: Readonly<Record<string, readonly string[]>> = {
  text: ["text"],
  image: ["data", "mimeType"],
  audio: ["data", "mimeType"],
  resource_link: ["uri", "name"],
  resource: [],
};

function blockProblem(block: unknown): string | undefined {
  if (!isObject(block)) {
    return "is no object";
  }
  const { type } = block;
  if (typeof type !== "string") {
    return `has no text as "type"`;
  }
  const required = Object.hasOwn(requiredTexts, type) ? requiredTexts[type] : undefined;
  if (required === undefined) {
    return `has the unknown type ${quote(type)}`;
  }
  if (type === "resource") {
    const problem = resourceProblem(block["resource"]);
    return problem === undefined ? undefined : `has a "resource" that ${problem}`;
  }
  return missingText(block, required, type);
}

function resourceProblem(resource: unknown): string | undefined {
  if (!isObject(resource)) {
    return "is no object";
  }
  if (typeof resource["uri"] !== "string") {
    return `has no text as "uri"`;
  }
  return typeof resource["text"] === "string" || typeof resource["blob"] === "string"
    ? undefined
    : `has neither "text" nor "blob" as a text`;
}

function promptMessageProblem(message: unknown): string | undefined {
  if (!isObject(message)) {
    return "is no object";
  }
  const { role } = message;
  if (role !== "user" && role !== "assistant") {
    return `has a "role" other than "user" and "assistant"`;
  }
  const problem = blockProblem(message["content"]);
  return problem === undefined ? undefined : `has a "content" that ${problem}`;
}

function missingText(
  block: JsonObject,
  required: readonly string[],
  type: string,
): string | undefined {
  const missing = required.find((key) => typeof block[key] !== "string");
  return missing === undefined ? undefined : `is of type "${type}" and has no text as "${missing}"`;
}
