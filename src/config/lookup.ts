import type { Lookup } from "./interpolate.ts";
import { mayComeFromEnvironment } from "./names.ts";
import { nearest } from "./wording.ts";

/** What may be filled in: `variables` come before the environment. */
export interface Fillings {
  readonly variables: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** How `${NAME}` is filled in, or why it is not. */
export function lookupIn({ variables, environment }: Fillings): Lookup {
  return (name) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined) {
      return { value };
    }
    if (!mayComeFromEnvironment(name)) {
      const problem = `\${${name}} is never filled in from the environment; hand it over by name with \`vars\`, or list it in the server's \`secrets\``;
      return { problem };
    }
    const found = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (found !== undefined) {
      return { value: found };
    }
    const close = nearestVariable(name, Object.keys(variables));
    return {
      problem: `\${${name}} is not set${close}; hand it over with \`vars\` (--var ${name}=…), set it in the environment, or write \${${name}:-default}`,
    };
  };
}

function nearestVariable(name: string, variables: readonly string[]): string {
  const close = variables.find((known) => nearest(name, [known.toLowerCase()]) !== undefined);
  return close === undefined ? "" : `, but ${close} is`;
}
