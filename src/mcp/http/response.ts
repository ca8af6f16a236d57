import type { IncomingHttpHeaders } from "node:http";
import { quote } from "../quote.ts";
import { isObject, type JsonObject } from "../reading.ts";
import { shownUrl } from "./endpoint.ts";
import type { HttpResponse } from "./exchange.ts";

/** The media type of a body without its parameters, in lower case; empty when none is given. */
export function mediaType(headers: IncomingHttpHeaders): string {
  return (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** An answer in words: `HTTP 500 (text/html)`. */
export function described({ status, headers }: HttpResponse): string {
  const type = headers["content-type"];
  return `HTTP ${status}${type === undefined ? "" : ` (${quote(type).slice(1, -1)})`}`;
}

/** Its body for a message: at most 200 characters of it, quoted. */
export function quotedBody(bytes: Buffer): string {
  return bytes.length === 0 ? "an empty body" : quote(bytes.toString("utf8"));
}

/** Where a redirect leads: the address to ask next, or why it is not followed. */
export function redirectOf(response: HttpResponse, from: URL): URL | string | undefined {
  const { status, headers } = response;
  if (status < 300 || status > 399 || status === 304) {
    return undefined;
  }
  const { location } = headers;
  const to = location === undefined ? null : URL.parse(location, from.href);
  if (to === null) {
    return "names no address to go to";
  }
  if (to.origin !== from.origin) {
    return `leads to ${shownUrl(to)}, which is another host, port or scheme and is not followed`;
  }
  if (status !== 307 && status !== 308) {
    return `leads to ${shownUrl(to)}, but a client must ask there with GET; 307 and 308 keep a POST`;
  }
  return to;
}

/**
 * The JSON-RPC error in the body of an HTTP error, as the answer to our request.
 *
 * It may come without an id (Streamable HTTP, sending messages): which request it answers is known all the same.
 */
export function asAnswerTo(message: JsonObject, id: number | string): JsonObject | undefined {
  if (!isObject(message["error"])) {
    return undefined;
  }
  const own = message["id"];
  return own === undefined || own === null ? { ...message, id } : message;
}

/** What is wrong with a session id; undefined when all is well. */
export function sessionIdProblem(id: string): string | undefined {
  if (id === "") {
    return "is empty";
  }
  if (!/^[\x21-\x7e]*$/u.test(id)) {
    return `has characters other than visible ASCII: ${quote(id)}`;
  }
  return id.length > maxSessionIdBytes
    ? `has ${id.length} bytes, more than servers and proxies take in a header`
    : undefined;
}

/** Common limits on all headers together are 8 to 16 KiB. */
const maxSessionIdBytes = 4096;
