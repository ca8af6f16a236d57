import type { MockRule } from "../../config/index.ts";
import type { MockAnswer, MockRequest } from "./program.ts";

export type FoundAnswer = Omit<MockAnswer, "id"> & { readonly delayMs: number };

/** Answers of a mock, in the order in which they are asked whether they fit. */
export interface MockAnswers {
  /** The answer, and how long it takes; undefined: nothing fits. */
  find(request: MockRequest): FoundAnswer | undefined;
  /** A rule more, behind the others. */
  add(rule: MockRule): void;
}

/** A rule that is used `times` times is gone after that. */
export function mockAnswers(rules: readonly MockRule[]): MockAnswers {
  const all = [...rules];
  const left = new Map(rules.map((rule) => [rule, rule.times ?? Number.POSITIVE_INFINITY]));
  return {
    add(rule) {
      all.push(rule);
      left.set(rule, Number.POSITIVE_INFINITY);
    },
    find(request) {
      const rule = all.find((each) => (left.get(each) ?? 0) > 0 && fits(each, request));
      if (rule === undefined) {
        return undefined;
      }
      left.set(rule, (left.get(rule) ?? 0) - 1);
      return answerOf(rule);
    },
  };
}

/** What a rule answers. */
export function answerOf({ answer }: MockRule): FoundAnswer {
  const { status, headers, json, text, base64, delay } = answer;
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  const type = json === undefined ? "text/plain; charset=utf-8" : "application/json";
  const hasBody = json !== undefined || text !== undefined;
  const body = json === undefined ? (text ?? "") : JSON.stringify(json);
  return {
    status,
    headers: { ...(isTyped || !hasBody ? {} : { "content-type": type }), ...headers },
    body: base64 ?? Buffer.from(body).toString("base64"),
    delayMs: delay,
  };
}

function fits({ request: wanted }: MockRule, { method, url, headers, body }: MockRequest): boolean {
  const [path = "", query = ""] = splitOnce(url, "?");
  const parameters = new URLSearchParams(query);
  return (
    (wanted.method ?? method) === method &&
    pathFits(wanted.path.split("/"), path.split("/")) &&
    Object.entries(wanted.query ?? {}).every(([name, value]) =>
      parameters.getAll(name).some((each) => glob(value, each)),
    ) &&
    Object.entries(wanted.headers ?? {}).every(([name, value]) =>
      [headers[name.toLowerCase()] ?? []].flat().some((each) => glob(value, each)),
    ) &&
    (wanted.body === undefined || bodyFits(wanted.body, Buffer.from(body, "base64").toString()))
  );
}

function pathFits(wanted: readonly string[], parts: readonly string[]): boolean {
  const isOpen = wanted.at(-1) === "*";
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  return (
    (isOpen ? parts.length > fixed.length : parts.length === fixed.length) &&
    fixed.every((part, nth) => {
      const found = decoded(parts[nth] ?? "");
      return /^\{[^{}]+\}$/.test(part) ? found !== "" : decoded(part) === found;
    })
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A text is compared as it is; anything else must be contained in the JSON that came. */
function bodyFits(wanted: unknown, body: string): boolean {
  if (typeof wanted === "string" && wanted === body) {
    return true;
  }
  try {
    return contains(JSON.parse(body), wanted);
  } catch {
    return false;
  }
}

/** Maps may have more than is wanted, lists may not. */
function contains(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((each, nth) => contains(found[nth], each))
    );
  }
  if (typeof wanted === "object" && wanted !== null) {
    const members = new Map(
      typeof found === "object" && found !== null ? Object.entries(found) : [],
    );
    return Object.entries(wanted).every(
      ([key, value]) => members.has(key) && contains(members.get(key), value),
    );
  }
  return found === wanted;
}

/** `*` stands for any characters; in time that grows with the length only. */
function glob(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) {
    return text === first;
  }
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) {
    return false;
  }
  let at = first.length;
  const end = text.length - last.length;
  return rest.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0 && at <= end;
  });
}

function splitOnce(text: string, by: string): readonly string[] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
