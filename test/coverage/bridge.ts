import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the fixtures send. */
interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly _meta?: Readonly<Record<string, unknown>> };
}

export interface Bridge extends AsyncDisposable {
  readonly url: string;
}

const subscription = "io.modelcontextprotocol/subscriptionId";

/**
 * A server over stdio, served over Streamable HTTP at /mcp and over HTTP+SSE at /sse.
 *
 * A request's stream carries its answer and, as the last one opened, what the server says meanwhile.
 */
export async function bridge(script: string, kind: "http" | "sse"): Promise<Bridge> {
  const child: ChildProcess = spawn(process.execPath, [script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const streams = new Map<number | string, ServerResponse>();
  let own: ServerResponse | undefined;
  const write = (stream: ServerResponse | undefined, text: string) =>
    stream?.write(`event: message\ndata: ${text}\n\n`);
  function carry(line: string): void {
    const message = JSON.parse(line) as Message;
    const listener = message.params?._meta?.[subscription];
    const asked = message.method === undefined ? message.id : listener;
    const stream =
      typeof asked === "number" || typeof asked === "string" ? streams.get(asked) : undefined;
    write(kind === "sse" ? own : (stream ?? [...streams.values()].at(-1) ?? own), line);
    if (message.method === undefined && message.id !== undefined && kind === "http") {
      stream?.end();
      streams.delete(message.id);
    }
  }
  let rest = "";
  // Not by readline, which takes U+2028 for the end of a line.
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(carry);
  });
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const eventStream = { "content-type": "text/event-stream" };
    if (request.method === "GET") {
      own = response.writeHead(200, eventStream);
      response.flushHeaders();
      if (kind === "sse") {
        response.write("event: endpoint\ndata: /message\n\n");
      }
      return;
    }
    const text = (await request.setEncoding("utf8").toArray()).join("");
    if (request.method !== "POST") {
      response.writeHead(405).end();
      return;
    }
    const { id, method } = JSON.parse(text) as Message;
    if (id === undefined || method === undefined || kind === "sse") {
      response.writeHead(202).end();
    } else {
      response.writeHead(200, {
        ...eventStream,
        ...(method === "initialize" ? { "mcp-session-id": "one" } : {}),
      });
      response.flushHeaders();
      streams.set(id, response);
      response.on("close", () => streams.delete(id));
    }
    child.stdin?.write(`${text}\n`);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of TCP, as asked for the line above.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${kind === "http" ? "mcp" : "sse"}`,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      server.closeAllConnections();
      server.close();
    },
  };
}
