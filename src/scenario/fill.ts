import { captureReference } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import { toJson } from "./show.ts";

const wholePlaceholder = new RegExp(`^${captureReference.source}$`);

/**
 * Fills `{{ name }}` in every string of a JSON value from captures.
 *
 * A string that is one placeholder becomes the captured value with its type; inside longer text, text stands as
 * it is and everything else as JSON. Keys are never filled, and what is filled in is not filled again. Throws
 * RUN_FILE_INVALID for a name that was not captured.
 */
export function fill(value: unknown, captures: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === "string") {
    return fillText(value, captures);
  }
  if (Array.isArray(value)) {
    return value.map((element) => fill(element, captures));
  }
  if (typeof value === "object" && value !== null) {
    // fromEntries defines own keys, so `__proto__` stays a key like any other.
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, fill(member, captures)]),
    );
  }
  return value;
}

function fillText(text: string, captures: ReadonlyMap<string, unknown>): unknown {
  const whole = wholePlaceholder.exec(text)?.[1];
  if (whole !== undefined) {
    return captured(whole, captures);
  }
  return text.replace(captureReference, (_, name: string) => {
    const value = captured(name, captures);
    return typeof value === "string" ? value : toJson(value);
  });
}

function captured(name: string, captures: ReadonlyMap<string, unknown>): unknown {
  if (!captures.has(name)) {
    const known = [...captures.keys()].join(", ") || "nothing";
    throw new Fault(
      "RUN_FILE_INVALID",
      `{{ ${name} }} was not captured before; captured: ${known}`,
    );
  }
  return captures.get(name);
}
