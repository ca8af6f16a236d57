import * as http from "node:http";
import * as https from "node:https";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { checkedLookup } from "./address-rule.ts";
import { DialAgent, type Via } from "./via.ts";

export interface HttpRequest {
  readonly method: "POST" | "GET" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal: AbortSignal;
  /** When the whole request has been handed to the system. */
  readonly onSent?: () => void;
  /** When it turned out that nobody had taken it, and it is sent again. */
  readonly onUnsent?: () => void;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Decoded; chunk by chunk, so that whoever reads can stop. */
  readonly body: Readable;
}

/** Connections to one origin and to no other. */
export interface Line {
  exchange(request: HttpRequest): Promise<HttpResponse>;
  /** Ends every connection. */
  destroy(): void;
}

/** Below what servers usually keep an idle connection for: one that is used again may be closing at that moment. */
const idleMs = 1_000;
/** A session id of 100 KB is to be told, not to fail with the parser's words. */
const maxHeaderBytes = 256 * 1024;

export function openLine(origin: string, { lookup, dial }: Via = {}): Line {
  const secure = origin.startsWith("https:");
  const options = { keepAlive: true, timeout: idleMs };
  const plain = () => (dial ? new DialAgent(dial, options) : new http.Agent(options));
  const agent = secure ? new https.Agent(options) : plain();
  const checked = checkedLookup(lookup);
  return {
    exchange: (request) => {
      if (request.url.origin !== origin) {
        return Promise.reject(new Error(`${request.url.origin} is not ${origin}`));
      }
      const { method, headers, signal } = request;
      if (signal.aborted) {
        return Promise.reject(new Error("it was given up"));
      }
      const start = secure ? https.request : http.request;
      return new Promise((resolve, reject) => {
        const outgoing = start(request.url, {
          agent,
          method,
          lookup: checked,
          maxHeaderSize: maxHeaderBytes,
          headers: {
            ...headers,
            ...(request.body === undefined ? {} : { "content-length": request.body.length }),
          },
        });
        // Not the option `signal`: that destroys with an error, and in the moment in which an answer is complete and
        // its connection not yet idle nobody hears that error, which ends the process.
        const onAbort = (): void => void outgoing.destroy();
        signal.addEventListener("abort", onAbort, { once: true });
        outgoing.once("close", () => signal.removeEventListener("abort", onAbort));
        outgoing.on("error", reject);
        outgoing.once("finish", () => request.onSent?.());
        outgoing.once("response", (incoming) => {
          const body = decoded(incoming);
          if (body === undefined) {
            incoming.destroy();
            reject(
              new Error(
                `its body has the unknown encoding ${incoming.headers["content-encoding"]}`,
              ),
            );
            return;
          }
          // An iterator lets go of a body before its last error comes, and an error nobody hears ends the process.
          body.on("error", () => undefined);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
        });
        outgoing.end(request.body);
      });
    },
    destroy: () => agent.destroy(),
  };
}

function decoded(incoming: http.IncomingMessage): Readable | undefined {
  switch (incoming.headers["content-encoding"]?.trim().toLowerCase() ?? "identity") {
    case "":
    case "identity":
      return incoming;
    case "gzip":
    case "x-gzip":
      return through(incoming, createGunzip());
    case "deflate":
      return through(incoming, createInflate());
    case "br":
      return through(incoming, createBrotliDecompress());
    default:
      return undefined;
  }
}

/** Not `pipe`: an end in the middle must reach the reader, and a reader that stops must close the connection. */
function through(
  incoming: http.IncomingMessage,
  decoder: NodeJS.ReadWriteStream & Readable,
): Readable {
  pipeline(incoming, decoder, () => undefined);
  return decoder;
}

/** Whether no one has seen the request: a server that is just starting refuses like this. */
export function neverArrived(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EHOSTUNREACH";
}

/** What went wrong on a connection, in words that continue "the connection …". */
export function brokenBy(error: unknown): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  switch (code ?? "") {
    case "ECONNREFUSED":
      return "was refused: nothing listens there";
    case "ECONNRESET":
      return message === "aborted"
        ? "was closed in the middle of the answer"
        : "was closed before an answer came";
    case "ERR_STREAM_PREMATURE_CLOSE":
      return "was closed in the middle of the answer";
    case "EPIPE":
      return "was closed while the request was being sent";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "could not be made: the name cannot be resolved";
    case "HPE_HEADER_OVERFLOW":
      return `carried headers of more than ${maxHeaderBytes / 1024} KiB`;
    case "Z_BUF_ERROR":
      return "was closed in the middle of a compressed body";
    default:
      return code?.startsWith("HPE_") === true
        ? `carried no valid HTTP (${message})`
        : code?.startsWith("Z_") === true
          ? `carried a body that cannot be decompressed (${message})`
          : `failed: ${message}`;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
