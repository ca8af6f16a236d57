package org.example;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;

/** An MCP server over stdio with one tool: it counts words. */
public final class WordServer {
  private static final Map<String, Object> INPUT =
      Map.of(
          "type", "object",
          "properties", Map.of("text", Map.of("type", "string")),
          "required", List.of("text"));

  public static void main(String[] arguments) {
    var tool = Tool.builder().name("count_words").description("Counts the words of a text.").inputSchema(INPUT).build();
    McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
        .serverInfo("word-server", "1.0.0")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .toolCall(
            tool,
            (exchange, request) -> {
              var text = request.arguments().get("text").toString().strip();
              var words = text.isEmpty() ? 0 : text.split("\\s+").length;
              return CallToolResult.builder().addTextContent(words + " words").build();
            })
        .build();
  }
}
