import { isObject, type JsonObject } from "../reading.ts";
import type { WireMessage } from "../wire.ts";
import type { Answering } from "./answering.ts";
import { Intake } from "./intake.ts";
import { readMessages } from "./json-messages.ts";
import { isRequest, type Post } from "./post.ts";
import { readBody } from "./read-body.ts";
import { mediaType } from "./response.ts";

const headerMismatch = -32020;
/** A server with more pages of tools is one that lists without end. */
const maxPages = 50;

/**
 * Lists the tools where a call was refused because its headers were missing, as clients should (revision 2026-07-28,
 * Streamable HTTP, client behavior). Resolves to true when the call is worth making again.
 */
export async function learnTools(
  answering: Answering,
  post: Post,
  status: number,
  body: Buffer,
): Promise<boolean> {
  const { poster, mappings } = answering;
  const { message } = post;
  const called = isRequest(message) && message.method === "tools/call" && poster.session.modern;
  if (!called || status !== 400 || mappings.knows(message) || !isMismatch(body)) {
    return false;
  }
  const meta = metaIn(message.text);
  let cursor: unknown;
  for (let page = 1; page <= maxPages; page += 1) {
    const params = cursor === undefined ? { _meta: meta } : { cursor, _meta: meta };
    const result = await list(answering, post, page, params);
    mappings.learn(result);
    cursor = result?.["nextCursor"];
    if (cursor === undefined || mappings.knows(message)) {
      break;
    }
  }
  const headers = mappings.headersFor(message);
  return typeof headers === "string" || Object.keys(headers).length > 0;
}

async function list(
  { poster, sink, surroundings }: Answering,
  post: Post,
  page: number,
  params: object,
): Promise<JsonObject | undefined> {
  const method = "tools/list";
  const id = `tools-for-headers-${page}`;
  const message: WireMessage = {
    text: JSON.stringify({ jsonrpc: "2.0", id, method, params }),
    id,
    method,
  };
  let result: JsonObject | undefined;
  // What the session has not asked for is kept from it; the tap sees it.
  const intake = new Intake({ ...sink, unreadable: () => undefined }, surroundings);
  const origin = {
    place: `the answer to ${method}`,
    each: (received: JsonObject): undefined => {
      if (received["id"] === id && isObject(received["result"])) {
        result = received["result"];
      }
    },
  };
  surroundings.tap.message("sent", message.text, Buffer.byteLength(message.text), false, true);
  const response = await poster.post(message, post.abort.signal, {});
  if (mediaType(response.headers) === "text/event-stream") {
    const cursor = { lastEventId: undefined, retryMs: undefined };
    await intake.stream(response.body, origin, cursor);
  } else {
    const { bytes, cut } = await readBody(response.body, surroundings.maxMessageBytes);
    if (!cut) {
      intake.body(bytes, origin);
    }
  }
  return result;
}

function isMismatch(body: Buffer): boolean {
  const read = readMessages(body.toString("utf8"));
  const error = read.kind === "message" ? read.message["error"] : undefined;
  return isObject(error) && error["code"] === headerMismatch;
}

function metaIn(text: string): unknown {
  const message: unknown = JSON.parse(text);
  const params = isObject(message) ? message["params"] : undefined;
  return isObject(params) ? params["_meta"] : undefined;
}
