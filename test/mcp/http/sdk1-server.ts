// A server made with the SDK 1.x that a test starts: `http`, `stateless`, `json` and `sse` print their address, `stdio`
// serves there. HTTP+SSE is deprecated, and spoken for as long as servers do.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";

const [mode = "stdio"] = process.argv.slice(2);

function makeServer(): McpServer {
  const server = new McpServer(
    { name: "sdk1", version: "1" },
    { capabilities: { logging: {}, tools: { listChanged: true } } },
  );
  server.registerTool("echo", { inputSchema: { message: z.string() } }, ({ message }) => ({
    content: [{ type: "text", text: message }],
  }));
  server.registerTool("fail", {}, () => ({
    isError: true,
    content: [{ type: "text", text: "failed" }],
  }));
  server.registerTool("count", {}, async ({ _meta, sendNotification }) => {
    const progressToken = _meta?.progressToken;
    for (let progress = 1; progress <= 3 && progressToken !== undefined; progress += 1) {
      const params = { progressToken, progress, total: 3 };
      await sendNotification({ method: "notifications/progress", params });
    }
    return { content: [] };
  });
  server.registerTool("change", {}, () => {
    server.sendToolListChanged();
    return { content: [] };
  });
  server.registerTool("wait", {}, ({ signal }) => {
    return new Promise((resolve) => {
      signal.addEventListener("abort", () => resolve({ content: [] }), { once: true });
    });
  });
  return server;
}

const sessions = new Map<string, StreamableHTTPServerTransport | SSEServerTransport>();

async function streamable(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = request.headers["mcp-session-id"];
  const known = typeof id === "string" ? sessions.get(id) : undefined;
  if (known instanceof StreamableHTTPServerTransport) {
    await known.handleRequest(request, response);
    return;
  }
  if (id !== undefined) {
    response.writeHead(404).end();
    return;
  }
  const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
    enableJsonResponse: mode === "json",
    ...(mode === "stateless"
      ? {}
      : {
          sessionIdGenerator: () => randomUUID(),
          onsessioninitialized: (session) => void sessions.set(session, transport),
        }),
  });
  await makeServer().connect(transport);
  await transport.handleRequest(request, response);
}

async function overSse(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (request.method === "GET" && url.pathname === "/mcp") {
    const transport = new SSEServerTransport("/messages", response);
    sessions.set(transport.sessionId, transport);
    await makeServer().connect(transport);
    return;
  }
  const known = sessions.get(url.searchParams.get("sessionId") ?? "");
  if (request.method === "POST" && known instanceof SSEServerTransport) {
    await known.handlePostMessage(request, response);
  } else {
    response.writeHead(404).end();
  }
}

if (mode === "stdio") {
  await makeServer().connect(new StdioServerTransport());
} else {
  const handle = mode === "sse" ? overSse : streamable;
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1", () => {
    // An address of TCP, as asked for the line above.
    const { port } = server.address() as AddressInfo;
    console.log(`http://127.0.0.1:${port}/mcp`);
  });
}
