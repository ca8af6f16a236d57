import type { AnswerRule } from "../../config/index.ts";
import type { ClientAnswer } from "../../mcp/index.ts";

/** The answer that a rule gives: refusing is what the specification has a user do who says no. */
export function replyOf({ method, reply }: Pick<AnswerRule, "method" | "reply">): ClientAnswer {
  if (reply === "silence") {
    return { kind: "silence" };
  }
  if (reply !== "refuse") {
    return "result" in reply
      ? { kind: "result", result: reply.result }
      : { kind: "error", ...reply.error };
  }
  switch (method) {
    case "elicitation/create":
      return { kind: "result", result: { action: "decline" } };
    case "sampling/createMessage":
      return { kind: "error", code: -1, message: "User rejected sampling request" };
    case "roots/list":
      return { kind: "error", code: -32601, message: "Roots not supported" };
    default:
      return method satisfies never;
  }
}
