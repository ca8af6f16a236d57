import { isObject, type JsonObject } from "./reading.ts";

/** Methods that a capability promises, each with the way to it. Of templates the specification does not say so. */
const promised: Readonly<Record<string, string>> = {
  "tools/list": "tools",
  "resources/list": "resources",
  "resources/subscribe": "resources.subscribe",
  "prompts/list": "prompts",
  "completion/complete": "completions",
  "logging/setLevel": "logging",
};

/** Methods that only a server with the capability answers. */
const covered: Readonly<Record<string, string>> = {
  ...promised,
  "tools/call": "tools",
  "resources/read": "resources",
  "resources/templates/list": "resources",
  "prompts/get": "prompts",
};

const notifications: Readonly<Record<string, string>> = {
  "notifications/tools/list_changed": "tools.listChanged",
  "notifications/resources/list_changed": "resources.listChanged",
  "notifications/prompts/list_changed": "prompts.listChanged",
  "notifications/resources/updated": "resources.subscribe",
  "notifications/message": "logging",
};

/** Declared with these methods or not at all. */
const everyServer: ReadonlySet<string> = new Set(["ping", "server/discover"]);
const methodNotFound = -32601;

/** What a server declares, and what it does besides. */
export interface Honesty {
  /** The promise that the error -32601 to a request breaks, in words; undefined when it breaks none. */
  broken(method: string, code: number): string | undefined;
  /** The capability a result shows and nothing declares. */
  unannounced(method: string, result: JsonObject): string | undefined;
  /** The capability a notification shows and nothing declares. */
  undeclared(method: string): string | undefined;
}

export function honestyOf(capabilities: JsonObject, revision: string): Honesty {
  const has = (way: string): boolean => {
    const value = way
      .split(".")
      .reduce((place: unknown, key) => (isObject(place) ? place[key] : undefined), capabilities);
    return way.includes(".") ? value === true : value !== undefined;
  };
  // The first revision has completion and no capability for it.
  const known = (way: string): boolean => way !== "completions" || revision !== "2024-11-05";
  const missing = (table: Readonly<Record<string, string>>, method: string): string | undefined => {
    const way = Object.hasOwn(table, method) ? table[method] : undefined;
    return way === undefined || !known(way) || has(way) ? undefined : way;
  };

  return {
    broken(method, code) {
      if (code !== methodNotFound) {
        return undefined;
      }
      if (everyServer.has(method)) {
        return "every server must know it";
      }
      const way = Object.hasOwn(promised, method) ? promised[method] : undefined;
      return way !== undefined && has(way) ? `the capability ${way} is declared` : undefined;
    },
    unannounced(method, result) {
      // An empty list gives nothing away: it says that there is nothing.
      const isEmptyList = method.endsWith("/list") && Object.values(result).some(isEmptyArray);
      return isEmptyList ? undefined : missing(covered, method);
    },
    undeclared: (method) => missing(notifications, method),
  };
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
