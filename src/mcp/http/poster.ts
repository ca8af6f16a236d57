import type { WireMessage, WireSurroundings } from "../wire.ts";
import type { HttpEndpoint } from "./endpoint.ts";
import {
  type HttpRequest,
  type HttpResponse,
  type Line,
  neverArrived,
  openLine,
} from "./exchange.ts";
import {
  mergedHeaders,
  messageHeaders,
  ownHeaders,
  sessionHeaders,
  withGiven,
} from "./request-headers.ts";
import { redirectOf } from "./response.ts";

/** How often a server that is starting is tried. */
const retryMs = 50;
const maxRedirects = 3;

/** Sends HTTP requests with what the endpoint, the session and the authorization want on them. */
export class Poster {
  readonly endpoint: HttpEndpoint;
  /** What the handshake has told so far. */
  readonly session: {
    revision: string | undefined;
    modern: boolean;
    sessionId: string | undefined;
  } = {
    revision: undefined,
    modern: false,
    sessionId: undefined,
  };
  readonly #about: WireSurroundings;
  readonly #line: Line;
  #url: URL;
  #everAnswered = false;
  #destroyed = false;

  constructor(endpoint: HttpEndpoint, url: URL, about: WireSurroundings) {
    this.endpoint = endpoint;
    this.#about = about;
    this.#url = url;
    this.#line = openLine(url.origin, endpoint);
  }

  /** Whether the server has ever answered anything. */
  get everAnswered(): boolean {
    return this.#everAnswered;
  }

  get url(): URL {
    return this.#url;
  }

  /** Everything from now on goes to this address, which is of the same origin. */
  moveTo(url: URL): void {
    this.#url = url;
  }

  /** Rejects with what the connection failed of; a redirect that is not followed is an answer. */
  post(
    message: WireMessage,
    signal: AbortSignal,
    extra: Readonly<Record<string, string>>,
    told: Pick<HttpRequest, "onSent" | "onUnsent"> = {},
  ): Promise<HttpResponse> {
    const body = message.bytes ?? Buffer.from(message.text);
    return this.#ask(
      "POST",
      () => mergedHeaders(messageHeaders(message, this.session), extra),
      message.headers,
      { body, signal, ...told },
    );
  }

  get(signal: AbortSignal, lastEventId: string | undefined): Promise<HttpResponse> {
    return this.#ask(
      "GET",
      () => ({
        ...ownHeaders,
        accept: "text/event-stream",
        ...sessionHeaders(this.session),
        // A header takes bytes, and an event id is UTF-8.
        ...(lastEventId === undefined
          ? {}
          : { "last-event-id": Buffer.from(lastEventId, "utf8").toString("latin1") }),
      }),
      undefined,
      { signal },
    );
  }

  /** Tells the server that its session is no longer needed; what it says to that does not matter. */
  async deleteSession(timeoutMs: number): Promise<void> {
    if (this.session.sessionId === undefined) {
      return;
    }
    const own = (): Record<string, string> => ({ ...ownHeaders, ...sessionHeaders(this.session) });
    const timer = new AbortController();
    const late = this.#about.clock.sleep(timeoutMs, timer.signal).catch(() => undefined);
    const request = new AbortController();
    const told = this.#ask("DELETE", own, undefined, { signal: request.signal }).then(
      ({ body }) => body.destroy(),
      () => undefined,
    );
    await Promise.race([told, late]);
    timer.abort();
    request.abort();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#line.destroy();
  }

  async #ask(
    method: HttpRequest["method"],
    own: () => Record<string, string>,
    given: Readonly<Record<string, string>> | undefined,
    rest: Pick<HttpRequest, "body" | "signal" | "onSent" | "onUnsent">,
  ): Promise<HttpResponse> {
    const { auth, headers } = this.endpoint;
    let renewed = false;
    for (let redirects = 0; ; ) {
      const proof = auth === undefined ? undefined : await auth.headers();
      const response = await this.#patiently({
        method,
        url: this.#url,
        headers: withGiven(mergedHeaders(own(), headers, proof), given),
        ...rest,
      });
      const to = redirectOf(response, this.#url);
      if (to instanceof URL && redirects < maxRedirects) {
        redirects += 1;
        response.body.destroy();
        this.#redirected(to);
      } else if (response.status === 401 && auth?.renew !== undefined && !renewed) {
        renewed = true;
        const challenge = response.headers["www-authenticate"];
        if (!(await auth.renew(challenge))) {
          return response;
        }
        response.body.destroy();
      } else {
        return response;
      }
    }
  }

  #redirected(to: URL): void {
    const from = this.#url.pathname;
    this.#url = to;
    this.#about.findings.report(
      "http-redirect",
      () => `the server redirects ${from} to ${to.pathname}; give it the latter address`,
    );
  }

  async #patiently(request: HttpRequest): Promise<HttpResponse> {
    for (;;) {
      try {
        const response = await this.#line.exchange(request);
        this.#everAnswered = true;
        return response;
      } catch (error) {
        const starting = this.endpoint.starting === true && !this.#everAnswered;
        if (!starting || this.#destroyed || !neverArrived(error)) {
          throw error;
        }
        request.onUnsent?.();
        await this.#about.clock.sleep(retryMs, request.signal);
      }
    }
  }
}
