import type { Spec } from "../schema/index.ts";
import type { RpcError } from "./session.ts";

const defined: ReadonlySet<number> = new Set([-32700, -32600, -32601, -32602, -32603]);
/** Codes of MCP itself from 2026-07-28 on (schema, errors); the rest of -32020 to -32099 is kept for later. */
const modern: ReadonlySet<number> = new Set([-32020, -32021, -32022]);
/** Codes of earlier revisions that must not be sent any more. */
const gone: Readonly<Record<number, string>> = {
  "-32002": "-32602 (invalid params)",
  "-32042": "a result that asks for input",
};

/** Why a code is not allowed in a revision, in words that continue `has the code N, …`; undefined when it is. */
export function errorCodeProblem(code: number, era: "legacy" | "modern"): string | undefined {
  if (code < -32768 || code > -32000 || defined.has(code)) {
    return undefined;
  }
  if (code < -32099) {
    return "which JSON-RPC keeps for itself and has not defined";
  }
  if (era === "legacy") {
    return undefined;
  }
  const instead = Object.hasOwn(gone, code) ? gone[code] : undefined;
  if (instead !== undefined) {
    return `which this revision has replaced by ${instead}`;
  }
  return code <= -32020 && !modern.has(code)
    ? "which the specification keeps for itself and has not defined"
    : undefined;
}

/** Definitions of the errors whose `data` are prescribed, by revision and code. */
const shapes: Readonly<Record<string, string>> = {
  "2025-11-25 -32042": "URLElicitationRequiredError",
  "2026-07-28 -32021": "MissingRequiredClientCapabilityError",
  "2026-07-28 -32022": "UnsupportedProtocolVersionError",
};

/** What is wrong with the `data` of an error that the specification gives a shape; undefined when nothing is. */
export function errorDataProblem(error: RpcError, spec: Spec): string | undefined {
  const name = shapes[`${spec.revision} ${error.code}`];
  const problem =
    name === undefined ? undefined : spec.definition(name, { jsonrpc: "2.0", id: 1, error });
  return problem === undefined ? undefined : `"${problem.pointer.slice(1)}" ${problem.message}`;
}
