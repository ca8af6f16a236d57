import { contentProblems } from "./content.ts";
import type { FindingCode } from "./finding-table.ts";
import { count, quote, show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import type { ListKind, Session } from "./session.ts";

/** Told for each thing wrong; `message` continues the name of the request. `entry` is the index in a list. */
export type Report = (code: FindingCode, message: () => string, entry?: number) => void;

export interface ListShape {
  readonly method: string;
  /** The member of the result that holds the entries. */
  readonly key: string;
  readonly code: FindingCode;
}

export const lists: Readonly<Record<ListKind, ListShape>> = {
  tools: { method: "tools/list", key: "tools", code: "bad-tool" },
  resources: { method: "resources/list", key: "resources", code: "bad-resource" },
  resource_templates: {
    method: "resources/templates/list",
    key: "resourceTemplates",
    code: "bad-resource-template",
  },
  prompts: { method: "prompts/list", key: "prompts", code: "bad-prompt" },
  tasks: { method: "tasks/list", key: "tasks", code: "bad-task" },
};

export const listShapes = Object.values(lists);
/** Entries of one list that are looked at; of a million tools the rest is like the first. */
export const maxEntries = 10_000;
/** Names every client can show and pass on (revision 2025-11-25, server/tools, tool names). */
const ordinaryToolName = /^[A-Za-z0-9_./-]{1,128}$/u;

/** Says what of a raw result is not as the specification demands; knows the results a client commonly asks for. */
export function checkResult(
  method: string,
  result: unknown,
  era: Session["era"],
  report: Report,
): void {
  const wrong = (message: string): void => report("result-schema", () => message);
  if (!isObject(result)) {
    wrong(`has a result that is no object: ${show(result)}`);
    return;
  }
  if (era === "modern" && !isComplete(method, result, wrong)) {
    return;
  }
  const shape = listShapes.find((list) => list.method === method);
  if (shape !== undefined) {
    checkList(shape, result, wrong, report);
  }
  if (
    era === "modern" &&
    (shape !== undefined || method === "resources/read" || method === "server/discover")
  ) {
    checkCaching(result, wrong);
  }
  switch (method) {
    case "tools/call":
      checkToolResult(result, era, wrong);
      break;
    case "resources/read":
      each(result, "contents", contentProblems.resource, wrong);
      break;
    case "prompts/get":
      each(result, "messages", contentProblems.promptMessage, wrong);
      break;
    case "completion/complete":
      if (!isObject(result["completion"]) || !isTexts(result["completion"]["values"])) {
        wrong(`has a result without an array of texts as "completion.values"`);
      }
      break;
    case "initialize":
      checkInitialize(result, wrong);
      break;
  }
}

/** What is wrong with one entry of a list, in words that continue its name; undefined when nothing is. */
function entryProblem(code: FindingCode, entry: unknown): string | undefined {
  if (!isObject(entry)) {
    return "is no object";
  }
  if (code === "bad-task") {
    return typeof entry["taskId"] === "string" ? undefined : `has no text as "taskId"`;
  }
  const identity =
    code === "bad-resource" ? "uri" : code === "bad-resource-template" ? "uriTemplate" : "name";
  for (const key of new Set([identity, "name"])) {
    if (typeof entry[key] !== "string" || entry[key] === "") {
      return `has no text as "${key}"`;
    }
  }
  if (entry["description"] !== undefined && typeof entry["description"] !== "string") {
    return `has a "description" that is no text`;
  }
  return code === "bad-tool" ? toolProblem(entry) : undefined;
}

function toolProblem(tool: JsonObject): string | undefined {
  const { inputSchema, outputSchema, annotations } = tool;
  if (!isObject(inputSchema)) {
    return `has no object as "inputSchema"`;
  }
  if (inputSchema["type"] !== "object") {
    return `has an "inputSchema" whose "type" is not "object"`;
  }
  if (outputSchema !== undefined && !isObject(outputSchema)) {
    return `has an "outputSchema" that is no object`;
  }
  if (annotations !== undefined && !isObject(annotations)) {
    return `has "annotations" that are no object`;
  }
  return undefined;
}

function checkList(
  shape: ListShape,
  result: JsonObject,
  wrong: (message: string) => void,
  report: Report,
): void {
  const entries = result[shape.key];
  if (!Array.isArray(entries)) {
    wrong(`has a result without an array as "${shape.key}"`);
    return;
  }
  for (const [index, entry] of entries.slice(0, maxEntries).entries()) {
    const problem = entryProblem(shape.code, entry);
    const name: unknown = isObject(entry) ? entry["name"] : undefined;
    if (problem !== undefined) {
      report(
        shape.code,
        () => `lists ${shape.key}[${count(index)}]${nameOf(name)}, which ${problem}`,
        index,
      );
    } else if (
      shape.code === "bad-tool" &&
      typeof name === "string" &&
      !ordinaryToolName.test(name)
    ) {
      report("odd-tool-name", () => `lists a tool with a name many clients refuse: ${quote(name)}`);
    }
  }
  const { nextCursor } = result;
  if (nextCursor !== undefined && typeof nextCursor !== "string") {
    wrong(`has a "nextCursor" that is no text: ${show(nextCursor)}`);
  }
}

function checkToolResult(
  result: JsonObject,
  era: Session["era"],
  wrong: (message: string) => void,
): void {
  each(result, "content", contentProblems.block, wrong);
  const { isError, structuredContent } = result;
  if (isError !== undefined && typeof isError !== "boolean") {
    wrong(`has an "isError" that is no boolean`);
  }
  if (era === "legacy" && structuredContent !== undefined && !isObject(structuredContent)) {
    wrong(`has a "structuredContent" that is no object`);
  }
}

function checkInitialize(result: JsonObject, wrong: (message: string) => void): void {
  if (!isObject(result["capabilities"])) {
    wrong(`has no object as "capabilities"`);
  }
  const info = result["serverInfo"];
  if (!isObject(info) || typeof info["name"] !== "string" || typeof info["version"] !== "string") {
    wrong(`has no "serverInfo" with a text as "name" and as "version"`);
  }
}

/** Results of the modern revision say what kind they are; only complete ones have the shapes checked here. */
function isComplete(method: string, result: JsonObject, wrong: (message: string) => void): boolean {
  const { resultType } = result;
  if (resultType === undefined || resultType === "complete") {
    return true;
  }
  // Whether a server may ask for input or make a task of a call is judged where that is answered.
  if (resultType !== "input_required" && resultType !== "task") {
    wrong(`has an unknown "resultType" for ${method}: ${show(resultType)}`);
  }
  return false;
}

function checkCaching(result: JsonObject, wrong: (message: string) => void): void {
  const { ttlMs, cacheScope } = result;
  if (typeof ttlMs !== "number" || ttlMs < 0) {
    wrong(`has no "ttlMs" of 0 or more`);
  }
  if (cacheScope !== "public" && cacheScope !== "private") {
    wrong(`has no "cacheScope" of "public" or "private"`);
  }
}

function each(
  result: JsonObject,
  key: string,
  problemOf: (entry: unknown) => string | undefined,
  wrong: (message: string) => void,
): void {
  const entries = result[key];
  if (!Array.isArray(entries)) {
    wrong(`has a result without an array as "${key}"`);
    return;
  }
  for (const [index, entry] of entries.entries()) {
    const problem = problemOf(entry);
    if (problem !== undefined) {
      wrong(`has a "${key}[${index}]" that ${problem}`);
    }
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function nameOf(name: unknown): string {
  return typeof name === "string" ? ` (${quote(name)})` : "";
}
