import { Fault } from "../../src/fault/index.ts";
import type { Reply } from "../../src/mcp/index.ts";
import { stubSession, text } from "./stub-session.ts";

/** Answers one after the other; the last one again and again. */
export function inTurn(...replies: readonly (Reply | Fault)[]) {
  let next = 0;
  return stubSession(async () => {
    const reply = replies[Math.min(next, replies.length - 1)];
    next += 1;
    if (reply === undefined || reply instanceof Fault) {
      throw reply ?? new Error("no answer is left");
    }
    return reply;
  });
}

export const good = text("ok");
export const bad = text("no");
export const isOk = { text: { equals: "ok" } };
export const lost = new Fault("CALL_TIMED_OUT", "too late");
