import { type Code, Fault } from "../../fault/index.ts";
import { count, quote } from "../quote.ts";
import type { WireSink, WireSurroundings } from "../wire.ts";
import { brokenBy, type HttpResponse } from "./exchange.ts";
import type { HeaderMappings } from "./header-mappings.ts";
import type { Intake, Origin } from "./intake.ts";
import type { Post } from "./post.ts";
import type { Poster } from "./poster.ts";
import { readBody } from "./read-body.ts";
import { statusProblem } from "./status-rule.ts";

/** What the answers of one session need. */
export interface Answering {
  readonly poster: Poster;
  readonly intake: Intake;
  readonly mappings: HeaderMappings;
  readonly sink: WireSink;
  readonly surroundings: WireSurroundings;
  /** Takes over a post that was refused, where the server turns out to speak HTTP+SSE. */
  readonly fallBack?: (post: Post, status: number) => Promise<boolean>;
}

/** How long a stream may stay open behind its answer. */
const lingerMs = 1_000;
/** How long the news that the server has ended may come after a broken connection. */
const endNewsMs = 1_000;
const unreachableHint =
  "Check the address (`url`, or `http.port` and `http.path`), and that the server listens on 0.0.0.0: on 127.0.0.1 nobody outside its container reaches it.";
const maxStrayBytes = 64 * 1024;

/** Ends a post without an answer; only the first end counts. */
export function fail(answering: Answering, post: Post, code: Code, words: string): void {
  give(answering, post, new Fault(code, words));
}

export function give({ sink, intake }: Answering, post: Post, fault: Fault): void {
  const { id, bytes, text } = post.message;
  if (post.state !== "open") {
    return;
  }
  post.state = "over";
  if (id !== undefined) {
    sink.failed(id, fault);
  } else if (bytes !== undefined) {
    sink.unreadable(fault.message, [text], false);
  } else {
    intake.report("http-notification", () => fault.message);
  }
}

/** Ends a post whose connection broke; where the server has ended, that is told instead. */
export async function failBroken(answering: Answering, post: Post, error: unknown): Promise<void> {
  const { poster, surroundings } = answering;
  if (post.state !== "open") {
    return;
  }
  if (error instanceof Fault) {
    give(answering, post, error);
    return;
  }
  const { ended } = poster.endpoint;
  if (ended !== undefined) {
    const patience = new AbortController();
    const late = surroundings.clock.sleep(endNewsMs, patience.signal).then(
      () => false,
      () => false,
    );
    const over = await Promise.race([ended.then(() => true), late]).catch(() => true);
    patience.abort();
    if (over) {
      return;
    }
  }
  const words = `${post.label} got no answer: the connection ${brokenBy(error)}.`;
  if (poster.everAnswered) {
    fail(answering, post, "SESSION_CLOSED", words);
  } else {
    give(answering, post, new Fault("SERVER_NOT_READY", words, { hint: unreachableHint }));
  }
}

/** The whole body; undefined when it was too long, which ends the post. */
export async function wholeBody(
  answering: Answering,
  post: Post,
  response: HttpResponse,
): Promise<Buffer | undefined> {
  const { intake, surroundings } = answering;
  const { maxMessageBytes, tap } = surroundings;
  const { bytes, cut } = await readBody(response.body, maxMessageBytes, (length) => {
    intake.bytes += length;
  });
  if (!cut) {
    return bytes;
  }
  const words = `is longer than the ${count(maxMessageBytes)} bytes allowed`;
  const head = bytes.toString("utf8", 0, 4096);
  tap.stray(head, bytes.length, true);
  intake.report(
    "oversized-message",
    () => `the answer to ${post.label} ${words} and was not read to its end: ${quote(head)}`,
  );
  fail(answering, post, "PROTOCOL_VIOLATION", `The answer to ${post.label} ${words}.`);
  return undefined;
}

/** Gives the tap a body that is no message. */
export function tapStray({ surroundings }: Answering, body: Buffer): void {
  if (body.length > 0) {
    const text = body.toString("utf8", 0, maxStrayBytes);
    surroundings.tap.stray(text, body.length, body.length > maxStrayBytes);
  }
}

/** The answer to a request as an origin of messages: the first response ends the waiting. */
export function originOf(
  answering: Answering,
  post: Post,
  status: number,
): Origin & { readonly each: NonNullable<Origin["each"]> } {
  const { poster, intake, mappings, surroundings } = answering;
  const { id, method } = post.message;
  return {
    place: `the answer to ${post.label}`,
    request: id,
    each: (message) => {
      if (message["method"] !== undefined || post.state !== "open") {
        return message;
      }
      post.state = "answered";
      if (poster.session.modern) {
        const problem = statusProblem(message["error"], status);
        if (problem !== undefined) {
          intake.report("http-status", () => `the answer to ${post.label} ${problem}`);
        }
        if (method === "tools/list") {
          mappings.learn(message["result"]);
        }
      }
      // The server is to end the stream behind the answer; one that does not is closed by us.
      surroundings.clock.sleep(lingerMs, post.abort.signal).then(
        () => post.abort.abort(),
        () => undefined,
      );
      return message;
    },
  };
}
