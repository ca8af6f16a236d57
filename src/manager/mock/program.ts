/**
 * What runs in the container of a mock, as a text for `node -e`: it has no import, so that no file has to get in there.
 *
 * It decides nothing. Each request is a line of JSON on stdout, each answer one on stdin; bodies are base64.
 */
export function mockProgram(port: number): string {
  return `(${program.toString()})(${port}, ${longestBody});`;
}

/** Of a request; what comes beyond it is counted and forgotten. */
const longestBody = 2 ** 20;

/** A request, as the program tells it. */
export interface MockRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

/** An answer, as the program takes it. */
export interface MockAnswer {
  readonly id: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Self-contained: it is sent as source text. */
function program(port: number, most: number): void {
  const { createServer } = process.getBuiltinModule("node:http");
  type Response = import("node:http").ServerResponse;
  const waiting = new Map<number, Response>();
  let next = 1;
  const server = createServer((request, response) => {
    const id = next;
    next += 1;
    const chunks: Buffer[] = [];
    let bytes = 0;
    waiting.set(id, response);
    response.on("close", () => waiting.delete(id));
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) {
        chunks.push(chunk);
      }
    });
    request.on("end", () => {
      const { method, url, headers } = request;
      const body = Buffer.concat(chunks).toString("base64");
      process.stdout.write(`${JSON.stringify({ id, method, url, headers, body })}\n`);
    });
  });
  let buffered = "";
  process.stdin.setEncoding("utf8");
  process.stdin.on("data", (text: string) => {
    const lines = `${buffered}${text}`.split("\n");
    buffered = lines.pop() ?? "";
    for (const line of lines) {
      // Our own manager writes them.
      const { id, status, headers, body } = JSON.parse(line) as MockAnswer;
      const response = waiting.get(id);
      response?.writeHead(status, headers);
      response?.end(Buffer.from(body, "base64"));
    }
  });
  process.stdin.on("end", () => process.exit(0));
  server.listen(port);
}
