#!/usr/bin/env node
// An agent over MCP: it lists and reads documents of a folder, and asks Claude questions about them.
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import { askClaude } from "./ask-claude.mjs";
import { documentNames, readDocument } from "./documents.mjs";
import { logger } from "./logger.mjs";

const {
  ANTHROPIC_API_KEY: apiKey,
  ANTHROPIC_BASE_URL: baseUrl = "https://api.anthropic.com",
  ANTHROPIC_MODEL: model = "claude-sonnet-4-5",
  DATA_FOLDER: folder = "/app/data",
  LOG_LEVEL: level = "INFO",
} = process.env;
const log = logger(level, (line) => process.stderr.write(line));

if (!apiKey) {
  log.error("ANTHROPIC_API_KEY is not set; the agent asks nobody without it");
  process.exit(1);
}
log.info(`documents in ${folder}, model ${model}`);

const name = z.string().min(1).describe("Name of a document, as list_documents tells it.");

serveStdio(() => {
  const server = new McpServer({ name: "agent-mcp-server", version: "1.0.0" });
  server.registerTool(
    "list_documents",
    {
      description: "Lists the documents the agent can read.",
      inputSchema: z.object({}),
      outputSchema: z.object({ documents: z.array(z.string()) }),
    },
    () =>
      answer(async () => {
        const documents = await documentNames(folder);
        return { text: documents.join("\n"), structured: { documents } };
      }),
  );
  server.registerTool(
    "read_document",
    { description: "Reads one document.", inputSchema: z.object({ name }) },
    (input) => answer(async () => ({ text: await readDocument(folder, input.name) })),
  );
  server.registerTool(
    "ask",
    {
      description: "Answers a question, from a document if one is named.",
      inputSchema: z.object({ question: z.string().min(1), document: name.optional() }),
    },
    ({ question, document }, { mcpReq }) =>
      answer(async () => {
        const content = document && (await readDocument(folder, document));
        log.debug(`asking ${model} about ${document ?? "nothing in particular"}`);
        const { signal } = mcpReq;
        return { text: await askClaude({ apiKey, baseUrl, model, question, content, signal }) };
      }),
  );
  return server;
});

/** What went wrong is the tool's result, for the model to read. */
async function answer(work) {
  try {
    const { text, structured } = await work();
    return {
      content: [{ type: "text", text }],
      ...(structured && { structuredContent: structured }),
    };
  } catch (error) {
    log.warning(error.message);
    return { isError: true, content: [{ type: "text", text: error.message }] };
  }
}
