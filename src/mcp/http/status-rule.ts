import { isObject } from "../reading.ts";

/** The HTTP status that revision 2026-07-28 demands for an error (Streamable HTTP, request metadata). */
const statusOf: ReadonlyMap<unknown, number> = new Map([
  [-32601, 404],
  [-32020, 400],
  [-32021, 400],
  [-32022, 400],
]);

/** What is wrong with the status of an answer of a modern server. */
export function statusProblem(error: unknown, status: number): string | undefined {
  if (!isObject(error)) {
    return undefined;
  }
  const demanded = statusOf.get(error["code"]);
  return demanded === undefined || demanded === status
    ? undefined
    : `is error ${String(error["code"])} with HTTP ${status}; it must be HTTP ${demanded}`;
}
