import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Clock, systemClock } from "../../../src/clock/index.ts";
import type { HttpEndpoint } from "../../../src/mcp/http/endpoint.ts";
import { httpWire } from "../../../src/mcp/http/streamable.ts";
import {
  type ConnectOptions,
  connect,
  type OpenWire,
  type Session,
} from "../../../src/mcp/index.ts";
import { type Heard, listen } from "../child-server.ts";

/** A request as the stub has seen it. */
export interface Seen {
  readonly verb: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** The JSON-RPC message in the body, if it is one. */
  readonly message: Message;
}

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
}

export type Handler = (response: ServerResponse, seen: Seen) => unknown;

export interface Stub extends AsyncDisposable {
  readonly url: string;
  readonly origin: string;
  readonly seen: Seen[];
  /** Breaks every connection. */
  hangUp(): void;
}

/** An HTTP server of a test; everything else about it is in the handler. */
export async function startStub(handler: Handler, port = 0): Promise<Stub> {
  const seen: Seen[] = [];
  const server = createServer({ maxHeaderSize: 512 * 1024 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const one = {
        verb: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body,
        message: parsed(body),
      };
      seen.push(one);
      handler(response, one);
    });
    request.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  // An address of TCP, as asked for the line above.
  const address = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    url: `${origin}/mcp`,
    origin,
    seen,
    hangUp: () => server.closeAllConnections(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A legacy server that is in order but for the methods given. */
export function legacyHandler(
  methods: Readonly<Record<string, Handler>> = {},
  more: {
    readonly get?: Handler;
    readonly remove?: Handler;
    readonly sessionId?: string | null;
  } = {},
): Handler {
  const { sessionId = "session-1" } = more;
  return (response, seen) => {
    const { message, verb } = seen;
    if (verb === "GET") {
      return more.get === undefined ? status(response, 405) : more.get(response, seen);
    }
    if (verb === "DELETE") {
      return more.remove === undefined ? status(response, 200) : more.remove(response, seen);
    }
    const special = methods[message.method ?? "response"];
    if (special !== undefined) {
      return special(response, seen);
    }
    if (message.method === "initialize") {
      const headers = sessionId === null ? {} : { "mcp-session-id": sessionId };
      return json(response, answerTo(message, initialized("2025-11-25")), 200, headers);
    }
    if (message.id === undefined || message.method === undefined) {
      return status(response, 202);
    }
    return json(response, answerTo(message, { content: [{ type: "text", text: "hi" }] }));
  };
}

/** A modern server that is in order but for the methods given. */
export function modernHandler(methods: Readonly<Record<string, Handler>> = {}): Handler {
  return (response, seen) => {
    const { message, verb } = seen;
    if (verb !== "POST") {
      return status(response, 405);
    }
    const special = methods[message.method ?? ""];
    if (special !== undefined) {
      return special(response, seen);
    }
    if (message.method === "server/discover") {
      return json(response, answerTo(message, discovered));
    }
    const content = [{ type: "text", text: "hi" }];
    return json(response, answerTo(message, { resultType: "complete", content }));
  };
}

const discovered = {
  resultType: "complete",
  supportedVersions: ["2026-07-28"],
  capabilities: { tools: {} },
  ttlMs: 0,
  cacheScope: "public",
  _meta: { "io.modelcontextprotocol/serverInfo": { name: "stub", version: "1" } },
};

export function initialized(protocolVersion: string): object {
  return {
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: "stub", version: "1" },
  };
}

export function answerTo(message: Message, result: unknown): object {
  return { jsonrpc: "2.0", id: message.id, result };
}

export function errorTo(message: Message, code: number, words = "no"): object {
  return { jsonrpc: "2.0", id: message.id, error: { code, message: words } };
}

export function json(
  response: ServerResponse,
  body: unknown,
  code = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** A body of any kind. */
export function text(
  response: ServerResponse,
  body: string | Buffer,
  type: string,
  code = 200,
): void {
  response.writeHead(code, type === "" ? {} : { "content-type": type });
  response.end(body);
}

export function status(
  response: ServerResponse,
  code: number,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, headers);
  response.end();
}

/** Begins an event stream. */
export function stream(response: ServerResponse): ServerResponse {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  return response;
}

export function eventOf(message: unknown, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(message)}\n\n`;
}

export interface OverHttp extends AsyncDisposable {
  readonly session: Session;
  readonly heard: Heard;
}

/** A session with a server over Streamable HTTP. */
export function connectHttp(
  url: string,
  given: Partial<ConnectOptions> & { readonly endpoint?: Partial<HttpEndpoint> } = {},
  clock: Clock = systemClock,
): Promise<OverHttp> {
  const { endpoint, ...options } = given;
  return connectOver(httpWire({ url, headers: {}, ...endpoint }), options, clock);
}

export async function connectOver(
  wire: OpenWire,
  options: Partial<ConnectOptions> = {},
  clock: Clock = systemClock,
): Promise<OverHttp> {
  const heard = listen();
  const session = await connect(
    wire,
    {
      server: "stub",
      protocol: "legacy",
      readyTimeoutMs: 20_000,
      maxMessageBytes: 64 * 1024 * 1024,
      tap: heard.tap,
      clientInfo: { name: "test", version: "0" },
      explainEnd: () => Promise.reject(new Error("it is no process")),
      ...options,
    },
    clock,
  );
  return { session, heard, [Symbol.asyncDispose]: () => session.close() };
}

function parsed(body: string): Message {
  try {
    // What a test itself has sent.
    return JSON.parse(body) as Message;
  } catch {
    return {};
  }
}
