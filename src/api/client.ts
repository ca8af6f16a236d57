import { type Code, codes, Fault, type Problem } from "../fault/index.ts";
import type { CallContext } from "./operations.ts";

/** A client of the manager, in this process or over HTTP: the only way the entries do their work. */
export interface ManagerClient {
  /** The tool's structured content; a tool error is thrown as the Fault it was. */
  call(
    tool: string,
    input: Record<string, unknown>,
    context?: Partial<CallContext>,
  ): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Reads the structured content of an erroneous tool result back into a Fault. */
export function faultOf(structured: unknown, text: string): Fault {
  const error =
    isObject(structured) && isObject(structured["error"]) ? structured["error"] : undefined;
  const code = error?.["code"];
  if (error === undefined || typeof code !== "string" || !isCode(code)) {
    return new Fault("MANAGER_UNREACHABLE", `The manager answered with an error: ${text}`);
  }
  return new Fault(code, String(error["message"]), {
    hint: String(error["hint"]),
    // Written by our own manager from Fault.problems.
    problems: Array.isArray(error["problems"]) ? (error["problems"] as Problem[]) : [],
  });
}

function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
