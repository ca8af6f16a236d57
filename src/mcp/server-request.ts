import type { FindingCode } from "./findings.ts";
import { quote } from "./quote.ts";
import type { JsonObject } from "./reading.ts";

export interface ServerRequestAnswer {
  /** The line to send, if any. */
  readonly answer?: string;
  readonly finding?: { readonly code: FindingCode; readonly text: string };
  /** The id of our own request, when the server sent that back to us. */
  readonly echo?: number;
}

const methodNotFound = -32601;
/** Methods only a client calls: a server that sends one is repeating us, as a terminal or `cat` does. */
const clientMethods =
  /^(?:initialize|server\/discover|tools\/|resources\/|prompts\/|completion\/|logging\/|subscriptions\/)/u;

/** What a request of the server gets: `ping` its answer, all else -32601, for we declare no capabilities. */
export function answerServerRequest(message: JsonObject, method: string): ServerRequestAnswer {
  const { id } = message;
  if (clientMethods.test(method)) {
    const finding = {
      code: "echoed-request",
      text: `the server sent the client's request ${quote(method)}`,
    } as const;
    return typeof id === "number" ? { finding, echo: id } : { finding };
  }
  if (typeof id !== "string" && typeof id !== "number") {
    const text = `the server's request ${quote(method)} has an id that is neither a string nor a number`;
    return { finding: { code: "null-id", text } };
  }
  if (method === "ping") {
    return { answer: JSON.stringify({ jsonrpc: "2.0", id, result: {} }) };
  }
  const error = {
    code: methodNotFound,
    message: "Method not found: this client declared no capabilities",
  };
  return {
    answer: JSON.stringify({ jsonrpc: "2.0", id, error }),
    finding: {
      code: "unasked-request",
      text: `the server sent ${quote(method)} though we declared no capability for it`,
    },
  };
}
