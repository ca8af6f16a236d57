/** A place, as JSON Pointer (RFC 6901), where two JSON values differ; an absent side has no value. */
export interface Difference {
  readonly pointer: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

interface Pair {
  readonly pointer: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * The first places where two JSON values differ, at most `limit`; none means they are equal.
 *
 * The order of keys does not matter, types do: 1 is not "1". Own keys only, so `__proto__` is a key like
 * any other. Walks with a list instead of recursion, because a server may answer with any depth.
 */
export function differences(expected: unknown, actual: unknown, limit = 1): Difference[] {
  const found: Difference[] = [];
  const todo: Pair[] = [{ pointer: "", expected, actual }];
  for (let pair = todo.pop(); pair !== undefined && found.length < limit; pair = todo.pop()) {
    if (Array.isArray(pair.expected) && Array.isArray(pair.actual)) {
      pushElements(pair.pointer, pair.expected, pair.actual, todo, found);
    } else if (isObject(pair.expected) && isObject(pair.actual)) {
      pushMembers(pair.pointer, pair.expected, pair.actual, todo, found);
    } else if (pair.expected !== pair.actual) {
      found.push(pair);
    }
  }
  return found.slice(0, limit);
}

/** Whether two JSON values are equal; key order is irrelevant, types are not. */
export function equal(expected: unknown, actual: unknown): boolean {
  return differences(expected, actual).length === 0;
}

function pushElements(
  pointer: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
  todo: Pair[],
  found: Difference[],
): void {
  const shared = Math.min(expected.length, actual.length);
  if (expected.length > shared) {
    found.push({ pointer: `${pointer}/${shared}`, expected: expected[shared] });
  } else if (actual.length > shared) {
    found.push({ pointer: `${pointer}/${shared}`, actual: actual[shared] });
  }
  for (let index = shared - 1; index >= 0; index -= 1) {
    todo.push({
      pointer: `${pointer}/${index}`,
      expected: expected[index],
      actual: actual[index],
    });
  }
}

function pushMembers(
  pointer: string,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  todo: Pair[],
  found: Difference[],
): void {
  for (const key of Object.keys(actual)) {
    if (!Object.hasOwn(expected, key)) {
      found.push({ pointer: `${pointer}/${token(key)}`, actual: actual[key] });
    }
  }
  for (const key of Object.keys(expected).reverse()) {
    const place = `${pointer}/${token(key)}`;
    if (Object.hasOwn(actual, key)) {
      todo.push({ pointer: place, expected: expected[key], actual: actual[key] });
    } else {
      found.push({ pointer: place, expected: expected[key] });
    }
  }
}

function token(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
