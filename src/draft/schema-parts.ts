/** A JSON Schema that is an object; `true`, `false` and nonsense are read as "anything". */
export type Schema = Readonly<Record<string, unknown>>;

const mostReferences = 32;

/** The schema with its `$ref` followed, `allOf` and the first branch of `anyOf` or `oneOf` folded in. */
export function flattened(schema: unknown, root: unknown): Schema {
  let flat: Schema = isSchema(schema) ? schema : {};
  for (let round = 0; round < mostReferences; round += 1) {
    const { $ref, allOf, anyOf, oneOf, ...rest } = flat;
    const parts = [
      ...(typeof $ref === "string" ? [pointedAt($ref, root)] : []),
      ...listOf(allOf),
      ...firstUsable(listOf(anyOf)),
      ...firstUsable(listOf(oneOf)),
    ];
    if (parts.length === 0) {
      return rest;
    }
    flat = parts.filter(isSchema).reduce<Schema>(merged, rest);
  }
  return {};
}

/** The value under an own key of a foreign object. */
export function member(value: unknown, key: string): unknown {
  return isSchema(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/** A branch that allows null only is taken when there is no other: nobody wants to try a tool with null. */
function firstUsable(branches: readonly unknown[]): unknown[] {
  const branch = branches.find((one) => one !== false && member(one, "type") !== "null");
  return [branch ?? branches[0]].filter((one) => one !== undefined);
}

/** `#/$defs/name` and other pointers into the same schema; anything else is somewhere we do not go. */
function pointedAt(reference: string, root: unknown): unknown {
  if (!reference.startsWith("#")) {
    return undefined;
  }
  return reference
    .slice(1)
    .split("/")
    .slice(1)
    .map((token) => decoded(token).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, key) => (Array.isArray(at) ? at[Number(key)] : member(at, key)), root);
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

const tighter: Readonly<Record<string, (a: number, b: number) => number>> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
};

/** Both at once: what each demands, the narrower of two bounds, the common ones of two enums. */
function merged(a: Schema, b: Schema): Schema {
  const all = new Map<string, unknown>(Object.entries(a));
  for (const [key, theirs] of Object.entries(b)) {
    const ours = all.get(key);
    all.set(key, ours === undefined ? theirs : both(key, ours, theirs));
  }
  return Object.fromEntries(all);
}

function both(key: string, ours: unknown, theirs: unknown): unknown {
  const bound = tighter[key];
  if (bound !== undefined && typeof ours === "number" && typeof theirs === "number") {
    return bound(ours, theirs);
  }
  switch (key) {
    case "required":
      return [...new Set([...listOf(ours), ...listOf(theirs)])];
    case "enum":
      return listOf(ours).filter((one) => listOf(theirs).includes(one));
    case "properties":
      return mergedProperties(ours, theirs);
    case "allOf":
    case "anyOf":
    case "oneOf":
      return [...listOf(ours), ...listOf(theirs)];
    case "type":
      return commonTypes(ours, theirs);
    case "$defs":
    case "default":
    case "examples":
    case "title":
    case "description":
      return ours;
    default:
      return theirs;
  }
}

function mergedProperties(ours: unknown, theirs: unknown): unknown {
  const all = new Map(Object.entries(isSchema(ours) ? ours : {}));
  for (const [name, schema] of Object.entries(isSchema(theirs) ? theirs : {})) {
    const known = all.get(name);
    all.set(name, known === undefined ? schema : { allOf: [known, schema] });
  }
  return Object.fromEntries(all);
}

function commonTypes(ours: unknown, theirs: unknown): unknown {
  const wanted = [theirs].flat();
  const common = [ours].flat().filter((type) => wanted.includes(type));
  return common.length === 0 ? theirs : common;
}
