import type { Inbox, Received } from "../../mcp/index.ts";

type Wait = Parameters<Inbox["next"]>[2];

/**
 * What `wait_for` looks at, for one server in one scenario: messages since the last step that acted on the server began,
 * each given out once.
 *
 * So a message is never missed because it came before its `wait_for` did, and none of an earlier step is taken for it.
 */
export interface Mailbox {
  /** A step other than `wait_for` begins. */
  stepBegins(): void;
  /** The session's inbox; a new session's is looked at from its beginning. */
  see(inbox: Inbox): void;
  next(
    inbox: Inbox,
    wanted: (received: Received) => boolean | Promise<boolean>,
    wait: Wait,
  ): Promise<Received>;
}

/** `fresh`: the server was started for this scenario, so what it said before the first step counts. */
export function createMailbox(fresh: boolean): Mailbox {
  let seen: Inbox | undefined;
  let from = 0;
  let taken = new Set<number>();

  function see(inbox: Inbox): void {
    if (inbox !== seen) {
      from = seen === undefined && !fresh ? inbox.seq : 0;
      seen = inbox;
      taken = new Set();
    }
  }

  return {
    see,
    stepBegins() {
      from = seen?.seq ?? from;
      taken.clear();
    },
    async next(inbox, wanted, wait) {
      see(inbox);
      const wantedOnce = async (received: Received): Promise<boolean> =>
        !taken.has(received.seq) && (await wanted(received)) && !taken.has(received.seq);
      const found = await inbox.next(from, wantedOnce, wait);
      taken.add(found.seq);
      return found;
    },
  };
}
