import type { Template } from "../template/template.ts";

/** The template's parameters with their defaults, unchecked: what is required of a server is no matter here. */
export function parameterValues(
  { parameters: { properties } }: Pick<Template, "parameters">,
  given: Readonly<Record<string, string | number | boolean>>,
): Readonly<Record<string, string>> {
  const defaults = Object.entries(properties).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const all = Object.entries({ ...Object.fromEntries(defaults), ...given });
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}
