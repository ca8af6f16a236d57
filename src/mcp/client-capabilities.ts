import { show } from "./quote.ts";
import { isObject } from "./reading.ts";

/** Which capability of the client each request of a server needs. */
const needed: Readonly<Record<string, string>> = {
  "sampling/createMessage": "sampling",
  "elicitation/create": "elicitation",
  "roots/list": "roots",
  "tasks/get": "tasks",
  "tasks/result": "tasks",
  "tasks/list": "tasks",
  "tasks/cancel": "tasks",
};

export interface InputProblem {
  /** JSON-RPC code a client answers it with. */
  readonly code: number;
  /** Continues "the server sent X". */
  readonly why: string;
}

/** Why a server must not ask a client with these capabilities; undefined when it may. */
export function inputProblem(
  method: string,
  params: unknown,
  capabilities: Readonly<Record<string, unknown>>,
): InputProblem | undefined {
  const name = Object.hasOwn(needed, method) ? needed[method] : undefined;
  if (name === undefined) {
    return { code: -32601, why: "which is no request of a server" };
  }
  const declared = Object.hasOwn(capabilities, name) ? capabilities[name] : undefined;
  if (!isObject(declared)) {
    return { code: -32601, why: "though we declared no capability for it" };
  }
  if (method === "elicitation/create") {
    const mode = isObject(params) ? (params["mode"] ?? "form") : "form";
    // An empty capability is the one of 2025-06-18: forms only.
    const modes = Object.keys(declared).filter((key) => key === "form" || key === "url");
    if (!(modes.length === 0 ? ["form"] : modes).some((known) => known === mode)) {
      return { code: -32602, why: `in the mode ${show(mode)}, which we did not declare` };
    }
  }
  if (
    method === "sampling/createMessage" &&
    isObject(params) &&
    (params["tools"] !== undefined || params["toolChoice"] !== undefined) &&
    declared["tools"] === undefined
  ) {
    return { code: -32602, why: "with tools, though we did not declare sampling.tools" };
  }
  return undefined;
}
