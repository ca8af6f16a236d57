// A server made with the SDK 2.x that a test starts: `http` prints its address, `stdio` serves there.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";

const [mode = "stdio"] = process.argv.slice(2);

function makeServer(): McpServer {
  const server = new McpServer(
    { name: "sdk2", version: "1" },
    { capabilities: { logging: {}, tools: { listChanged: true } } },
  );
  server.registerTool(
    "echo",
    {
      inputSchema: z.object({
        message: z.string(),
        topic: z.string().optional().meta({ "x-mcp-header": "Topic" }),
      }),
    },
    ({ message }) => ({ content: [{ type: "text", text: message }] }),
  );
  server.registerTool("fail", {}, () => ({
    isError: true,
    content: [{ type: "text", text: "failed" }],
  }));
  server.registerTool("count", {}, async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (let progress = 1; progress <= 3 && progressToken !== undefined; progress += 1) {
      const params = { progressToken, progress, total: 3 };
      await mcpReq.notify({ method: "notifications/progress", params });
    }
    return { content: [] };
  });
  server.registerTool("wait", {}, ({ mcpReq }) => {
    return new Promise((resolve) => {
      mcpReq.signal.addEventListener("abort", () => resolve({ content: [] }), { once: true });
    });
  });
  return server;
}

if (mode === "stdio") {
  serveStdio(makeServer);
} else {
  const answer = toNodeHandler(createMcpHandler(makeServer));
  const server = createServer((request, response) => {
    // Node sets method and url on every request a server receives; only the client side lacks them.
    void answer(request as IncomingMessage & { method: string; url: string }, response);
  });
  server.listen(0, "127.0.0.1", () => {
    // An address of TCP, as asked for the line above.
    const { port } = server.address() as AddressInfo;
    console.log(`http://127.0.0.1:${port}/mcp`);
  });
}
