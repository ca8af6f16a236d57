import { grow } from "./grow.ts";
import { namesIn } from "./interpolate.ts";
import { mayBeSecret, mayComeFromEnvironment } from "./names.ts";
import { ownSecretsOf } from "./own-secrets.ts";
import { readSource } from "./source.ts";
import type { TemplateBook } from "./template-book.ts";
import { withTemplates } from "./template-defaults.ts";
import { child, entriesOf, itemsOf, type Tree, textOf } from "./tree.ts";

export interface MentionedNames {
  /** Names in `${…}`. */
  readonly variables: readonly string[];
  /** Names of secrets: in `secrets` of servers, services and their builds, `bearer` and `client_secret`. */
  readonly secrets: readonly string[];
}

/** The names a run file and its templates need values for; of a file that cannot be read, every `${…}` in its text. */
export async function mentionedNames(
  text: string,
  templates?: TemplateBook,
): Promise<MentionedNames> {
  const source = readSource(text.replace(/^\ufeff/, ""));
  if (source.document === undefined) {
    return { variables: [...new Set(namesIn(text))], secrets: [] };
  }
  const grown = grow(source.document, text, (name) => ({ problem: name }));
  const read = { ...grown, written: grown.tree, counter: source.counter };
  const { tree } = templates === undefined ? read : await withTemplates(read, templates);
  return { variables: [...grown.names], secrets: [...new Set(secretsOf(tree))] };
}

export interface Values {
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Values for exactly the names that `text` and its templates mention: given variables first, then the environment without the names
 * that belong to the runner. What has no value is left out.
 */
export async function neededValues(
  text: string,
  given: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string | undefined>>,
  templates?: TemplateBook,
): Promise<Values> {
  const names = await mentionedNames(text, templates);
  return {
    variables: pick(names.variables, given, environment, mayComeFromEnvironment),
    secrets: pick(names.secrets, given, environment, mayBeSecret),
  };
}

function pick(
  names: readonly string[],
  given: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string | undefined>>,
  allowed: (name: string) => boolean,
): Record<string, string> {
  const picked: [string, string][] = [];
  for (const name of names) {
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    const found = Object.hasOwn(environment, name) && allowed(name) ? environment[name] : undefined;
    const value = own ?? found;
    if (value !== undefined) {
      picked.push([name, value]);
    }
  }
  return Object.fromEntries(picked);
}

/** Where the name of a server's client secret stands. */
export function clientSecretOf(server: Tree): Tree | undefined {
  return child(child(child(server, "auth"), "client_credentials"), "client_secret");
}

/** Where the names of the secrets of a server's build stand. */
export function buildSecretsOf(server: Tree): readonly Tree[] {
  return itemsOf(child(child(server, "build"), "secrets"));
}

function secretsOf(root: Tree): string[] {
  const all = ["servers", "services"].flatMap((part) => entriesOf(child(root, part)));
  return all.flatMap(([, { value }]) =>
    [
      ...ownSecretsOf(value),
      ...buildSecretsOf(value),
      child(value, "bearer"),
      clientSecretOf(value),
    ].flatMap((tree) => textOf(tree) ?? []),
  );
}
