import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";

export function wordsServer() {
  const server = new McpServer({ name: "words", version: "1.0.0" });
  server.registerTool(
    "count_words",
    {
      description: "Counts the words of a text.",
      inputSchema: z.object({ text: z.string() }),
      outputSchema: z.object({ words: z.int() }),
    },
    ({ text }) => {
      const words = text.split(/\s+/).filter((word) => word !== "").length;
      return { content: [{ type: "text", text: String(words) }], structuredContent: { words } };
    },
  );
  return server;
}
