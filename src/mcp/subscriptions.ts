import type { Clock } from "../clock/index.ts";
import type { Findings } from "./findings.ts";
import { interrupted } from "./pending.ts";
import { quote, show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import type { Opened } from "./requests.ts";
import type { Reply } from "./session.ts";

export const listenMethod = "subscriptions/listen";
const idKey = "io.modelcontextprotocol/subscriptionId";
const acknowledged = "notifications/subscriptions/acknowledged";
/** Which member of the filter asks for which notification (revision 2026-07-28, subscriptions/listen). */
const filterOf: Readonly<Record<string, string>> = {
  "notifications/tools/list_changed": "toolsListChanged",
  "notifications/prompts/list_changed": "promptsListChanged",
  "notifications/resources/list_changed": "resourcesListChanged",
  "notifications/resources/updated": "resourceSubscriptions",
  "notifications/tasks": "taskIds",
};

interface Subscription {
  readonly opened: Opened;
  readonly filter: Readonly<Record<string, unknown>>;
  /** Under which it can be ended: "listen" or the uri subscribed to. */
  readonly key: string;
  readonly openedMs: number;
  readonly onAcknowledged: (reply: Reply) => void;
  acknowledged: boolean;
}

/** The `subscriptions/listen` streams of a modern session, and the notifications that must belong to one of them. */
export class Subscriptions {
  readonly #findings: Findings;
  readonly #clock: Clock;
  readonly #open = new Map<number, Subscription>();
  /** Streams that are over: what was on its way may still come. */
  readonly #ended = new Set<number>();

  constructor(findings: Findings, clock: Clock) {
    this.#findings = findings;
    this.#clock = clock;
  }

  /** Resolves with the acknowledgement as a reply, or with the answer that came instead of it. */
  async open(
    key: string,
    filter: Readonly<Record<string, unknown>>,
    signal: AbortSignal | undefined,
    request: () => Opened,
  ): Promise<Reply> {
    if (signal?.aborted) {
      throw interrupted(listenMethod, signal);
    }
    const openedMs = this.#clock.monotonicMs();
    const { promise: first, resolve: onAcknowledged } = Promise.withResolvers<Reply>();
    const opened = request();
    const subscription = { opened, filter, key, openedMs, onAcknowledged, acknowledged: false };
    this.#open.set(opened.id, subscription);
    const end = (): void => {
      this.#open.delete(opened.id);
      this.#ended.add(opened.id);
    };
    opened.reply.then(end, end);
    // Only until then: the stream outlives the step that opened it.
    const abort = (): void => opened.end("interrupted");
    signal?.addEventListener("abort", abort, { once: true });
    const reply = await Promise.race([first, opened.reply]);
    signal?.removeEventListener("abort", abort);
    if (signal?.aborted) {
      throw interrupted(listenMethod, signal);
    }
    if (!subscription.acknowledged && reply.kind === "result") {
      this.#findings.report(
        "not-acknowledged",
        () => `${listenMethod} was answered before ${acknowledged} came`,
      );
    }
    return reply;
  }

  /** Ends the streams opened under a key; false when there is none. */
  stop(key: string): boolean {
    const all = [...this.#open.values()].filter((subscription) => subscription.key === key);
    for (const { opened } of all) {
      opened.end("no longer wanted");
    }
    return all.length > 0;
  }

  /** Judges a notification of a modern server. */
  receive(method: string, params: unknown, bytes: number, receivedMs: number): void {
    const meta = isObject(params) ? params["_meta"] : undefined;
    const id = isObject(meta) ? meta[idKey] : undefined;
    if (method === "notifications/cancelled") {
      this.#endedByServer(params);
    } else if (method === acknowledged) {
      this.#acknowledge(isObject(params) ? params : {}, id, bytes, receivedMs);
    } else if (Object.hasOwn(filterOf, method)) {
      this.#change(method, id);
    }
  }

  #acknowledge(params: JsonObject, id: unknown, bytes: number, receivedMs: number): void {
    const subscription = typeof id === "number" ? this.#open.get(id) : undefined;
    if (subscription === undefined) {
      this.#untagged(acknowledged, id);
      return;
    }
    subscription.acknowledged = true;
    subscription.opened.keep();
    const durationMs = receivedMs - subscription.openedMs;
    subscription.onAcknowledged({ kind: "result", result: params, durationMs, bytes });
  }

  #change(method: string, id: unknown): void {
    const subscription = typeof id === "number" ? this.#open.get(id) : undefined;
    if (subscription === undefined) {
      if (typeof id !== "number" || !this.#ended.has(id)) {
        this.#untagged(method, id);
      }
      return;
    }
    if (!subscription.acknowledged) {
      this.#findings.report(
        "not-acknowledged",
        () => `${quote(method)} came on a subscription before ${acknowledged}`,
      );
    }
    const member = filterOf[method] ?? "";
    const asked = subscription.filter[member];
    if (asked === undefined || asked === false) {
      this.#findings.report(
        "unasked-notification",
        () => `the server sent ${quote(method)} on a subscription that did not ask for "${member}"`,
      );
    }
  }

  /** A stream may be ended with a result or, as the page on cancellation has it, with this notification. */
  #endedByServer(params: unknown): void {
    const id = isObject(params) ? params["requestId"] : undefined;
    const subscription = typeof id === "number" ? this.#open.get(id) : undefined;
    subscription?.opened.end();
  }

  #untagged(method: string, id: unknown): void {
    this.#findings.report("unasked-notification", () =>
      id === undefined
        ? `the server sent ${quote(method)} without "${idKey}", so it belongs to no subscription`
        : `the server sent ${quote(method)} for the subscription ${show(id)}, which is not open`,
    );
  }
}
