import type { Clock } from "../clock/index.ts";
import type { Connection } from "./connection.ts";
import { listAll } from "./list.ts";
import { labelOf } from "./pending.ts";
import { withMeta } from "./revision.ts";
import type { Reply, RequestOptions, Session } from "./session.ts";
import { checkResult, lists } from "./shape.ts";

/** How long a notification may wait for a server that does not read. */
const notifyTimeoutMs = 10_000;

/** What the handshake has found out. */
export interface Negotiated
  extends Pick<Session, "revision" | "era" | "serverInfo" | "capabilities"> {
  /** What each request carries in `params._meta`; undefined in the legacy era. */
  readonly meta: Readonly<Record<string, unknown>> | undefined;
}

/** The session over a connection whose handshake is done. */
export function openSession(connection: Connection, negotiated: Negotiated, clock: Clock): Session {
  const { revision, era, serverInfo, capabilities, meta } = negotiated;
  const { findings } = connection;

  async function request(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply> {
    const reply = await connection.call(
      method,
      meta === undefined ? params : withMeta(params, meta),
      options,
    );
    if (reply.kind === "result") {
      checkResult(method, reply.result, era, (code, message) =>
        findings.report(code, () => `the answer to ${labelOf(method, params)} ${message()}`),
      );
    }
    return reply;
  }

  return {
    revision,
    era,
    serverInfo,
    capabilities,
    request,
    notify: (method, params) => connection.notify(method, params, notifyTimeoutMs),
    list: (kind, options) =>
      listAll(lists[kind], options, {
        clock,
        request,
        report: (code, message) => findings.report(code, message),
      }),
    ping: (options) => request(era === "modern" ? "server/discover" : "ping", undefined, options),
    close: () => connection.close(),
  };
}
