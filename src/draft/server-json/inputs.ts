import type { WithVariables } from "../yaml.ts";
import { optional, type Part } from "./part.ts";
import type { Argument, NamedInput } from "./schema.ts";
import { writtenValue } from "./written-value.ts";

/** Arguments of the server, each option and its value apart. */
export function argumentKeys(given: readonly Argument[]): Part {
  const args: (string | WithVariables)[] = [];
  const remarks: string[] = [];
  for (const argument of given) {
    const called =
      argument.type === "named"
        ? argument.name
        : (argument.valueHint ?? argument.description ?? "argument");
    const written = writtenValue(called, argument);
    const name = argument.type === "named" ? [argument.name] : [];
    if (written.kind === "text") {
      args.push(...name, written.text);
    } else if (written.kind === "secret") {
      remarks.push(`TODO ${called} is a secret, and everyone can read a command line: not written`);
    } else {
      remarks.push(optional(called, argument.description));
    }
  }
  return { keys: args.length === 0 ? {} : { args }, remarks };
}

/** Environment of the server; what is secret by name only. */
export function environmentKeys(given: readonly NamedInput[]): Part {
  const env: Record<string, string | WithVariables> = {};
  const secrets: string[] = [];
  const remarks: string[] = [];
  for (const variable of given) {
    const { name, description, isSecret, isRequired, value } = variable;
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      remarks.push(`TODO the environment variable ${name} has a name that cannot be one`);
      continue;
    }
    const written = writtenValue(name, variable);
    if (isSecret && isRequired && value === undefined) {
      secrets.push(name);
    } else if (written.kind === "text") {
      env[name] = written.text;
    } else if (written.kind === "secret") {
      secrets.push(name);
      const how =
        written.whole === "{}" ? "" : `, as ${written.whole.replace("{}", `{${written.name}}`)}`;
      remarks.push(`${name} is handed on as a secret${how}`);
    } else {
      remarks.push(optional(`${name}${isSecret ? " (secret)" : ""}`, description));
    }
  }
  return {
    keys: {
      ...(Object.keys(env).length === 0 ? {} : { env }),
      ...(secrets.length === 0 ? {} : { secrets }),
    },
    remarks,
  };
}
