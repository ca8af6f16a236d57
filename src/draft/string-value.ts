import { textMatching } from "./pattern-value.ts";
import { numberOr, type Schema } from "./schema-parts.ts";

/** Addresses and names are those that the registries keep for examples. */
const formats: Readonly<Record<string, (variant: number) => string>> = {
  "date-time": (n) => `2026-01-${day(n)}T00:00:00Z`,
  date: (n) => `2026-01-${day(n)}`,
  time: (n) => `12:00:${day(n)}Z`,
  duration: (n) => `P${n + 1}D`,
  email: (n) => `user${n || ""}@example.com`,
  "idn-email": (n) => `user${n || ""}@example.com`,
  hostname: (n) => `${n === 0 ? "" : `host${n}.`}example.com`,
  "idn-hostname": (n) => `${n === 0 ? "" : `host${n}.`}example.com`,
  ipv4: (n) => `192.0.2.${(n % 254) + 1}`,
  ipv6: (n) => `2001:db8::${(n + 1).toString(16)}`,
  uri: (n) => `https://example.com/${n || ""}`,
  url: (n) => `https://example.com/${n || ""}`,
  iri: (n) => `https://example.com/${n || ""}`,
  "uri-reference": (n) => `/path${n || ""}`,
  "iri-reference": (n) => `/path${n || ""}`,
  "uri-template": (n) => `https://example.com/${n}/{id}`,
  uuid: (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`,
  "json-pointer": (n) => `/${n}`,
  "relative-json-pointer": (n) => String(n),
  regex: (n) => `^text${n || ""}$`,
  byte: (n) => Buffer.from(`text${n || ""}`).toString("base64"),
};

const longest = 10_000;

export interface StringValue {
  readonly text: string;
  /** What a person should look at; null when the text does all that the schema asks. */
  readonly note: string | null;
}

/** A text that a schema allows, as far as it can be said without running its pattern. */
export function stringValue(schema: Schema, variant: number): StringValue {
  const min = Math.max(0, numberOr(schema["minLength"], 0));
  const max = numberOr(schema["maxLength"], Infinity);
  const { pattern, format } = schema;
  if (typeof pattern === "string") {
    const text = textMatching(pattern, min, max, variant);
    return text === undefined
      ? { text: sized(variant, min, max), note: `must match ${pattern}` }
      : { text, note: `made up to match ${pattern}` };
  }
  const make =
    typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (make !== undefined) {
    const text = make(variant);
    const fits = text.length >= min && text.length <= max;
    return { text, note: fits ? null : `must have ${String(min)} to ${String(max)} characters` };
  }
  const note = typeof format === "string" ? `must be a text of the format ${format}` : null;
  return {
    text: sized(variant, min, max),
    note: min > longest ? `must have ${min} characters` : note,
  };
}

function sized(variant: number, min: number, max: number): string {
  const base = variant === 0 ? "text" : `text${variant}`;
  const long = min > base.length ? base.padStart(Math.min(min, longest), "text ") : base;
  // The end is what differs from variant to variant.
  return long.length > max ? long.slice(long.length - max) : long;
}

function day(variant: number): string {
  return String((variant % 28) + 1).padStart(2, "0");
}
