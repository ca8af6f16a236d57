import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import type { Reply, RequestOptions, Session } from "./session.ts";
import { listenMethod } from "./subscriptions.ts";

/** What a session of either era says to hear of changes. */
export function subscribing(
  connection: Connection,
  era: Session["era"],
  sent: (params: Record<string, unknown>) => Record<string, unknown> | undefined,
  request: Session["request"],
): Pick<Session, "subscribe" | "unsubscribe" | "listen" | "stopListening"> {
  const { subscriptions } = connection;

  async function open(
    key: string,
    notifications: Readonly<Record<string, unknown>>,
    { signal, ...options }: RequestOptions,
  ): Promise<Reply> {
    const params = sent({ notifications });
    return subscriptions.open(key, notifications, signal, () =>
      connection.open(listenMethod, params, options),
    );
  }

  if (era === "legacy") {
    const noListen = (): Promise<never> =>
      Promise.reject(
        new Fault("USAGE", `${listenMethod} exists from revision 2026-07-28 on.`, {
          hint: "Use `subscribe` in a session of this revision.",
        }),
      );
    return {
      subscribe: (uri, options) => request("resources/subscribe", { uri }, options),
      unsubscribe: (uri, options) => request("resources/unsubscribe", { uri }, options),
      listen: noListen,
      stopListening: noListen,
    };
  }
  return {
    subscribe: (uri, options) => open(`uri ${uri}`, { resourceSubscriptions: [uri] }, options),
    async unsubscribe(uri) {
      if (!subscriptions.stop(`uri ${uri}`)) {
        throw new Fault("USAGE", `There is no subscription to "${uri}" to end.`);
      }
      return { kind: "result", result: {}, durationMs: 0, bytes: 0 };
    },
    listen: (filter, options) => open("listen", filter, options),
    async stopListening() {
      subscriptions.stop("listen");
    },
  };
}
