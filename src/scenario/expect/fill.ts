import { captureReference } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import { toJson } from "./show.ts";

/** What `{{ name }}` stands for: captures of earlier steps, and the columns of the row as `name` and `row.name`. */
export type Scope = ReadonlyMap<string, unknown>;

const wholePlaceholder = new RegExp(`^${captureReference.source}$`);
const syntaxCharacter = /[\^$\\.*+?()[\]{}|/]/g;

/**
 * Fills `{{ name }}` in every string of a JSON value.
 *
 * A string that is one placeholder becomes the value with its type; inside longer text, text stands as it is and
 * everything else as JSON. Keys are never filled, and what is filled in is not filled again. Throws RUN_FILE_INVALID
 * for a name that stands for nothing.
 */
export function fill(value: unknown, scope: Scope): unknown {
  if (typeof value === "string") {
    return fillText(value, scope);
  }
  if (Array.isArray(value)) {
    return value.map((element) => fill(element, scope));
  }
  if (typeof value === "object" && value !== null) {
    // fromEntries defines own keys, so `__proto__` stays a key like any other.
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, fill(member, scope)]),
    );
  }
  return value;
}

/** Fills a text that stays one, whatever is filled in. */
export function fillString(text: string, scope: Scope): string {
  return text.replace(captureReference, (_, name: string) => asText(valueOf(name, scope)));
}

/** Fills a regular expression; what is filled in stands for itself and is no pattern. */
export function fillPattern(source: string, scope: Scope): string {
  return source.replace(captureReference, (_, name: string) =>
    asText(valueOf(name, scope)).replace(syntaxCharacter, "\\$&"),
  );
}

/** Texts by name, filled. */
export function fillStrings(
  texts: Readonly<Record<string, string>>,
  scope: Scope,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, fillString(text, scope)]),
  );
}

function fillText(text: string, scope: Scope): unknown {
  const whole = wholePlaceholder.exec(text)?.[1];
  return whole === undefined ? fillString(text, scope) : valueOf(whole, scope);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : toJson(value);
}

function valueOf(name: string, scope: Scope): unknown {
  if (!scope.has(name)) {
    const known = [...scope.keys()].join(", ") || "nothing";
    throw new Fault(
      "RUN_FILE_INVALID",
      `{{ ${name} }} was not captured before; captured: ${known}`,
    );
  }
  return scope.get(name);
}
