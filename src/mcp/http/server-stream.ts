import type { Clock } from "../../clock/index.ts";
import { quote } from "../quote.ts";
import type { HttpResponse } from "./exchange.ts";
import type { Cursor, Intake } from "./intake.ts";
import type { Poster } from "./poster.ts";
import { described, mediaType } from "./response.ts";
import { waitToResume } from "./wait-to-resume.ts";

/** Streams in a row that bring nothing before no more are opened. */
const maxEmpty = 3;

/** The stream of a legacy session on which the server sends messages of its own accord. */
export class ServerStream {
  readonly #poster: Poster;
  readonly #intake: Intake;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #cursor: Cursor = { lastEventId: undefined, retryMs: undefined };

  constructor(poster: Poster, intake: Intake, clock: Clock) {
    this.#poster = poster;
    this.#intake = intake;
    this.#clock = clock;
  }

  /** Resolves when the server has opened it, or has said that it offers none. */
  async open(): Promise<void> {
    const response = await this.#ask();
    if (response !== undefined) {
      void this.#follow(response);
    }
  }

  close(): void {
    this.#abort.abort();
  }

  async #follow(first: HttpResponse): Promise<void> {
    let response: HttpResponse | undefined = first;
    for (let empty = 0; response !== undefined && empty < maxEmpty; ) {
      const before = this.#intake.bytes;
      try {
        const end = await this.#intake.stream(response.body, this.#origin, this.#cursor);
        if (end === "oversized") {
          return;
        }
      } catch {
        // The server may close this stream at any time, in whatever way.
      }
      empty = this.#intake.bytes === before ? empty + 1 : 0;
      if (!(await waitToResume(this.#clock, this.#cursor, this.#intake, this.#abort.signal))) {
        return;
      }
      response = await this.#ask();
    }
  }

  get #origin(): Parameters<Intake["stream"]>[1] {
    return {
      place: "the stream of the server's own messages",
      each: (message) => {
        if (message["method"] === undefined && Object.hasOwn(message, "id")) {
          this.#intake.report(
            "misplaced-response",
            () =>
              `the response with the id ${JSON.stringify(message["id"])} came on the stream of the server's own messages, not as the answer to its POST`,
          );
        }
        return message;
      },
    };
  }

  async #ask(): Promise<HttpResponse | undefined> {
    let response: HttpResponse;
    try {
      response = await this.#poster.get(this.#abort.signal, this.#cursor.lastEventId);
    } catch {
      return undefined;
    }
    const { status, headers } = response;
    if (status === 200 && mediaType(headers) === "text/event-stream") {
      return response;
    }
    response.body.destroy();
    // 401 and 403 are told with the next POST.
    if (![401, 403, 405].includes(status) && this.#cursor.lastEventId === undefined) {
      this.#intake.report(
        "http-get",
        () =>
          `GET was answered with ${described(response)}; a server that offers no stream there must say 405, ${quote("Method Not Allowed")}`,
      );
    }
    return undefined;
  }
}
