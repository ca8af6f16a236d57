// A server of the official SDK 1.x that uses all of it: what real servers look like on the wire.

import { completable } from "@modelcontextprotocol/sdk/server/completable.js";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";

const server = new McpServer(
  { name: "sdk-legacy", version: "1.0.0" },
  {
    capabilities: { logging: {}, resources: { subscribe: true, listChanged: true } },
    instructions: "A server of the SDK.",
  },
);
const text = (value) => ({ content: [{ type: "text", text: String(value) }] });

server.registerTool("echo", { inputSchema: { message: z.string() } }, ({ message }) =>
  text(message),
);
server.registerTool("log", {}, async () => {
  await server.server.sendLoggingMessage({ level: "error", data: "from the tool" });
  return text("logged");
});
server.registerTool("count", { inputSchema: { to: z.number() } }, async ({ to }, extra) => {
  for (let progress = 1; progress <= to; progress += 1) {
    await extra.sendNotification({
      method: "notifications/progress",
      params: { progressToken: extra._meta?.progressToken, progress, total: to },
    });
  }
  return text(to);
});
server.registerTool("ask", { inputSchema: { what: z.string() } }, async ({ what }) => {
  switch (what) {
    case "roots":
      return text(JSON.stringify(await server.server.listRoots()));
    case "sampling":
      return text(
        JSON.stringify(
          await server.server.createMessage({
            messages: [{ role: "user", content: { type: "text", text: "2+2?" } }],
            maxTokens: 5,
          }),
        ),
      );
    default:
      return text(
        JSON.stringify(
          await server.server.elicitInput({
            message: "your name?",
            requestedSchema: { type: "object", properties: { name: { type: "string" } } },
          }),
        ),
      );
  }
});
server.registerTool("wait", {}, async (extra) => {
  await new Promise((resolve) => extra.signal.addEventListener("abort", resolve));
  return text("cancelled");
});
server.registerTool("grow", {}, () => {
  server.registerTool(`grown-${Date.now()}`, {}, () => text("new"));
  return text("grown");
});
server.registerResource("note", "test://note", {}, (uri) => ({
  contents: [{ uri: uri.href, text: "a note" }],
}));
server.registerResource(
  "item",
  new ResourceTemplate("test://item/{id}", { list: undefined, complete: { id: () => ["1", "2"] } }),
  {},
  (uri) => ({ contents: [{ uri: uri.href, blob: "AAEC" }] }),
);
server.registerPrompt(
  "greet",
  {
    argsSchema: {
      name: completable(z.string(), (value) =>
        ["Ada", "Alan"].filter((name) => name.startsWith(value)),
      ),
    },
  },
  ({ name }) => ({
    messages: [{ role: "user", content: { type: "text", text: `Greet ${name}` } }],
  }),
);
server.server.setRequestHandler(SubscribeRequestSchema, async ({ params }) => {
  setImmediate(() => void server.server.sendResourceUpdated({ uri: params.uri }));
  return {};
});
server.server.setRequestHandler(UnsubscribeRequestSchema, async () => ({}));

await server.connect(new StdioServerTransport());
process.stdin.on("end", () => process.exit(0));
