import type { ManagerClient } from "../api/index.ts";
import { asFault } from "../fault/index.ts";
import { type RecordReader, readRecord } from "../record/index.ts";
import { jsonLines } from "./json-lines.ts";

export interface ProxyOptions {
  readonly manager: ManagerClient;
  readonly server: string;
  /** The record that the manager writes. */
  readonly record: string;
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: (text: string) => void;
  readonly signal: AbortSignal;
}

type Message = Readonly<Record<string, unknown>>;

/** How often the record is looked at for notifications of the server. */
const pollMs = 50;
const timeoutMs = 300_000;
const newestLegacy = "2025-11-25";

/**
 * An MCP server over stdin and stdout that hands every request of its client on to a running server, and the server's
 * notifications back, until the input ends. What the server asks of a client it asks ours, which answers as scripted.
 */
export async function proxy(options: ProxyOptions): Promise<void> {
  const { manager, server, output } = options;
  using record = readRecord(options.record);
  const send = (message: object) => output(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const opening = openingOf(record, server);
  const stop = forwardNotifications(record, server, send);
  const running = new Map<unknown, AbortController>();
  const pending = new Set<Promise<void>>();
  for await (const message of jsonLines(options.input)) {
    const { id, method } = message;
    if (typeof method !== "string") {
      continue;
    }
    if (id === undefined) {
      if (method === "notifications/cancelled") {
        running.get(paramsOf(message)["requestId"])?.abort();
      }
      continue;
    }
    if (method === "initialize") {
      send({ id, result: opening });
      continue;
    }
    const own = new AbortController();
    running.set(id, own);
    const signal = AbortSignal.any([options.signal, own.signal]);
    const request = {
      server_name: server,
      method,
      params: paramsOf(message),
      timeout_ms: timeoutMs,
    };
    const work = manager
      .call("docker_send_request", request, { signal })
      .then(({ result, error }) => send({ id, ...(error === undefined ? { result } : { error }) }))
      .catch((thrown: unknown) => {
        // Nobody waits for the answer to what was cancelled.
        if (!own.signal.aborted) {
          send({ id, error: { code: -32603, message: asFault(thrown).message } });
        }
      })
      .finally(() => {
        running.delete(id);
        pending.delete(work);
      });
    pending.add(work);
  }
  await Promise.all(pending);
  stop();
}

/** What the server answered to our own handshake, as the answer to the client's. */
function openingOf(record: RecordReader, server: string): Message {
  for (const { direction, text } of record.wire({ server })) {
    const result = direction === "received" ? new Map(Object.entries(resultOf(text))) : undefined;
    if (result?.has("capabilities") === true) {
      const revision: unknown = result.get("protocolVersion") ?? newestLegacy;
      const serverInfo: unknown = result.get("serverInfo") ?? { name: server, version: "0" };
      return { ...Object.fromEntries(result), protocolVersion: revision, serverInfo };
    }
  }
  return {
    protocolVersion: newestLegacy,
    capabilities: {},
    serverInfo: { name: server, version: "0" },
  };
}

function forwardNotifications(
  record: RecordReader,
  server: string,
  send: (message: object) => void,
): () => void {
  let afterId = 0;
  for (const row of record.wire({ server, tail: 1 })) {
    afterId = row.id;
  }
  const look = () => {
    for (const { id, direction, text } of record.wire({ server, afterId })) {
      afterId = id;
      const message = direction === "received" ? parsed(text) : {};
      if (typeof message["method"] === "string" && message["id"] === undefined) {
        send(message);
      }
    }
  };
  const timer = setInterval(look, pollMs);
  return () => {
    clearInterval(timer);
    look();
  };
}

function resultOf(text: string): object {
  const { result } = parsed(text);
  return typeof result === "object" && result !== null ? result : {};
}

function paramsOf({ params }: Message): Message {
  return typeof params === "object" && params !== null ? { ...params } : {};
}

function parsed(text: string): Message {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
