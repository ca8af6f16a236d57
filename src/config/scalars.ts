import { type Document, isScalar } from "yaml";

type Plain = string | number | boolean | null;

/** The value of a scalar of the core schema, which has no other types than these. */
export function plainValue(value: unknown): Plain {
  const known =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return known ? value : null;
}

/** What is wrong with a number that would silently become another. */
export function numberProblem(value: unknown, text: string): string | undefined {
  if (typeof value !== "number") {
    return undefined;
  }
  if (!Number.isFinite(value)) {
    return `${text} is not a number that JSON can carry; quote it to keep it as text`;
  }
  const lost =
    /^[-+]?\d+$|^0[xo]/.test(text) &&
    !Number.isSafeInteger(value) &&
    BigInt(text) !== BigInt(value);
  return lost
    ? `${text} cannot be held exactly as a number; quote it to keep it as text`
    : undefined;
}

/** The value that YAML's core schema gives plain text; empty text stays text. */
export function typedValue(text: string, document: Document.Parsed): Plain {
  const tag = document.schema.tags.find(
    (candidate) =>
      candidate.default === true && "test" in candidate && candidate.test?.test(text) === true,
  );
  if (text === "" || tag === undefined || tag.collection !== undefined) {
    return text;
  }
  // Some tags give a node, some its value.
  const resolved = tag.resolve(text, () => undefined, {});
  return plainValue(isScalar(resolved) ? resolved.value : resolved);
}
