import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import { targetOf } from "../decide.ts";
import { targetText } from "../egress.ts";
import { dialOutside } from "./dial.ts";
import type { HostProxies } from "./host-proxy.ts";
import { wayTo } from "./way.ts";

export interface OutsideRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
}

export interface OutsideAnswer {
  readonly status: number;
  /** Its Content-Type, if it has one. */
  readonly type: string | undefined;
  readonly body: Buffer;
}

const answerMs = 30_000;
const mostBytes = 4 * 2 ** 20;

/**
 * One request of ours to the outside, over a connection of its own and by the rules that hold for servers: only to
 * `url`'s own host, and to a loopback or private address only where it is written. Rejects within 45 s.
 */
export async function askOutside(
  url: URL,
  { method, headers, body }: OutsideRequest,
  hostProxies: HostProxies,
): Promise<OutsideAnswer> {
  const isSecure = url.protocol === "https:";
  const target = targetOf(url.host, isSecure ? 443 : 80);
  if (target === undefined) {
    throw new Error(`${url.host} is no host`);
  }
  const resolve = (host: string) => lookup(host, { all: true });
  const deps = { resolve, hostProxies };
  // Asked as for a tunnel: a proxy of this host then knows nothing of what is in it.
  const way = await wayTo([target], target, "https", deps);
  if ("kind" in way) {
    throw new Error(`${targetText(target)}: ${way.reason}`);
  }
  const signal = AbortSignal.timeout(answerMs);
  const socket = await dialOutside(target, way.allowed, way.proxy, signal);
  const line: Duplex = isSecure ? connectTls({ socket, servername: target.host }) : socket;
  try {
    return await exchanged(line, url, { method, headers, body }, signal);
  } finally {
    line.destroy();
    socket.destroy();
  }
}

function exchanged(
  line: Duplex,
  url: URL,
  { method, headers, body }: OutsideRequest,
  signal: AbortSignal,
): Promise<OutsideAnswer> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest({
      method,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host, "content-length": String(body.length) },
      createConnection: () => line,
      signal,
    });
    asking.once("error", reject);
    line.once("error", reject);
    asking.once("response", (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes > mostBytes) {
          answer.destroy(new Error(`its answer is larger than ${mostBytes} bytes`));
        }
      });
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({
          status: answer.statusCode ?? 502,
          type: answer.headers["content-type"],
          body: Buffer.concat(chunks),
        }),
      );
    });
    asking.end(body);
  });
}
