// A small MCP server over Streamable HTTP: `node small-http.mjs PORT`. Every tool says which headers it was asked with;
// with `anyone` after the port it answers web pages too. GET /ready is refused in its first second and a half.
// Its stdout says the port it listens on; 0 chooses a free one.
import { createServer } from "node:http";

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    if (request.url === "/ready") {
      response.writeHead(performance.now() < 1500 ? 503 : 200).end();
      return;
    }
    if (request.method !== "POST") {
      response.writeHead(405).end();
      return;
    }
    if (request.headers.origin !== undefined && process.argv[3] !== "anyone") {
      response.writeHead(403).end();
      return;
    }
    const { id, method } = JSON.parse(body);
    if (id === undefined) {
      response.writeHead(202).end();
      return;
    }
    const { "x-tenant": tenant, authorization } = request.headers;
    const results = {
      initialize: {
        protocolVersion: "2025-11-25",
        capabilities: { tools: {} },
        serverInfo: { name: "small", version: "1" },
      },
      ping: {},
      "tools/list": { tools: [{ name: "headers", inputSchema: { type: "object" } }] },
      "tools/call": { content: [{ type: "text", text: [tenant, authorization].join(" ") }] },
    };
    const result = results[method];
    const answer = result ? { result } : { error: { code: -32601, message: "Method not found" } };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
  });
});
server.listen(Number(process.argv[2]), "0.0.0.0", () => console.log(server.address().port));
process.on("SIGTERM", () => process.exit(0));
