import { Fault } from "../../fault/index.ts";
import type { Parameter } from "./schema.ts";
import { nearest, type Template } from "./template.ts";

type Scalar = string | number | boolean;

/**
 * The template's parameters as texts: given values, else defaults; one that has neither is absent.
 *
 * Throws TEMPLATE_INVALID with every problem at once: unknown, missing, of another type, against its pattern.
 */
export function checkParameters(
  template: Template,
  given: Readonly<Record<string, Scalar>>,
): Readonly<Record<string, string>> {
  const known = Object.keys(template.parameters.properties);
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(template.parameters.properties, name))
    .map(
      (name) =>
        `with.${name}: template "${template.name}" has no such parameter${nearest(name, known)}`,
    );
  const values: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(template.parameters.properties)) {
    const value = Object.hasOwn(given, name) ? given[name] : parameter.default;
    const problem = problemOf(parameter, value, template.parameters.required.includes(name));
    if (problem !== undefined) {
      problems.push(`with.${name}: ${problem}`);
    } else if (value !== undefined) {
      values[name] = String(value);
    }
  }
  if (problems.length > 0) {
    throw new Fault("TEMPLATE_INVALID", problems.join("\n"), {
      hint: `The parameters of template "${template.name}" are: ${known.join(", ") || "none"}.`,
    });
  }
  return values;
}

/** The text with every `{{ name }}` filled in; undefined when it names a parameter that has no value. */
export function fillParameters(
  text: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  let complete = true;
  const filled = text.replace(/\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g, (_, name: string) => {
    complete &&= Object.hasOwn(values, name);
    return values[name] ?? "";
  });
  return complete ? filled : undefined;
}

function problemOf(
  parameter: Parameter,
  value: Scalar | undefined,
  required: boolean,
): string | undefined {
  if (value === undefined) {
    return required ? `is required: ${parameter.description}` : undefined;
  }
  if (typeof value !== (parameter.type === "integer" ? "number" : parameter.type)) {
    // YAML reads 1.10 as the number 1.1: turning it back into text would silently name another version.
    const cure = parameter.type === "string" ? "; put it in quotes" : "";
    return `must be a ${parameter.type}, but is a ${typeof value}${cure}`;
  }
  if (
    parameter.pattern !== undefined &&
    !new RegExp(`^(?:${parameter.pattern})$`, "u").test(String(value))
  ) {
    return `${JSON.stringify(value)} does not match ${parameter.pattern}`;
  }
  return undefined;
}
