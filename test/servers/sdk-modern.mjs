// A server of the official SDK 2.x that uses all of it; it speaks both eras.
import {
  completable,
  fromJsonSchema,
  inputRequired,
  McpServer,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";

const text = (value) => ({ content: [{ type: "text", text: String(value) }] });
const form = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };

function build() {
  const server = new McpServer(
    { name: "sdk-modern", version: "1.0.0" },
    {
      capabilities: { logging: {}, resources: { subscribe: true, listChanged: true } },
      instructions: "A server of the SDK.",
    },
  );
  server.registerTool("echo", { inputSchema: z.object({ message: z.string() }) }, ({ message }) =>
    text(message),
  );
  server.registerTool("ask", { inputSchema: z.object({}) }, (_, context) => {
    const { inputResponses } = context.mcpReq;
    return inputResponses === undefined
      ? inputRequired({
          inputRequests: {
            who: inputRequired.elicit({
              message: "your name?",
              requestedSchema: fromJsonSchema(form),
            }),
          },
          requestState: "opaque",
        })
      : text(JSON.stringify(inputResponses));
  });
  server.registerTool(
    "count",
    { inputSchema: z.object({ to: z.number() }) },
    async ({ to }, context) => {
      for (let progress = 1; progress <= to; progress += 1) {
        await context.mcpReq.notify({
          method: "notifications/progress",
          params: { progressToken: context.mcpReq._meta?.progressToken, progress, total: to },
        });
      }
      return text(to);
    },
  );
  server.registerTool("wait", { inputSchema: z.object({}) }, async (_, context) => {
    await new Promise((resolve) => context.mcpReq.signal.addEventListener("abort", resolve));
    return text("cancelled");
  });
  server.registerTool("grow", { inputSchema: z.object({}) }, () => {
    server.registerTool(`grown-${Date.now()}`, { inputSchema: z.object({}) }, () => text("new"));
    return text("grown");
  });
  server.registerResource("note", "test://note", {}, (uri) => ({
    contents: [{ uri: uri.href, text: "a note" }],
  }));
  server.registerResource(
    "item",
    new ResourceTemplate("test://item/{id}", {
      list: undefined,
      complete: { id: () => ["1", "2"] },
    }),
    {},
    (uri) => ({ contents: [{ uri: uri.href, blob: "AAEC" }] }),
  );
  server.registerPrompt(
    "greet",
    {
      argsSchema: z.object({
        name: completable(z.string(), (value) =>
          ["Ada", "Alan"].filter((name) => name.startsWith(value)),
        ),
      }),
    },
    ({ name }) => ({
      messages: [{ role: "user", content: { type: "text", text: `Greet ${name}` } }],
    }),
  );
  return server;
}

serveStdio(build);
