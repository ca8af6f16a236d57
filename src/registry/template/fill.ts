import type { GivenParameters } from "../../config/index.ts";

const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;
const wholePlaceholder = /^\s*\{\{\s*([a-z][a-z0-9_]*)\s*\}\}\s*$/;

/** The text with every `{{ name }}` filled in; undefined when it names a parameter that has no value. */
export function fillParameters(text: string, values: GivenParameters): string | undefined {
  let complete = true;
  const filled = text.replace(placeholder, (_, name: string) => {
    complete &&= Object.hasOwn(values, name);
    return String(values[name] ?? "");
  });
  return complete ? filled : undefined;
}

/** Every text filled in; one without a value is left out. */
export function fillTexts(
  texts: Readonly<Record<string, string>>,
  values: GivenParameters,
): Readonly<Record<string, string>> {
  const filled = Object.entries(texts).map(
    ([name, text]) => [name, fillParameters(text, values)] as const,
  );
  return Object.fromEntries(
    filled.filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/**
 * A value of YAML with every text in it filled in: a text that is one `{{ name }}` becomes the parameter as it is, a
 * number too. What names a parameter without a value is left out of its map or list.
 */
function fillValue(value: unknown, values: GivenParameters): unknown {
  if (typeof value === "string") {
    const whole = wholePlaceholder.exec(value)?.[1];
    return whole === undefined ? fillParameters(value, values) : own(values, whole);
  }
  if (Array.isArray(value)) {
    return value.map((item) => fillValue(item, values)).filter((item) => item !== undefined);
  }
  return typeof value === "object" && value !== null ? fillMap(value, values) : value;
}

/** A map filled in as a value is. */
export function fillMap(map: object, values: GivenParameters): Readonly<Record<string, unknown>> {
  const filled = Object.entries(map).map(([key, item]) => [key, fillValue(item, values)] as const);
  return Object.fromEntries(filled.filter(([, item]) => item !== undefined));
}

/** Names in `{{ }}` anywhere in a value. */
export function placeholdersIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return Array.from(value.matchAll(placeholder), (match) => match[1] ?? "");
  }
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(placeholdersIn)
    : [];
}

function own(values: GivenParameters, name: string): GivenParameters[string] | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
