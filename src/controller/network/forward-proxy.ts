import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Duplex, pipeline } from "node:stream";
import { targetOf } from "./decide.ts";
import { type Egress, type Target, targetText } from "./egress.ts";
import { defaultConnectMs, dialOutside } from "./outside/dial.ts";
import { failureOf, passOn, type Refusal, type Way, type WayDeps, wayTo } from "./outside/way.ts";
import { passedOn, plain, refusal, refusalText } from "./proxy-answers.ts";

/** A server on whose behalf something is reached. */
export interface Member {
  readonly egress: Egress;
  readonly onAttempt: (attempt: Attempt) => void;
  /** Told why the relay of its network ended, and what has become of it. */
  readonly onRelayEnd: (what: string) => void;
}

/** That a server tried to reach something outside. */
export interface Attempt {
  /** As a run file would have it, `host:port`. */
  readonly target: string;
  /** failed: allowed, but not reached. */
  readonly outcome: "allowed" | "denied" | "failed";
  readonly reason: string | null;
}

export interface ForwardProxyDeps extends WayDeps {
  /** Whose a member's address is. */
  readonly identify: (address: string) => Promise<Member | undefined>;
}

/**
 * An HTTP proxy for connections that come from a closed network: CONNECT for any protocol, and plain HTTP requests.
 *
 * Each target is decided by what the server may reach, connected to from here, and told to its `onAttempt`; what is
 * refused gets 403, what cannot be reached 502, both with the reason.
 */
export function createForwardProxy(deps: ForwardProxyDeps): (stream: Duplex, from: string) => void {
  const members = new WeakMap<Duplex, Promise<Member | undefined>>();
  const server = createServer();
  const { connectMs = defaultConnectMs } = deps;

  /** Gives undefined when it is not allowed, which is told and answered then. */
  async function judged(
    stream: Duplex,
    target: Target,
    kind: "http" | "https",
    answer: (status: number, text: string) => void,
  ): Promise<(Way & { readonly tell: Tell }) | undefined> {
    const member = await members.get(stream);
    const tell: Tell = (outcome, reason) =>
      member?.onAttempt({ target: targetText(target), outcome, reason });
    function refuse(decision: Refusal): undefined {
      tell(decision.kind === "denied" ? "denied" : "failed", decision.reason);
      answer(decision.kind === "denied" ? 403 : 502, refusalText(target, decision));
    }
    if (member === undefined) {
      const reason = "the sender is no server of this run";
      return refuse({ allowed: false, kind: "denied", reason });
    }
    const way = await wayTo(member.egress, target, kind, deps);
    return "kind" in way ? refuse(way) : { ...way, tell };
  }

  server.on("connect", (incoming: IncomingMessage, stream: Duplex, head: Buffer) => {
    void tunnel(incoming.url ?? "", stream, head);
  });
  server.on("request", (incoming: IncomingMessage, response: ServerResponse) => {
    void forward(incoming, response);
  });
  server.on("clientError", (_error: Error, stream: Duplex) => {
    if (stream.writable) {
      stream.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    }
  });

  async function tunnel(written: string, stream: Duplex, head: Buffer): Promise<void> {
    const target = targetOf(written);
    if (target === undefined) {
      stream.end(refusal(400, `CONNECT needs host:port, not ${JSON.stringify(written)}`));
      return;
    }
    const way = await judged(stream, target, "https", (status, text) =>
      stream.end(refusal(status, text)),
    );
    if (way === undefined) {
      return;
    }
    const left = new AbortController();
    const leave = (): void => left.abort();
    stream.once("close", leave);
    const outer = await dialOutside(target, way.allowed, way.proxy, left.signal, connectMs).catch(
      (error: Error) => failureOf(way, error),
    );
    if (typeof outer === "string") {
      way.tell("failed", outer);
      stream.end(refusal(502, `${targetText(target)}: ${outer}`));
      return;
    }
    stream.off("close", leave);
    way.tell("allowed", null);
    stream.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) {
      outer.write(head);
    }
    pipeline(stream, outer, stream, () => {
      stream.destroy();
      outer.destroy();
    });
  }

  async function forward(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(incoming.url ?? "");
    const target = url?.protocol === "http:" ? targetOf(url.host, 80) : undefined;
    if (url === null || target === undefined) {
      plain(response, 400, "this is a proxy: it takes CONNECT, and requests for http:// addresses");
      return;
    }
    const way = await judged(incoming.socket, target, "http", (status, text) =>
      plain(response, status, text),
    );
    if (way === undefined) {
      return;
    }
    const outgoing = passOn(incoming, url, target, way, connectMs);
    outgoing.once("socket", (socket) => socket.once("connect", () => way.tell("allowed", null)));
    outgoing.once("response", (answer) => {
      const headers = passedOn(answer);
      response.writeHead(answer.statusCode ?? 502, headers);
      pipeline(answer, response, () => undefined);
    });
    outgoing.once("error", (error) => {
      if (response.headersSent) {
        response.destroy();
      } else {
        const reason = failureOf(way, error);
        way.tell("failed", reason);
        plain(response, 502, `${targetText(target)}: ${reason}`);
      }
    });
    response.once("close", () => outgoing.destroy());
    pipeline(incoming, outgoing, () => undefined);
  }

  return (stream, from) => {
    members.set(
      stream,
      deps.identify(from.replace(/^::ffff:/i, "")).catch(() => undefined),
    );
    // Also after it was handed over for a tunnel: an error that nobody hears ends the process.
    stream.on("error", () => undefined);
    server.emit("connection", stream);
  };
}

type Tell = (outcome: Attempt["outcome"], reason: string | null) => void;
