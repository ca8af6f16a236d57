import { ownSecretsOf, secretNameOf } from "./own-secrets.ts";
import { child, entriesOf, itemsOf, type MapTree, type Tree, textOf } from "./tree.ts";
import { plainOf } from "./values.ts";

/**
 * A server's entry with `defaults` under it: what the entry says wins. Maps are merged; of `secrets` both hold, of
 * `volumes` those at other places; every other list is the entry's own. What was added stands at `offset`.
 */
export function under(
  entry: Tree,
  defaults: Readonly<Record<string, unknown>>,
  offset: number,
): Tree {
  return entry.kind === "map"
    ? mergedMap(entry, treeOf(suited(defaults, entry), offset), true)
    : entry;
}

/** The same for an entry that was not written in a file. */
export function underPlain(
  entry: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): unknown {
  return plainOf(under(treeOf(entry, 0), defaults, 0), ["servers", "given"]);
}

/** What the entry decides otherwise takes with it what belongs to that. */
function suited(
  defaults: Readonly<Record<string, unknown>>,
  entry: MapTree,
): Readonly<Record<string, unknown>> {
  const { secrets, http, env: said, protocol, protocols, ...rest } = defaults;
  const env = child(entry, "env");
  const hidden = new Set(ownSecretsOf(entry).map(textOf));
  const decided = child(entry, "protocol") ?? child(entry, "protocols");
  const isStdio = textOf(child(entry, "transport")) === "stdio";
  return {
    ...rest,
    ...(http === undefined || isStdio ? {} : { http }),
    ...(protocol === undefined || decided ? {} : { protocol }),
    ...(protocols === undefined || decided ? {} : { protocols }),
    // And one that is a secret here is not given openly.
    ...(typeof said === "object" && said !== null
      ? { env: Object.fromEntries(Object.entries(said).filter(([name]) => !hidden.has(name))) }
      : {}),
    // A value that is given openly is not asked for as a secret.
    ...(Array.isArray(secrets)
      ? { secrets: secrets.filter((secret) => child(env, nameIn(secret)) === undefined) }
      : {}),
  };
}

function nameIn(secret: unknown): string {
  return String(
    typeof secret === "object" && secret !== null && "name" in secret ? secret.name : secret,
  );
}

function mergedMap(own: MapTree, defaults: Tree, isTop: boolean): MapTree {
  const entries = new Map(own.entries);
  for (const [key, entry] of entriesOf(defaults)) {
    const written = entries.get(key);
    if (written === undefined) {
      entries.set(key, entry);
    } else {
      entries.set(key, { ...written, value: merged(key, written.value, entry.value, isTop) });
    }
  }
  return { ...own, entries };
}

function merged(key: string, own: Tree, defaults: Tree, isTop: boolean): Tree {
  if (own.kind === "map" && defaults.kind === "map") {
    return mergedMap(own, defaults, false);
  }
  if (!isTop || own.kind !== "list" || (key !== "secrets" && key !== "volumes")) {
    return own;
  }
  const mark = (tree: Tree) =>
    textOf(key === "volumes" ? child(tree, "container_path") : secretNameOf(tree));
  const taken = new Set(own.items.map(mark));
  const others = itemsOf(defaults).filter((tree) => !taken.has(mark(tree)));
  return { ...own, items: [...own.items, ...others] };
}

function treeOf(value: unknown, offset: number): Tree {
  if (Array.isArray(value)) {
    return { kind: "list", offset, items: value.map((item) => treeOf(item, offset)) };
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(
      ([key, each]) => [key, { keyOffset: offset, value: treeOf(each, offset) }] as const,
    );
    return { kind: "map", offset, entries: new Map(entries) };
  }
  const scalar =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : null;
  return { kind: "scalar", offset, value: scalar, text: String(scalar ?? ""), broken: false };
}
