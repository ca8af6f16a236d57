import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What an address answers with: bytes, a status, or another address to ask. */
type Answer = Uint8Array | string | number | URL;

/**
 * A web server on the loopback address, gone after the test; a path that it does not have is `otherwise` (default 404).
 *
 * Builds reach it with the network `host`. Every path asked for is kept.
 */
export async function served(
  answers: (url: string) => Readonly<Record<string, Answer>>,
  otherwise: (path: string) => Answer = () => 404,
): Promise<{ readonly url: string; readonly requests: readonly string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { url: path = "" } = request;
    requests.push(path);
    const answer = answers(`http://${request.headers.host}`)[path] ?? otherwise(path);
    if (answer instanceof URL) {
      response.writeHead(302, { location: answer.href }).end();
    } else if (typeof answer === "number") {
      response.writeHead(answer).end();
    } else {
      response.end(answer);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
