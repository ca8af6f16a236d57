import {
  type Answering,
  fail,
  failBroken,
  give,
  originOf,
  tapStray,
  wholeBody,
} from "./answering.ts";
import type { HttpResponse } from "./exchange.ts";
import { followStream } from "./follow-stream.ts";
import { learnTools } from "./learn-tools.ts";
import { isRequest, type Post } from "./post.ts";
import { refusalOf } from "./refusal.ts";
import {
  asAnswerTo,
  described,
  mediaType,
  quotedBody,
  redirectOf,
  sessionIdProblem,
} from "./response.ts";

/** Sends one message and makes of what HTTP brings back what the session understands. */
export async function exchangePost(answering: Answering, post: Post): Promise<void> {
  const { poster, mappings, surroundings } = answering;
  const { message, outgoing, abort } = post;
  const mapped = poster.session.modern ? mappings.headersFor(message) : {};
  if (typeof mapped === "string") {
    outgoing.state = "dropped";
    fail(answering, post, "PROTOCOL_VIOLATION", `${post.label} was not sent: ${mapped}.`);
    return;
  }
  try {
    const asked = poster.post(message, abort.signal, mapped, {
      onSent: () => {
        outgoing.state = "written";
        if (isRequest(message) || message.bytes !== undefined) {
          post.onWritten();
        }
      },
      onUnsent: () => {
        outgoing.state = "waiting";
      },
    });
    surroundings.tap.message("sent", message.text, outgoing.bytes, false, message.own);
    await read(answering, post, await asked);
  } catch (error) {
    await failBroken(answering, post, error);
  }
}

async function read(answering: Answering, post: Post, response: HttpResponse): Promise<void> {
  const { message } = post;
  const redirect = redirectOf(response, answering.poster.url);
  if (redirect !== undefined) {
    response.body.destroy();
    const words =
      typeof redirect === "string" ? `whose redirect ${redirect}` : "which redirects without end";
    const status = `HTTP ${response.status}, ${words}`;
    fail(answering, post, "PROTOCOL_VIOLATION", `${post.label} got ${status}.`);
  } else if (isRequest(message)) {
    answering.sink.status?.(message.id, response.status);
    await readAnswer(answering, post, response);
  } else if (message.bytes !== undefined) {
    await readRawAnswer(answering, post, response);
  } else {
    await readAcceptance(answering, post, response);
  }
}

async function readAnswer(answering: Answering, post: Post, response: HttpResponse): Promise<void> {
  const { status, headers } = response;
  if (status < 200 || status > 299) {
    await readHttpError(answering, post, response);
    return;
  }
  if (post.message.method === "initialize") {
    takeSessionId(answering, headers["mcp-session-id"]);
  }
  if (mediaType(headers) === "text/event-stream") {
    await followStream(answering, post, response);
    return;
  }
  const body = await wholeBody(answering, post, response);
  if (body?.length === 0) {
    noBody(answering, post, response);
  } else if (body !== undefined) {
    readJson(answering, post, response, body);
  }
}

function noBody(answering: Answering, post: Post, response: HttpResponse): void {
  const words = `${post.label} was answered with ${described(response)} and no body`;
  const why =
    response.status === 202 ? "; 202 is for notifications, a request must be answered" : "";
  answering.intake.report("http-no-answer", () => `${words}${why}`);
  fail(answering, post, "PROTOCOL_VIOLATION", `${words}.`);
}

function readJson(answering: Answering, post: Post, response: HttpResponse, body: Buffer): void {
  const isJson = mediaType(response.headers) === "application/json";
  if (!isJson) {
    answering.intake.report(
      "http-content-type",
      () =>
        `the answer to ${post.label} is ${described(response)}; it must be application/json or text/event-stream: ${quotedBody(body)}`,
    );
  }
  const origin = originOf(answering, post, response.status);
  let problem: string | undefined;
  if (isJson || looksLikeJson(body)) {
    problem = answering.intake.body(body, origin);
  } else {
    tapStray(answering, body);
    problem = `is no JSON: ${quotedBody(body)}`;
  }
  const words = `The answer to ${post.label} (${described(response)})`;
  const holds = problem ?? `holds no response: ${quotedBody(body)}`;
  fail(answering, post, "PROTOCOL_VIOLATION", `${words} ${holds}.`);
}

async function readHttpError(
  answering: Answering,
  post: Post,
  response: HttpResponse,
): Promise<void> {
  const body = await wholeBody(answering, post, response);
  if (body === undefined) {
    return;
  }
  const { status } = response;
  if (await learnTools(answering, post, status, body)) {
    const { tap } = answering.surroundings;
    tap.message("received", body.toString("utf8"), body.length, false);
    await exchangePost(answering, post);
    return;
  }
  const { session } = answering.poster;
  const lost = status === 404 && !session.modern && session.sessionId !== undefined;
  if (status !== 401 && looksLikeJson(body)) {
    const { id } = post.message;
    const origin = originOf(answering, post, status);
    answering.intake.body(body, {
      ...origin,
      each: (message) => {
        const answer =
          id === undefined || (lost && message["id"] !== id) ? undefined : asAnswerTo(message, id);
        return answer === undefined ? undefined : origin.each(answer);
      },
    });
  } else {
    tapStray(answering, body);
  }
  if (post.state === "open" && (await answering.fallBack?.(post, status)) !== true) {
    give(answering, post, refusalOf(post.label, response, body, lost));
  }
}

async function readAcceptance(
  answering: Answering,
  post: Post,
  response: HttpResponse,
): Promise<void> {
  const body = (await wholeBody(answering, post, response)) ?? Buffer.alloc(0);
  if (response.status !== 202 || body.length > 0) {
    tapStray(answering, body);
    answering.intake.report(
      "http-notification",
      () =>
        `${post.label} was answered with ${described(response)} and ${quotedBody(body)}; a notification or response that is taken gets 202 and no body`,
    );
  }
  post.onWritten();
}

async function readRawAnswer(
  answering: Answering,
  post: Post,
  response: HttpResponse,
): Promise<void> {
  const { intake, sink } = answering;
  const origin = { place: "the answer to what was sent raw", request: post.message.id };
  if (mediaType(response.headers) === "text/event-stream") {
    await intake.stream(response.body, origin, { lastEventId: undefined, retryMs: undefined });
    return;
  }
  const body = (await wholeBody(answering, post, response)) ?? Buffer.alloc(0);
  const problem = looksLikeJson(body)
    ? intake.body(body, origin)
    : `is ${described(response)} with ${quotedBody(body)}`;
  if (problem !== undefined) {
    sink.unreadable(`${origin.place} ${problem}`, [body.toString("utf8", 0, 4096)], false);
  }
}

function takeSessionId({ poster, intake }: Answering, given: string | string[] | undefined): void {
  if (typeof given !== "string") {
    return;
  }
  const problem = sessionIdProblem(given);
  if (problem !== undefined) {
    intake.report("session-id", () => `the server's Mcp-Session-Id ${problem}`);
  }
  poster.session.sessionId = given === "" ? undefined : given;
}

function looksLikeJson(body: Buffer): boolean {
  return /^\uFEFF?\s*[{[]/u.test(body.toString("utf8", 0, 64));
}
