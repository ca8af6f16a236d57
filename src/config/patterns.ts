import { z } from "zod";
import { captureReference } from "./captures.ts";
import type { Mask } from "./predicate.ts";
import { parseDurationMs, parseSizeBytes } from "./units.ts";

/** A number, a duration read as milliseconds, or a size read as bytes. */
export const bound = z.union([
  z.number(),
  z.string().transform((written, context) => {
    const amount = parseDurationMs(written) ?? parseSizeBytes(written);
    if (amount === undefined) {
      context.addIssue(
        "is neither a number, nor a duration such as 500ms, nor a size such as 64KiB",
      );
      return z.NEVER;
    }
    return amount;
  }),
]);

const noPattern = "is not a regular expression of ECMAScript with the flag u";

/** Captures are filled in later; any letter stands for them here. */
export const pattern = z.string().transform((source, context) => {
  if (isPattern(source.replace(captureReference, "x"))) {
    return source;
  }
  context.addIssue(noPattern);
  return z.NEVER;
});

/** `$…` is a JSONPath, `/…/` a regular expression. */
export const mask = z.string().transform((written, context): Mask => {
  if (written.startsWith("$")) {
    return { path: written };
  }
  const source = /^\/(.+)\/$/s.exec(written)?.[1];
  if (source !== undefined && isPattern(source)) {
    return { pattern: source };
  }
  context.addIssue(
    source === undefined
      ? "is neither a JSONPath, which begins with $, nor a regular expression between slashes without flags"
      : noPattern,
  );
  return z.NEVER;
});

/** The engine's own message is not shown: it repeats the pattern, which may have been filled in. */
function isPattern(source: string): boolean {
  try {
    return new RegExp(source, "u").source !== "";
  } catch {
    return false;
  }
}
