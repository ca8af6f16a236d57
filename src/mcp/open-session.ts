import type { Clock } from "../clock/index.ts";
import type { Spec } from "../schema/index.ts";
import type { ClientSide } from "./client-side.ts";
import type { Connection } from "./connection.ts";
import { faulted } from "./faulted.ts";
import { createJudge } from "./judge.ts";
import { listAll } from "./list.ts";
import { labelOf } from "./pending.ts";
import { isObject } from "./reading.ts";
import { capabilitiesKey, logLevelKey, tasksExtension, withMeta } from "./revision.ts";
import { type Asking, asksForInput, playRounds } from "./rounds.ts";
import type { Reply, RequestOptions, Session } from "./session.ts";
import { lists } from "./shape.ts";
import { subscribing } from "./subscribing.ts";
import { callAsTask } from "./tasks.ts";

/** How long a notification may wait for a server that does not read. */
const notifyTimeoutMs = 10_000;
/** How long a list that only we want may take. */
const listTimeoutMs = 2_000;

/** What the handshake has found out. */
export interface Negotiated
  extends Pick<Session, "revision" | "era" | "serverInfo" | "capabilities" | "instructions"> {
  /** What each request carries in `params._meta`; undefined in the legacy era. */
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  /** The result that opened the session, to be judged by its revision; undefined when it was found wrong already. */
  readonly handshake: { readonly method: string; readonly result: unknown } | undefined;
}

/** The session over a connection whose handshake is done. */
export function openSession(
  connection: Connection,
  negotiated: Negotiated,
  spec: Spec,
  client: ClientSide | undefined,
  clock: Clock,
): Session {
  const { era } = negotiated;
  const { findings } = connection;
  findings.negotiated(negotiated.revision);
  let { meta } = negotiated;

  /** The params as they go out. */
  function sent(params: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
    if (meta === undefined) {
      return params;
    }
    const full = withMeta(params, meta);
    connection.logsAsked ||= isObject(full["_meta"]) && full["_meta"][logLevelKey] !== undefined;
    return full;
  }

  async function once(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply> {
    const full = sent(params);
    const reply = await connection.call(method, full, options);
    const judging = judge.reply(method, full, reply);
    if (judging !== undefined) {
      await judging;
    }
    if (reply.kind === "result" && era === "modern") {
      checkTask(method, full, reply.result);
    }
    return reply;
  }

  /** Only a call whose request declares the extension may become a task. */
  function checkTask(
    method: string,
    params: Record<string, unknown> | undefined,
    result: unknown,
  ): void {
    if (!isObject(result) || result["resultType"] !== "task") {
      return;
    }
    const all = isObject(params?.["_meta"]) ? params["_meta"][capabilitiesKey] : undefined;
    const extensions = isObject(all) ? all["extensions"] : undefined;
    if (method !== "tools/call" || !isObject(extensions) || !(tasksExtension in extensions)) {
      findings.report(
        "undeclared-input",
        () =>
          `${labelOf(method, params)} was made a task though we did not declare ${tasksExtension} with it`,
      );
    }
  }

  const asking: Asking = {
    clock,
    client,
    request: once,
    report: (code, message) => findings.report(code, message),
  };

  async function request(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply> {
    if (options.fault !== undefined && options.fault.kind !== "drop_response") {
      return faulted(request, method, params, options, clock);
    }
    const reply = await once(method, params, options);
    return era === "modern" && options.rounds !== "manual" && asksForInput(reply)
      ? playRounds(method, params, options, reply, asking)
      : reply;
  }

  const judge = createJudge({
    negotiated,
    spec,
    report: (code, message) => findings.report(code, message),
    listTools: () => once("tools/list", undefined, { timeoutMs: listTimeoutMs, own: true }),
  });
  connection.judge = (message) => judge.received(message);
  judge.handshake();

  const { revision, serverInfo, capabilities, instructions } = negotiated;
  return {
    revision,
    era,
    transport: connection.wire.kind,
    serverInfo,
    capabilities,
    instructions,
    inbox: connection.inbox,
    request,
    notify: (method, params, options) =>
      connection.notify(method, params, notifyTimeoutMs, options),
    list(kind, { pages = "all", cursor, ...options }) {
      return pages === "all"
        ? listAll(lists[kind], options, { clock, request, report: asking.report }, cursor)
        : request(lists[kind].method, cursor === undefined ? undefined : { cursor }, options);
    },
    ping: (options) => request(era === "modern" ? "server/discover" : "ping", undefined, options),
    sendRaw: (bytes, options) => connection.sendRaw(bytes, options),
    ...subscribing(connection, era, sent, request),
    async setLogLevel(level, options) {
      if (meta === undefined) {
        return request("logging/setLevel", { level }, options);
      }
      meta = { ...meta, [logLevelKey]: level };
      return { kind: "result", result: {}, durationMs: 0, bytes: 0 };
    },
    callAsTask: (params, options) => callAsTask(era, params, options, { ...asking, request }),
    close: () => connection.close(),
  };
}
