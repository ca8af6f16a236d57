import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hostHeaderValidation, originValidation, toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { ApiServer, HttpServerOptions } from "./remote.ts";
import { createMcpServer } from "./server.ts";

/** Largest request body; run files are at most 256 KiB. */
const maxBodyBytes = 8 * 2 ** 20;
const loopback = ["127.0.0.1", "localhost"];

/**
 * Serves the manager's tools over Streamable HTTP on loopback, to bearers of the token only.
 *
 * Host and Origin are checked on every path (DNS rebinding, MCP 2026-07-28 transports): a page in a browser must not
 * reach what is root-equivalent.
 */
export async function listenOnLoopback(options: HttpServerOptions): Promise<ApiServer> {
  const handler = createMcpHandler(() => createMcpServer(options.operations, options.version), {
    maxRequestBodySize: maxBodyBytes,
  });
  const answer = toNodeHandler(handler);
  const hostAllowed = hostHeaderValidation(loopback);
  const originAllowed = originValidation(loopback);
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000 },
    (request, response) => {
      if (!hostAllowed(request, response) || !originAllowed(request, response)) {
        return;
      }
      if (!bearsToken(request, options.token)) {
        refuse(response, 401, "A bearer token is required.");
        return;
      }
      if (request.url !== "/mcp") {
        refuse(response, 404, "The manager answers at /mcp.");
        return;
      }
      // Node sets method and url on every request a server receives; only the client side lacks them.
      void answer(request as IncomingMessage & { method: string; url: string }, response);
    },
  );
  await listen(server, options.port);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async close() {
      await handler.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Compares digests, so that neither length nor content shows in the time taken. */
function bearsToken(request: IncomingMessage, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
  response.writeHead(status, { "Content-Type": "application/json", ...challenge });
  response.end(JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: -32600, message } }));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
