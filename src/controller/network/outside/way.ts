import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { type Decision, decide, type Resolve } from "../decide.ts";
import type { Egress, Target } from "../egress.ts";
import { type AllowedTarget, lookupOf, passedOn } from "../proxy-answers.ts";
import { ofProxy, requestTo, tooLate } from "./dial.ts";
import { type HostProxies, hostProxyFor, proxyAuthorization } from "./host-proxy.ts";

export interface WayDeps {
  readonly resolve: Resolve;
  /** By what this host itself reaches the outside. */
  readonly hostProxies: HostProxies;
  /** How long a connection to outside may take to stand; 15 s by default. */
  readonly connectMs?: number;
}

/** How an allowed target is reached: at the addresses that were checked, or by a proxy of this host. */
export interface Way {
  readonly allowed: AllowedTarget;
  readonly proxy: URL | undefined;
}

export type Refusal = Extract<Decision, { allowed: false }>;

/** Whether and how a server with such an egress reaches a target. */
export async function wayTo(
  egress: Egress,
  target: Target,
  kind: "http" | "https",
  { hostProxies, resolve }: WayDeps,
): Promise<Way | Refusal> {
  let proxy: URL | undefined;
  let unusable: string | undefined;
  try {
    proxy = hostProxyFor(hostProxies, target, kind);
  } catch (error) {
    unusable = error instanceof Error ? error.message : String(error);
  }
  const isProxied = proxy !== undefined || unusable !== undefined;
  const decision = await decide(egress, target, resolve, isProxied);
  if (!decision.allowed) {
    return decision;
  }
  return unusable === undefined
    ? { allowed: decision, proxy }
    : { allowed: false, kind: "unreachable", reason: unusable };
}

/** A plain HTTP request, passed on to its target; it emits `connect` of its socket within `connectMs`, or an error. */
export function passOn(
  incoming: IncomingMessage,
  url: URL,
  { host, port }: Target,
  { proxy, allowed }: Way,
  connectMs: number,
): ClientRequest {
  const { method } = incoming;
  const headers = { ...passedOn(incoming), host: url.host };
  const path = `${url.pathname}${url.search}`;
  const timeout = connectMs;
  const outgoing =
    proxy === undefined
      ? request({
          host,
          port,
          lookup: lookupOf(allowed),
          method,
          path,
          headers,
          timeout,
          agent: false,
        })
      : requestTo(proxy, {
          method,
          path: `http://${url.host}${path}`,
          headers: { ...headers, ...proxyAuthorization(proxy) },
          timeout,
        });
  outgoing.once("timeout", () => outgoing.destroy(tooLate(connectMs)));
  outgoing.once("socket", (socket) => socket.once("connect", () => outgoing.setTimeout(0)));
  return outgoing;
}

/** What went wrong on a way, in words. */
export function failureOf({ proxy }: Way, error: Error): string {
  return (proxy === undefined ? error : ofProxy(proxy, error)).message;
}
