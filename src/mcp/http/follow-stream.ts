import { count } from "../quote.ts";
import { type Answering, fail, failBroken, originOf } from "./answering.ts";
import type { HttpResponse } from "./exchange.ts";
import type { Cursor } from "./intake.ts";
import type { Post } from "./post.ts";
import { described, mediaType } from "./response.ts";
import { waitToResume } from "./wait-to-resume.ts";

/**
 * Reads the stream that answers a request. One that ends too early is resumed where a legacy server has given its
 * events ids: once, and again as long as each resumption brings something.
 */
export async function followStream(
  answering: Answering,
  post: Post,
  first: HttpResponse,
): Promise<void> {
  const { poster, intake, surroundings } = answering;
  const origin = originOf(answering, post, first.status);
  const cursor: Cursor = { lastEventId: undefined, retryMs: undefined };
  const words = `the stream that answers ${post.label} ended before the answer`;
  const over = (more: string): void =>
    fail(answering, post, "PROTOCOL_VIOLATION", `T${words.slice(1)}${more}.`);
  let response = first;
  for (;;) {
    const from = cursor.lastEventId;
    const how = await intake
      .stream(response.body, origin, cursor)
      .catch((error: unknown) => ({ error }));
    if (post.state !== "open") {
      return;
    }
    if (how === "oversized") {
      const cap = count(surroundings.maxMessageBytes);
      const long = `The answer to ${post.label} is longer than the ${cap} bytes allowed.`;
      fail(answering, post, "PROTOCOL_VIOLATION", long);
      return;
    }
    const resumed = response !== first;
    if (poster.session.modern || cursor.lastEventId === undefined) {
      await (how === "ended" ? over("") : failBroken(answering, post, how.error));
      return;
    }
    if (resumed && cursor.lastEventId === from) {
      over(", and brought nothing more when it was resumed");
      return;
    }
    if (!(await waitToResume(surroundings.clock, cursor, intake, post.abort.signal))) {
      return;
    }
    response = await poster.get(post.abort.signal, cursor.lastEventId);
    if (response.status !== 200 || mediaType(response.headers) !== "text/event-stream") {
      response.body.destroy();
      over(`, and could not be resumed: ${described(response)}`);
      return;
    }
    intake.report("stream-resumed", () => `${words}, and was resumed`);
  }
}
