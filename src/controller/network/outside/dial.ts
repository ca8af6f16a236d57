import * as http from "node:http";
import * as https from "node:https";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { type Target, targetText } from "../egress.ts";
import { type AllowedTarget, lookupOf } from "../proxy-answers.ts";
import { proxyAuthorization } from "./host-proxy.ts";

/** How long a connection to outside may take to stand; one that stands may be silent for as long as it likes. */
export const defaultConnectMs = 15_000;

interface DialLimits {
  readonly connectMs: number;
  readonly signal: AbortSignal;
}

/**
 * A connection to an allowed target, at one of the addresses that were checked, or through a proxy of this host, which is
 * told the name. Rejects within `connectMs`.
 */
export function dialOutside(
  target: Target,
  allowed: AllowedTarget,
  proxy: URL | undefined,
  signal: AbortSignal,
  connectMs: number = defaultConnectMs,
): Promise<Duplex> {
  const limits = { connectMs, signal };
  return proxy === undefined ? direct(target, allowed, limits) : through(proxy, target, limits);
}

function direct(target: Target, allowed: AllowedTarget, limits: DialLimits): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const lookup = lookupOf(allowed);
    const { connectMs, signal } = limits;
    const socket = connect({ ...target, lookup, timeout: connectMs, signal });
    socket.once("timeout", () => socket.destroy(tooLate(connectMs)));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.removeAllListeners("timeout").setTimeout(0);
      socket.off("error", reject);
      resolve(socket);
    });
  });
}

function through(proxy: URL, target: Target, limits: DialLimits): Promise<Duplex> {
  const text = targetText(target);
  const { connectMs, signal } = limits;
  return new Promise((resolve, reject) => {
    const asking = requestTo(proxy, {
      method: "CONNECT",
      path: text,
      headers: { host: text, ...proxyAuthorization(proxy) },
      timeout: connectMs,
      signal,
    });
    asking.once("timeout", () => asking.destroy(tooLate(connectMs)));
    asking.once("error", reject);
    asking.once("response", (answer) => {
      answer.destroy();
      reject(new Error(`it answered ${answer.statusCode}`));
    });
    asking.once("connect", (answer, socket, head) => {
      socket.setTimeout(0);
      if (answer.statusCode !== 200) {
        socket.destroy();
        reject(new Error(`it answered ${answer.statusCode}`));
        return;
      }
      if (head.length > 0) {
        socket.unshift(head);
      }
      resolve(socket);
    });
    asking.end();
  });
}

/** A request to a proxy itself, over a connection of its own. */
export function requestTo(proxy: URL, options: http.RequestOptions): http.ClientRequest {
  const { request } = proxy.protocol === "https:" ? https : http;
  const { hostname, port, protocol } = proxy;
  const host = hostname.replace(/^\[|\]$/g, "");
  return request({
    ...options,
    host,
    port: port || (protocol === "https:" ? 443 : 80),
    agent: false,
  });
}

/** Says that it was the proxy, without its password. */
export function ofProxy(proxy: URL, error: Error): Error {
  return new Error(`through this host's proxy ${proxy.host}: ${error.message}`, { cause: error });
}

export function tooLate(connectMs: number): Error {
  return new Error(`no answer within ${connectMs / 1000} s`);
}
