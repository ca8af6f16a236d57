export type Found =
  | { readonly kind: "found"; readonly schema: unknown }
  /** Names a place in this document that is not there. */
  | { readonly kind: "missing" }
  /** Names something by other means than a pointer, perhaps in another document. */
  | { readonly kind: "elsewhere" };

/** What a `$ref` of the form `#` or `#/a/b` points to. */
export function dereference(root: unknown, reference: string): Found {
  if (reference !== "#" && !reference.startsWith("#/")) {
    return { kind: "elsewhere" };
  }
  let place: unknown = root;
  for (const part of reference.split("/").slice(1)) {
    const key = unescaped(part);
    if (
      key === undefined ||
      typeof place !== "object" ||
      place === null ||
      !Object.hasOwn(place, key)
    ) {
      return { kind: "missing" };
    }
    // An object or array with this very member, tested above.
    place = (place as Readonly<Record<string, unknown>>)[key];
  }
  return { kind: "found", schema: place };
}

function unescaped(part: string): string | undefined {
  try {
    return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return undefined;
  }
}
