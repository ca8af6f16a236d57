import type { Action, JsonRecord } from "../../config/index.ts";

/** An action that is one plain request. */
export type PlainRequest =
  | Extract<Action, { readonly verb: "call" | "prompt" | "complete" }>
  | { readonly verb: "read"; readonly target: string }
  | { readonly verb: "request"; readonly target: string; readonly params?: unknown };

/** The method and params of an action that is one request, with `meta` added to its `_meta`. */
export function requestOf(
  action: PlainRequest,
  meta: JsonRecord | undefined,
): { readonly method: string; readonly params: Record<string, unknown> | undefined } {
  const { method, params } = bareRequest(action);
  return { method, params: withMeta(params, meta) };
}

/** Params with `meta` added to their `_meta`. */
export function withMeta(
  params: Record<string, unknown> | undefined,
  meta: JsonRecord | undefined,
): Record<string, unknown> | undefined {
  const own = params?.["_meta"];
  return meta === undefined
    ? params
    : { ...params, _meta: { ...(typeof own === "object" ? own : {}), ...meta } };
}

function bareRequest(action: PlainRequest): {
  readonly method: string;
  readonly params: Record<string, unknown> | undefined;
} {
  switch (action.verb) {
    case "call":
      return {
        method: "tools/call",
        params: { name: action.target, arguments: action.arguments },
      };
    case "read":
      return { method: "resources/read", params: { uri: action.target } };
    case "prompt":
      return {
        method: "prompts/get",
        params: { name: action.target, arguments: action.arguments },
      };
    case "complete":
      return {
        method: "completion/complete",
        params: {
          ref: action.ref,
          argument: { name: action.target, value: action.value },
          ...(action.context !== undefined && { context: { arguments: action.context } }),
        },
      };
    case "request":
      // Raw params may be anything, also what no request may have: that is what the verb is for.
      return {
        method: action.target,
        params: action.params as Record<string, unknown> | undefined,
      };
    default:
      return action satisfies never;
  }
}
