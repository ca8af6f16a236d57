import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import type { FindingCode } from "./findings.ts";
import { listAll } from "./list.ts";
import { labelOf } from "./pending.ts";
import { withMeta } from "./revision.ts";
import type { Reply, RequestOptions, Session } from "./session.ts";
import { checkResult, lists } from "./shape.ts";

/** How long a notification may wait for a server that does not read. */
const notifyTimeoutMs = 10_000;

/** What the handshake has found out. */
export interface Negotiated
  extends Pick<Session, "revision" | "era" | "serverInfo" | "capabilities" | "instructions"> {
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

  const notYet = (): Promise<never> =>
    Promise.reject(new Fault("USAGE", "Not possible on this session yet."));

  return {
    revision,
    era,
    transport: connection.wire.kind,
    serverInfo,
    capabilities,
    instructions: negotiated.instructions,
    inbox: connection.inbox,
    request,
    notify: (method, params, options) =>
      connection.notify(method, params, notifyTimeoutMs, options?.headers),
    list(kind, { pages = "all", cursor, ...options }) {
      const lister = {
        clock,
        request,
        report: (code: FindingCode, message: () => string) => findings.report(code, message),
      };
      return pages === "all"
        ? listAll(lists[kind], options, lister, cursor)
        : request(lists[kind].method, cursor === undefined ? undefined : { cursor }, options);
    },
    ping: (options) => request(era === "modern" ? "server/discover" : "ping", undefined, options),
    sendRaw: notYet,
    subscribe: (uri, options) => request("resources/subscribe", { uri }, options),
    unsubscribe: (uri, options) => request("resources/unsubscribe", { uri }, options),
    listen: notYet,
    stopListening: notYet,
    setLogLevel: (level, options) => request("logging/setLevel", { level }, options),
    callAsTask: notYet,
    close: () => connection.close(),
  };
}
