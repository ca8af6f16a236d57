import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { PackageIndexes } from "../../../src/registry/index.ts";

type Answer =
  | string
  | {
      readonly status: number;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** An index on the loopback address: what it answers by path, 404 to all else. Its requests are kept. */
export async function indexStub(
  answers: Readonly<Record<string, Answer | ((request: IncomingMessage) => Answer)>>,
): Promise<{ readonly url: string; readonly host: string; readonly requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const found = answers[request.url ?? ""];
    const answer = (typeof found === "function" ? found(request) : found) ?? { status: 404 };
    const { status, text, headers } =
      typeof answer === "string" ? { status: 200, text: answer, headers: {} } : answer;
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, requests };
}

/** Every index at the one address. */
export function indexesAt(url: string): PackageIndexes {
  return { of: async () => [url], proxies: {} };
}
