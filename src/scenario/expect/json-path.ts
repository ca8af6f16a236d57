import { withBudget } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";
import { absent, type Found } from "./found.ts";
import type { Show } from "./show.ts";

type JsonPath = typeof import("json-p3");
type JsonValue = Parameters<JsonPath["query"]>[1];

/** Functions, filters, wildcards and descents may take long on a large answer; names and indices cannot. */
const mayBeSlow = /[(?*]|\.\./;

/** One value at a JSONPath, with the keys and indices that lead to it. */
export interface PathNode {
  readonly value: unknown;
  readonly location: readonly (string | number)[];
}

/**
 * All nodes at a JSONPath (RFC 9535), in document order; `single` when the path can match one at most.
 *
 * Throws NOT_JUDGEABLE when the path is no JSONPath, is too slow, or descends deeper than 50 levels.
 */
export async function nodesAt(
  path: string,
  document: unknown,
): Promise<{ readonly single: boolean; readonly nodes: readonly PathNode[] }> {
  // Loading takes 7 ms, so only a run that uses a path pays for it.
  const jsonPath = await import("json-p3");
  const work = () => {
    const query = jsonPath.compile(path);
    return { single: query.singularQuery(), nodes: query.query(document as JsonValue).nodes };
  };
  try {
    return mayBeSlow.test(path) ? withBudget(`JSONPath ${path}`, work) : work();
  } catch (error) {
    if (error instanceof jsonPath.JSONPathError || error instanceof RangeError) {
      throw new Fault("NOT_JUDGEABLE", `JSONPath ${path}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/** What stands at a JSONPath: one value as it is, several as a list of them. */
export async function lookUpPath(path: string, document: unknown, show: Show): Promise<Found> {
  const { single, nodes } = await nodesAt(path, document);
  const values = nodes.map(({ value }) => value);
  const found: Found =
    values.length === 0
      ? absent(`nothing found in ${show(document)}`)
      : { found: true, value: values.length === 1 ? values[0] : values };
  return single ? found : { ...found, each: values };
}
