// A small MCP server over Streamable HTTP: `node reaching-http.mjs PORT`. Its tool `fetch` asks a `url`, or the one that
// an environment `variable` holds, and says status and body, or why there is none;
// with `hang` it never answers.
import { createServer } from "node:http";

const reach = ({ url, variable, hang }) => {
  if (hang) {
    console.log("hanging");
    return new Promise(() => undefined);
  }
  return fetch(url ?? process.env[variable], { signal: AbortSignal.timeout(8000) }).then(
    async (response) => `${response.status} ${await response.text()}`.trim(),
    (error) =>
      `failed: ${[error, error.cause, error.cause?.cause].map((each) => each?.message).join("; ")}`,
  );
};

async function answer(request, response, body) {
  if (request.method !== "POST") {
    response.writeHead(405).end();
    return;
  }
  if (request.headers.origin !== undefined) {
    response.writeHead(403).end();
    return;
  }
  const { id, method, params } = JSON.parse(body);
  if (id === undefined) {
    response.writeHead(202).end();
    return;
  }
  const results = {
    initialize: {
      protocolVersion: "2025-11-25",
      capabilities: { tools: {} },
      serverInfo: { name: "reaching", version: "1" },
    },
    ping: {},
    "tools/list": { tools: [{ name: "fetch", inputSchema: { type: "object" } }] },
    "tools/call": method === "tools/call" && {
      content: [{ type: "text", text: await reach(params.arguments) }],
    },
  };
  const result = results[method];
  const reply = result ? { result } : { error: { code: -32601, message: "Method not found" } };
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ jsonrpc: "2.0", id, ...reply }));
}

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => void answer(request, response, body));
});
server.listen(Number(process.argv[2]), "0.0.0.0");
process.on("SIGTERM", () => process.exit(0));
