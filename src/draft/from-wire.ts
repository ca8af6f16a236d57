import { expectationsOf } from "./answer-expectations.ts";
import type { DraftScenario, DraftStep } from "./run-file-text.ts";
import { isSchema as isObject, type Schema as JsonObject, listOf, member } from "./schema-parts.ts";
import { type Exchange, exchangesOf, type SaidRow } from "./wire-exchange.ts";
import { unwritable } from "./yaml.ts";

type Keys = Readonly<Record<string, unknown>>;
type Request = Extract<Exchange, { kind: "request" }>;

const kinds: Readonly<Record<string, string>> = {
  "tools/list": "tools",
  "resources/list": "resources",
  "resources/templates/list": "resource_templates",
  "prompts/list": "prompts",
};

/** What was said to a server, as a scenario that says it again and expects the same; undefined when nothing was. */
export function scenarioOfWire(server: string, rows: Iterable<SaidRow>): DraftScenario | undefined {
  const remarks: string[] = [];
  const steps: DraftStep[] = [];
  for (const exchange of joinedPages(exchangesOf(rows))) {
    if (exchange.kind === "remark") {
      remarks.push(`TODO ${exchange.text}`);
      continue;
    }
    const keys = keysOf(exchange);
    const problem = unwritable(keys);
    if (problem !== undefined) {
      remarks.push(`TODO ${exchange.method} was sent here; it cannot be a step: ${problem}`);
      continue;
    }
    const unanswered = exchange.kind === "request" && exchange.answer === undefined;
    const comments = unanswered ? ["TODO this was not answered when it was recorded"] : [];
    steps.push({ comments: [...remarks.splice(0), ...comments], keys });
  }
  const name = `recorded from ${server}`;
  return steps.length === 0 ? undefined : { name, server, comments: remarks, steps };
}

/** Pages asked for one after the other are one list. */
function joinedPages(exchanges: readonly Exchange[]): Exchange[] {
  const joined: Exchange[] = [];
  for (const exchange of exchanges) {
    const before = joined.at(-1);
    const next =
      exchange.kind === "request" && before?.kind === "request"
        ? page(before, exchange)
        : undefined;
    if (next === undefined) {
      joined.push(exchange);
    } else {
      joined[joined.length - 1] = next;
    }
  }
  return joined;
}

function page(before: Request, after: Request): Request | undefined {
  const [was, is] = [resultOf(before), resultOf(after)];
  const cursor = after.params["cursor"];
  if (
    kinds[after.method] === undefined ||
    before.method !== after.method ||
    typeof cursor !== "string" ||
    was?.["nextCursor"] !== cursor ||
    is === undefined
  ) {
    return undefined;
  }
  const all = Object.entries(is).map(([key, value]) => {
    const earlier = was[key];
    return [key, Array.isArray(value) ? [...listOf(earlier), ...listOf(value)] : value];
  });
  return { ...before, answer: { result: Object.fromEntries(all) } };
}

function resultOf({ answer }: Request): JsonObject | undefined {
  return answer !== undefined && "result" in answer && isObject(answer.result)
    ? answer.result
    : undefined;
}

function keysOf(exchange: Exclude<Exchange, { kind: "remark" }>): Keys {
  const { method, params } = exchange;
  if (exchange.kind === "notification") {
    return { notify: method, ...withOf(params) };
  }
  const { answer } = exchange;
  const expect = answer === undefined ? {} : { expect: expectationsOf(method, answer) };
  return { ...verbOf(exchange), ...expect };
}

/** The verb of a request; one that no verb says exactly is sent as it was. */
function verbOf({ method, params }: Request): Keys {
  const only = (...keys: readonly string[]) =>
    Object.keys(params).every((key) => keys.includes(key));
  const text = (key: string) => {
    const value = params[key];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const [name, uri] = [text("name"), text("uri")];
  const args = params["arguments"] ?? {};
  if (
    method === "tools/call" &&
    name !== undefined &&
    isObject(args) &&
    only("name", "arguments")
  ) {
    return { call: name, ...withOf(args) };
  }
  if (
    method === "prompts/get" &&
    name !== undefined &&
    isTexts(args) &&
    only("name", "arguments")
  ) {
    return { prompt: name, ...withOf(args) };
  }
  if (method === "resources/read" && uri !== undefined && only("uri")) {
    return { read: uri };
  }
  if (method === "completion/complete") {
    return completeOf(params) ?? asItWas(method, params);
  }
  const kind = kinds[method];
  if (kind !== undefined && only("cursor")) {
    const cursor = text("cursor");
    return cursor === undefined ? { list: kind } : { list: { kind, pages: "one", cursor } };
  }
  const isPing = method === "ping" || method === "server/discover";
  return isPing && only() ? { ping: null } : asItWas(method, params);
}

function completeOf(params: JsonObject): Keys | undefined {
  const [ref, argument] = [params["ref"], params["argument"]];
  const [name, value] = [member(argument, "name"), member(argument, "value")];
  const kind = { "ref/prompt": "prompt", "ref/resource": "resource" }[String(member(ref, "type"))];
  const whose = member(ref, kind === "prompt" ? "name" : "uri");
  const exact = Object.keys(params).every((key) => key === "ref" || key === "argument");
  return kind === undefined || whose === undefined || !exact || typeof name !== "string"
    ? undefined
    : { complete: { [kind]: whose, argument: name, value: String(value) } };
}

function asItWas(method: string, params: JsonObject): Keys {
  return { request: method, ...withOf(params) };
}

function withOf(values: JsonObject): Keys {
  return Object.keys(values).length === 0 ? {} : { with: values };
}

function isTexts(value: unknown): value is JsonObject {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}
