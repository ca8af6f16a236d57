import type { Predicate } from "../../src/config/index.ts";
import type { Inbox, Received, Reply, Session } from "../../src/mcp/index.ts";
import type { ServerHandle, StepResult } from "../../src/scenario/index.ts";
import { expectation, handleOf, playWith, step, stubSession, text } from "./stub-session.ts";

/** An inbox with what a server is told to say, before and during a call. */
export function inboxOf(): {
  readonly inbox: Inbox;
  readonly say: (kind: Received["kind"], method: string, params?: unknown) => void;
} {
  const all: Received[] = [];
  return {
    inbox: {
      get seq() {
        return all.length;
      },
      counts: new Map(),
      since: (seq) => all.slice(seq),
      next: () => Promise.reject(new Error("nobody waits here")),
    },
    say(kind, method, params) {
      all.push({ seq: all.length + 1, atMs: 0, kind, method, params });
    },
  };
}

/** One step against a server that says things while it answers. */
export async function stepWith(
  place: string,
  predicate: Predicate,
  given: {
    readonly reply?: Reply;
    readonly inbox?: Inbox;
    readonly during?: () => void;
    readonly handle?: Partial<ServerHandle>;
  } = {},
): Promise<StepResult> {
  const session: Session = {
    ...stubSession(() => {
      given.during?.();
      return given.reply ?? text("");
    }),
    ...(given.inbox !== undefined && { inbox: given.inbox }),
  };
  const handle = handleOf(() => session, given.handle);
  const played = await playWith(
    [step({ call: "tool", expectations: [expectation(place, predicate)] })],
    () => handle,
  );
  const [only] = played.steps;
  if (only === undefined) {
    throw new Error("a scenario of one step has one result");
  }
  return only;
}
