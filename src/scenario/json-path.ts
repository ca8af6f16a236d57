import { withBudget } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";

type JsonPath = typeof import("json-p3");
type JsonValue = Parameters<JsonPath["query"]>[1];

/** Functions, filters, wildcards and descents may take long on a large answer; names and indices cannot. */
const mayBeSlow = /[(?*]|\.\./;

/**
 * All values at a JSONPath (RFC 9535), in document order.
 *
 * Throws NOT_JUDGEABLE when the path is no JSONPath, is too slow, or descends deeper than 50 levels.
 */
export async function valuesAt(path: string, document: unknown): Promise<unknown[]> {
  // Loading takes 7 ms, so only a run that uses a path pays for it.
  const jsonPath = await import("json-p3");
  const work = (): unknown[] => jsonPath.query(path, document as JsonValue).values();
  try {
    return mayBeSlow.test(path) ? withBudget(`JSONPath ${path}`, work) : work();
  } catch (error) {
    if (error instanceof jsonPath.JSONPathError || error instanceof RangeError) {
      throw new Fault("NOT_JUDGEABLE", `JSONPath ${path}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/** What is wrong with a JSONPath, or undefined when it is sound. */
export async function jsonPathProblem(path: string): Promise<string | undefined> {
  const jsonPath = await import("json-p3");
  try {
    jsonPath.compile(path);
    return undefined;
  } catch (error) {
    if (error instanceof jsonPath.JSONPathError) {
      return error.message;
    }
    throw error;
  }
}
