import { withBudget } from "../../clock/index.ts";
import type { GivenParameters, ParameterProblem } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import { compileSchema } from "../../schema/index.ts";
import { nearest } from "./nearest.ts";
import type { Parameter } from "./schema.ts";
import { unsupported } from "./supported.ts";
import type { Template } from "./template.ts";

type Value = GivenParameters[string];

export interface JudgedParameters {
  /** Given values, else defaults; one that has neither, or a wrong one, is absent. */
  readonly values: GivenParameters;
  readonly problems: readonly ParameterProblem[];
}

/** Judges parameters by the template's JSON Schema, all of them, in our words. */
export async function judgeParameters(
  { name, parameters, version }: Pick<Template, "name" | "parameters" | "version">,
  given: GivenParameters,
): Promise<JudgedParameters> {
  const known = Object.keys(parameters.properties);
  const problems: ParameterProblem[] = Object.keys(given)
    .filter((each) => !Object.hasOwn(parameters.properties, each))
    .map((parameter) => ({
      parameter,
      message: `template "${name}" has no such parameter${nearest(parameter, known)}`,
      aboutValue: false,
    }));
  const values: Record<string, Value> = {};
  for (const [each, parameter] of Object.entries(parameters.properties)) {
    const value = Object.hasOwn(given, each) ? given[each] : parameter.default;
    if (value === undefined) {
      if (parameters.required.includes(each)) {
        const message = `is required: ${parameter.description}`;
        problems.push({ parameter: each, message, aboutValue: false });
      }
    } else if (await fits(parameter, value)) {
      values[each] = value;
    } else {
      const message = `must be ${wanted(parameter)}${cure(parameter, value)}`;
      problems.push({ parameter: each, message, aboutValue: true });
    }
  }
  problems.push(
    ...choiceProblems(parameters.oneOf ?? [], given),
    ...(await unsupported(version, values)),
  );
  return { values, problems };
}

/**
 * The template's parameters: given values, else defaults; one that has neither is absent.
 *
 * Rejects TEMPLATE_INVALID with every problem at once: unknown, missing, against their schema, excluding each other.
 */
export async function checkParameters(
  template: Template,
  given: GivenParameters,
): Promise<GivenParameters> {
  const { values, problems } = await judgeParameters(template, given);
  if (problems.length > 0) {
    throw parameterFault(template, given, problems);
  }
  return values;
}

function parameterFault(
  { name, parameters }: Pick<Template, "name" | "parameters">,
  given: GivenParameters,
  problems: readonly ParameterProblem[],
): Fault {
  const lines = problems.map(({ parameter, message, aboutValue }) => {
    const path = parameter === undefined ? "with" : `with.${parameter}`;
    const got =
      parameter !== undefined && aboutValue ? `; got ${JSON.stringify(given[parameter])}` : "";
    return `${path}: ${message}${got}`;
  });
  const known = Object.keys(parameters.properties).join(", ") || "none";
  return new Fault("TEMPLATE_INVALID", lines.join("\n"), {
    hint: `The parameters of template "${name}" are: ${known}.`,
  });
}

/** Servers of a run share their template's parameters. */
const compiled = new WeakMap<Parameter, ReturnType<typeof compileSchema>>();

async function fits(parameter: Parameter, value: Value): Promise<boolean> {
  // The pattern is looked at here: the schema room loads its library for one, which takes 40 ms of every run.
  const { pattern, ...rest } = parameter;
  const known = compiled.get(parameter) ?? compileSchema(rest);
  compiled.set(parameter, known);
  const schema = await known;
  const isSound = schema.kind === "compiled" && schema.validate(value).length === 0;
  return isSound && (pattern === undefined || matches(pattern, String(value)));
}

function matches(pattern: string, text: string): boolean {
  const whole = new RegExp(`^(?:${pattern})$`, "u");
  return withBudget("the pattern of a parameter", () => whole.test(text));
}

/** Of each set of parameters exactly one is given. */
function choiceProblems(
  choices: readonly { readonly required: readonly string[] }[],
  given: GivenParameters,
): readonly ParameterProblem[] {
  const sets = choices.map(({ required }) => required);
  const met = sets.filter((set) => set.every((name) => Object.hasOwn(given, name)));
  if (sets.length === 0 || met.length === 1) {
    return [];
  }
  const all = sets.map((set) => set.join(" and ")).join(", or ");
  const [parameter] = met[1] ?? [];
  return parameter === undefined
    ? [{ message: `needs one of: ${all}`, aboutValue: false }]
    : [{ parameter, message: `only one of these can be given: ${all}`, aboutValue: false }];
}

const kinds = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
};

/** What a parameter takes, in words that follow "must be". */
function wanted(parameter: Parameter): string {
  const { type, enum: one, pattern, minimum, maximum, minLength, maxLength } = parameter;
  if (one !== undefined) {
    return `one of ${one.map((value) => JSON.stringify(value)).join(", ")}`;
  }
  const limits = [
    range("", minimum, maximum, ""),
    range("of ", minLength, maxLength, " characters"),
    pattern === undefined ? "" : ` that matches ${pattern}`,
  ];
  return `${kinds[type]}${limits.join("")}`;
}

function range(of: string, least: number | undefined, most: number | undefined, unit: string) {
  const limits = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ];
  return limits.length === 0 ? "" : ` ${of}${limits.join(" and ")}${unit}`;
}

/** YAML reads 1.10 as the number 1.1: turning it back into text would silently name another version. */
function cure({ type, enum: one }: Parameter, value: Value): string {
  const isText = type === "string" && one?.some((each) => typeof each === "number") !== true;
  return isText && typeof value !== "string" ? "; put it in quotes" : "";
}
