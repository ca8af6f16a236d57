import type { OpenWire, Outgoing, Wire, WireMessage, WireSink, WireSurroundings } from "../wire.ts";
import type { Answering } from "./answering.ts";
import { exchangePost } from "./answers.ts";
import { type HttpEndpoint, urlOf } from "./endpoint.ts";
import { HeaderMappings } from "./header-mappings.ts";
import { Intake } from "./intake.ts";
import { isRequest, isResponse, newPost, type Post } from "./post.ts";
import { Poster } from "./poster.ts";
import { ServerStream } from "./server-stream.ts";
import { HttpSse } from "./sse-wire.ts";

/** How long the stream of a request that was given up stays open, so that a late answer is noticed. */
const lateAnswerMs = 10_000;
/** How long the server may take to open the stream for its own messages before ours go on without it. */
const serverStreamMs = 300;
const deleteMs = 2_000;
/** How long a server that may be of the old transport is given to name its address for messages. */
const endpointEventMs = 3_000;
/** What a server of the old transport says to a POST at its address. */
const oldServerStatuses: ReadonlySet<number> = new Set([400, 404, 405]);

/** Streamable HTTP, revisions 2025-03-26 to 2026-07-28: each message is a POST of its own. */
export function httpWire(endpoint: HttpEndpoint): OpenWire {
  const url = urlOf(endpoint);
  return (sink, surroundings) => new StreamableHttp(endpoint, url, sink, surroundings);
}

class StreamableHttp implements Wire {
  readonly #answering: Answering;
  readonly #posts = new Set<Post>();
  #serverStream: ServerStream | undefined;
  /** Our messages wait for it once: what the server sends meanwhile would be lost. */
  #gate: Promise<unknown> | undefined;
  #modern = false;
  #closed = false;
  /** Set once the server has turned out to speak HTTP+SSE; everything then goes there. */
  #sse: HttpSse | undefined;

  constructor(endpoint: HttpEndpoint, url: URL, sink: WireSink, surroundings: WireSurroundings) {
    this.#answering = {
      poster: new Poster(endpoint, url, surroundings),
      intake: new Intake(sink, surroundings),
      mappings: new HeaderMappings(surroundings.findings),
      sink,
      surroundings,
      fallBack: (post, status) => this.#fallBack(post, status, endpoint, url),
    };
    endpoint.ended?.then(
      () => this.#closed || this.#sse !== undefined || sink.ended("its process has ended"),
      () => undefined,
    );
  }

  get kind(): "http" | "sse" {
    return this.#sse === undefined ? "http" : "sse";
  }

  get waiting(): number {
    let waiting = 0;
    for (const { outgoing } of this.#posts) {
      waiting += outgoing.state === "waiting" ? 1 : 0;
    }
    return waiting;
  }

  get received(): { readonly bytes: number } {
    return { bytes: this.#answering.intake.bytes + (this.#sse?.received.bytes ?? 0) };
  }

  put(message: WireMessage, onWritten?: () => void): Outgoing {
    if (this.#sse !== undefined) {
      return this.#sse.put(message, onWritten);
    }
    const begins = message.method === "notifications/initialized";
    let told = false;
    const post = newPost(message, () => {
      if (told) {
        return;
      }
      told = true;
      if (begins && !this.#modern) {
        this.#openServerStream();
      }
      onWritten?.();
    });
    // A modern server takes no responses: it has no requests of its own.
    if (this.#closed || (this.#modern && isResponse(message))) {
      post.outgoing.state = "dropped";
      return post.outgoing;
    }
    this.#posts.add(post);
    void this.#send(post);
    return post.outgoing;
  }

  drop(outgoing: Outgoing): boolean {
    if (this.#sse?.drop(outgoing) === true) {
      return true;
    }
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

  cancel(id: number | string): boolean {
    for (const post of this.#posts) {
      if (post.message.id !== id || !isRequest(post.message)) {
        continue;
      }
      if (this.#modern) {
        this.#endPost(post);
      } else {
        this.#answering.surroundings.clock.sleep(lateAnswerMs, post.abort.signal).then(
          () => this.#endPost(post),
          () => undefined,
        );
      }
    }
    return this.#modern;
  }

  negotiated({ revision, era }: Parameters<Wire["negotiated"]>[0]): void {
    this.#sse?.negotiated({ revision, era });
    this.#modern = era === "modern";
    const { poster, intake } = this.#answering;
    poster.session.revision = revision;
    poster.session.modern = this.#modern;
    intake.revision = revision;
  }

  drain(): void {
    // Nothing is paced here: each body is read as it comes.
  }

  async close(): Promise<void> {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    for (const post of this.#posts) {
      this.#endPost(post);
    }
    this.#serverStream?.close();
    await this.#sse?.close();
    await this.#answering.poster.deleteSession(deleteMs);
    this.#answering.poster.destroy();
  }

  async #send(post: Post): Promise<void> {
    try {
      if (this.#gate !== undefined) {
        await this.#gate;
      }
      if (post.state === "open") {
        await exchangePost(this.#answering, post);
      }
    } finally {
      this.#endPost(post);
    }
  }

  #endPost(post: Post): void {
    post.state = "over";
    post.abort.abort();
    this.#posts.delete(post);
  }

  /** A refused `initialize` may come from a server of the old transport (Streamable HTTP, backwards compatibility). */
  async #fallBack(post: Post, status: number, endpoint: HttpEndpoint, url: URL): Promise<boolean> {
    const { sink, surroundings, poster } = this.#answering;
    const asked = post.message.method === "initialize" && poster.session.revision === undefined;
    if (!asked || !oldServerStatuses.has(status) || this.#closed) {
      return false;
    }
    const sse = new HttpSse(endpoint, url, sink, surroundings);
    const patience = new AbortController();
    const late = surroundings.clock.sleep(endpointEventMs, patience.signal).then(
      () => "late",
      () => undefined,
    );
    const problem = await Promise.race([sse.opened, late]);
    patience.abort();
    if (problem !== undefined || post.state !== "open") {
      await sse.close();
      return false;
    }
    surroundings.findings.report(
      "http-sse-fallback",
      () =>
        `POST got HTTP ${status}, but GET an endpoint event: the server speaks HTTP+SSE of revision 2024-11-05; say so with \`transport: sse\``,
    );
    this.#sse = sse;
    post.state = "over";
    sse.put(post.message, post.onWritten);
    return true;
  }

  /** Only once the server knows that the session has begun: some refuse the stream before. */
  #openServerStream(): void {
    if (this.#serverStream !== undefined || this.#sse !== undefined || this.#closed) {
      return;
    }
    const { poster, intake, surroundings } = this.#answering;
    const { clock } = surroundings;
    this.#serverStream = new ServerStream(poster, intake, clock);
    const patience = new AbortController();
    this.#gate = Promise.race([
      this.#serverStream.open(),
      clock.sleep(serverStreamMs, patience.signal).catch(() => undefined),
    ]).finally(() => {
      patience.abort();
      this.#gate = undefined;
    });
  }
}
