import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { type Decision, decide, type Resolve, targetOf } from "./decide.ts";
import { type Egress, type Target, targetText } from "./egress.ts";
import { lookupOf, passedOn, plain, refusal, refusalText } from "./proxy-answers.ts";

/** A server on whose behalf something is reached. */
export interface Member {
  readonly egress: Egress;
  readonly onAttempt: (attempt: Attempt) => void;
}

/** That a server tried to reach something outside. */
export interface Attempt {
  /** As a run file would have it, `host:port`. */
  readonly target: string;
  /** failed: allowed, but not reached. */
  readonly outcome: "allowed" | "denied" | "failed";
  readonly reason: string | null;
}

export interface ForwardProxyDeps {
  /** Whose a member's address is. */
  readonly identify: (address: string) => Promise<Member | undefined>;
  readonly resolve: Resolve;
}

/** How long a connection to outside may take to stand. */
const connectMs = 15_000;
/**
 * An HTTP proxy for connections that come from a closed network: CONNECT for any protocol, and plain HTTP requests.
 *
 * Each target is decided by what the server may reach, connected to from here, and told to its `onAttempt`; what is
 * refused gets 403, what cannot be reached 502, both with the reason.
 */
export function createForwardProxy(deps: ForwardProxyDeps): (stream: Duplex, from: string) => void {
  const members = new WeakMap<Duplex, Promise<Member | undefined>>();
  const server = createServer();

  async function judged(
    stream: Duplex,
    target: Target,
  ): Promise<{ readonly decision: Decision; readonly tell: Tell }> {
    const member = await members.get(stream);
    const tell: Tell = (outcome, reason) =>
      member?.onAttempt({ target: targetText(target), outcome, reason });
    const decision: Decision =
      member === undefined
        ? { allowed: false, kind: "denied", reason: "the sender is no server of this run" }
        : await decide(member.egress, target, deps.resolve);
    if (!decision.allowed) {
      tell(decision.kind === "denied" ? "denied" : "failed", decision.reason);
    }
    return { decision, tell };
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
    const { decision, tell } = await judged(stream, target);
    if (!decision.allowed) {
      stream.end(refusal(decision.kind === "denied" ? 403 : 502, refusalText(target, decision)));
      return;
    }
    const outer = connect({
      host: target.host,
      port: target.port,
      lookup: lookupOf(decision),
      timeout: connectMs,
    });
    let stands = false;
    outer.once("timeout", () => {
      if (!stands) {
        outer.destroy(new Error(`no answer within ${connectMs / 1000} s`));
      }
    });
    outer.once("connect", () => {
      stands = true;
      outer.setTimeout(0);
      tell("allowed", null);
      stream.write("HTTP/1.1 200 Connection established\r\n\r\n");
      if (head.length > 0) {
        outer.write(head);
      }
      pipeline(stream, outer, stream, () => {
        stream.destroy();
        outer.destroy();
      });
    });
    outer.once("error", (error) => {
      if (!stands) {
        tell("failed", error.message);
        stream.end(refusal(502, `${targetText(target)}: ${error.message}`));
      }
    });
    stream.once("close", () => outer.destroy());
  }

  async function forward(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(incoming.url ?? "");
    const target = url?.protocol === "http:" ? targetOf(url.host, 80) : undefined;
    if (url === null || target === undefined) {
      plain(response, 400, "this is a proxy: it takes CONNECT, and requests for http:// addresses");
      return;
    }
    const { decision, tell } = await judged(incoming.socket, target);
    if (!decision.allowed) {
      plain(response, decision.kind === "denied" ? 403 : 502, refusalText(target, decision));
      return;
    }
    const outgoing = request({
      host: target.host,
      port: target.port,
      lookup: lookupOf(decision),
      method: incoming.method,
      path: `${url.pathname}${url.search}`,
      headers: { ...passedOn(incoming), host: url.host },
      agent: false,
    });
    outgoing.once("socket", (socket) => socket.once("connect", () => tell("allowed", null)));
    outgoing.once("response", (answer) => {
      const headers = passedOn(answer);
      response.writeHead(answer.statusCode ?? 502, headers);
      pipeline(answer, response, () => undefined);
    });
    outgoing.once("error", (error) => {
      if (response.headersSent) {
        response.destroy();
      } else {
        tell("failed", error.message);
        plain(response, 502, `${targetText(target)}: ${error.message}`);
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
