import { Fault } from "../../fault/index.ts";
import { quote } from "../quote.ts";
import type { OpenWire, Outgoing, Wire, WireMessage, WireSink, WireSurroundings } from "../wire.ts";
import { type Answering, fail, failBroken, give, tapStray, wholeBody } from "./answering.ts";
import { type HttpEndpoint, shownUrl, urlOf } from "./endpoint.ts";
import { brokenBy, type HttpResponse } from "./exchange.ts";
import { HeaderMappings } from "./header-mappings.ts";
import { Intake, type Origin } from "./intake.ts";
import { newPost, type Post } from "./post.ts";
import { Poster } from "./poster.ts";
import { readBody } from "./read-body.ts";
import { refusalOf } from "./refusal.ts";
import { described, mediaType } from "./response.ts";

/** HTTP+SSE of revision 2024-11-05: messages go by POST, everything comes on one event stream. */
export function sseWire(endpoint: HttpEndpoint): OpenWire {
  const url = urlOf(endpoint);
  return (sink, surroundings) => new HttpSse(endpoint, url, sink, surroundings);
}

const maxErrorBytes = 64 * 1024;

export class HttpSse implements Wire {
  readonly kind = "sse";
  /** Whether the server has named the address for messages; settles before any message is sent. */
  readonly opened: Promise<Fault | undefined>;
  readonly #answering: Answering;
  readonly #abort = new AbortController();
  readonly #posts = new Set<Post>();
  #closed = false;
  #ready = false;

  constructor(endpoint: HttpEndpoint, url: URL, sink: WireSink, surroundings: WireSurroundings) {
    this.#answering = {
      poster: new Poster(endpoint, url, surroundings),
      intake: new Intake(sink, surroundings),
      mappings: new HeaderMappings(surroundings.findings),
      sink,
      surroundings,
    };
    const { promise, resolve } = Promise.withResolvers<Fault | undefined>();
    this.opened = promise;
    void this.#listen(resolve);
    endpoint.ended?.then(
      () => this.#end("its process has ended"),
      () => undefined,
    );
  }

  get waiting(): number {
    return [...this.#posts].filter(({ outgoing }) => outgoing.state === "waiting").length;
  }

  get received(): { readonly bytes: number } {
    return { bytes: this.#answering.intake.bytes };
  }

  put(message: WireMessage, onWritten?: () => void): Outgoing {
    const post = newPost(message, onWritten);
    if (this.#closed) {
      post.outgoing.state = "dropped";
    } else {
      this.#posts.add(post);
      void this.#send(post);
    }
    return post.outgoing;
  }

  drop(outgoing: Outgoing): boolean {
    if (outgoing.state !== "waiting") {
      return false;
    }
    outgoing.state = "dropped";
    for (const post of this.#posts) {
      if (post.outgoing === outgoing) {
        this.#endPost(post);
      }
    }
    return true;
  }

  cancel(): boolean {
    return false;
  }

  negotiated({ revision }: Parameters<Wire["negotiated"]>[0]): void {
    this.#answering.poster.session.revision = revision;
    this.#answering.intake.revision = revision;
  }

  drain(): void {
    // Nothing is held back here.
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#abort.abort();
    for (const post of this.#posts) {
      this.#endPost(post);
    }
    this.#answering.poster.destroy();
  }

  async #listen(opened: (fault?: Fault) => void): Promise<void> {
    const { poster, intake } = this.#answering;
    try {
      const response = await poster.get(this.#abort.signal, undefined);
      if (response.status !== 200 || mediaType(response.headers) !== "text/event-stream") {
        opened(await noStream(response));
        return;
      }
      const end = await intake.stream(response.body, this.#origin(opened), {
        lastEventId: undefined,
        retryMs: undefined,
      });
      const how = end === "oversized" ? "has sent an event that is too long" : "has ended";
      opened(new Fault("PROTOCOL_VIOLATION", `The event stream ${how} before its endpoint event.`));
      this.#end(`its event stream ${how}`);
    } catch (error) {
      const broken = brokenBy(error);
      opened(new Fault("SESSION_CLOSED", `The event stream could not be read: it ${broken}.`));
      this.#end(`its event stream ${broken}`);
    }
  }

  #origin(opened: (fault?: Fault) => void): Origin {
    return {
      place: "the event stream",
      special: (type, data) => {
        if (type !== "endpoint") {
          return false;
        }
        opened(this.#moveTo(data));
        return true;
      },
    };
  }

  #moveTo(data: string): Fault | undefined {
    const { poster } = this.#answering;
    const to = URL.parse(data, poster.url.href);
    if (to === null) {
      return new Fault(
        "PROTOCOL_VIOLATION",
        `The endpoint event holds no address: ${quote(data)}.`,
      );
    }
    if (to.origin !== poster.url.origin) {
      return new Fault(
        "PROTOCOL_VIOLATION",
        `The endpoint event leads to ${shownUrl(to)}, which is another host, port or scheme than ${shownUrl(poster.url)} and is not spoken to.`,
        {
          hint: "The server should name a path only; behind a proxy it may take its own address for the public one.",
        },
      );
    }
    poster.moveTo(to);
    this.#ready = true;
    return undefined;
  }

  async #send(post: Post): Promise<void> {
    const { poster, surroundings } = this.#answering;
    try {
      const fault = await this.opened;
      if (fault !== undefined) {
        give(this.#answering, post, fault);
      }
      if (post.state !== "open") {
        return;
      }
      const { message, outgoing, abort } = post;
      const onSent = (): void => {
        outgoing.state = "written";
      };
      const asked = poster.post(message, abort.signal, {}, { onSent });
      surroundings.tap.message("sent", message.text, outgoing.bytes, false, message.own);
      await this.#acceptance(post, await asked);
    } catch (error) {
      await failBroken(this.#answering, post, error);
    } finally {
      this.#endPost(post);
    }
  }

  /** The answer itself comes on the stream; here it only matters whether the message was taken. */
  async #acceptance(post: Post, response: HttpResponse): Promise<void> {
    const { sink } = this.#answering;
    const { id } = post.message;
    const body = (await wholeBody(this.#answering, post, response)) ?? Buffer.alloc(0);
    if (id !== undefined) {
      sink.status?.(id, response.status);
    }
    if (response.status >= 200 && response.status < 300) {
      post.onWritten();
      return;
    }
    tapStray(this.#answering, body);
    if (response.status >= 300 && response.status < 400) {
      const words = `${post.label} got ${described(response)}; redirects are not followed here.`;
      fail(this.#answering, post, "PROTOCOL_VIOLATION", words);
    } else {
      give(this.#answering, post, refusalOf(post.label, response, body, false));
    }
  }

  #end(fallback: string): void {
    // Before that, each message fails with what `opened` says.
    if (!this.#closed && this.#ready) {
      this.#answering.sink.ended(fallback);
    }
  }

  #endPost(post: Post): void {
    post.state = "over";
    post.abort.abort();
    this.#posts.delete(post);
  }
}

async function noStream(response: HttpResponse): Promise<Fault> {
  const { bytes } = await readBody(response.body, maxErrorBytes);
  if (response.status < 200 || response.status > 299) {
    return refusalOf("GET for the event stream", response, bytes, false);
  }
  return new Fault(
    "PROTOCOL_VIOLATION",
    `GET for the event stream was answered with ${described(response)}, not with text/event-stream.`,
    {
      hint: "Look at the path (`http.path` or the url), and whether the server speaks Streamable HTTP: `transport: http`.",
    },
  );
}
