import { McpServer } from "@modelcontextprotocol/server";
import { asFault, type Fault } from "../fault/index.ts";
import type { CallContext, Operations } from "./operations.ts";
import type { Tool } from "./tool.ts";
import { tools } from "./tools.ts";

/** A fresh MCP server instance over the operations; one per HTTP request or stdio connection. */
export function createMcpServer(operations: Operations, version: string): McpServer {
  const server = new McpServer({ name: "docker-mcp-manager", version });
  for (const tool of tools) {
    register(server, tool, operations);
  }
  return server;
}

function register(server: McpServer, tool: Tool, operations: Operations): void {
  const { name, title, description, input, output, annotations } = tool;
  server.registerTool(
    name,
    { title, description, inputSchema: input, outputSchema: output, annotations },
    async (given, extra) => {
      const token = extra.mcpReq._meta?.progressToken;
      let count = 0;
      const context: CallContext = {
        signal: extra.mcpReq.signal,
        progress: (message) => {
          if (token === undefined) {
            return;
          }
          count += 1;
          const params = { progressToken: token, progress: count, message };
          // A client that went away must not fail the work it asked for.
          extra.mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
        },
      };
      try {
        const structuredContent = await tool.call(operations, given, context);
        return {
          content: [{ type: "text", text: JSON.stringify(structuredContent) }],
          structuredContent,
        };
      } catch (thrown) {
        return failure(asFault(thrown));
      }
    },
  );
}

function failure(fault: Fault) {
  return {
    isError: true,
    content: [{ type: "text" as const, text: `${fault.code}: ${fault.message}\n${fault.hint}` }],
    structuredContent: {
      error: {
        code: fault.code,
        message: fault.message,
        hint: fault.hint,
        problems: fault.problems.map((problem) => ({ ...problem })),
      },
    },
  };
}
