import type { IncomingHttpHeaders } from "node:http";
import type { Clock } from "../../clock/index.ts";
import { openLine } from "./exchange.ts";
import { readBody } from "./read-body.ts";
import { ownHeaders } from "./request-headers.ts";
import type { Via } from "./via.ts";

export interface OneAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** At most 1 MiB of it; of an event stream nothing. */
  readonly body: Buffer;
}

const timeoutMs = 10_000;
const maxBytes = 1024 * 1024;

/** One HTTP request on a connection of its own; no redirect is followed. Rejects when there is no answer in 10 s. */
export async function askOnce(
  url: URL,
  request: {
    readonly method: "GET" | "POST" | "DELETE";
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array;
  },
  clock: Clock,
  via: Via = {},
): Promise<OneAnswer> {
  const line = openLine(url.origin, via);
  const abort = new AbortController();
  const late = clock.sleep(timeoutMs, abort.signal).then(
    () => abort.abort(),
    () => undefined,
  );
  try {
    const headers = { ...ownHeaders, ...request.headers };
    const answer = await line.exchange({ ...request, url, headers, signal: abort.signal });
    const endless = answer.headers["content-type"]?.startsWith("text/event-stream") === true;
    if (endless) {
      answer.body.destroy();
    }
    const body = endless ? Buffer.alloc(0) : (await readBody(answer.body, maxBytes)).bytes;
    return { status: answer.status, headers: answer.headers, body };
  } finally {
    abort.abort();
    line.destroy();
    await late;
  }
}
