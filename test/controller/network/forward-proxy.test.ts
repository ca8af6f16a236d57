import { createServer, request } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { EgressRule } from "../../../src/controller/network/egress.ts";
import { type Attempt, createForwardProxy } from "../../../src/controller/network/forward-proxy.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
  }
});

async function listening(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A proxy whose only member, at 127.0.0.1, may reach the ports of 127.0.0.1. */
async function proxyTo(...ports: readonly number[]) {
  const attempts: Attempt[] = [];
  const egress = ports.map((port): EgressRule => ({ host: "127.0.0.1", port }));
  const take = createForwardProxy({
    identify: async (address) =>
      address === "127.0.0.1"
        ? { egress, onAttempt: (attempt) => attempts.push(attempt) }
        : undefined,
    resolve: () => Promise.reject(new Error("no names here")),
  });
  let from = "::ffff:127.0.0.1";
  const port = await listening(
    createTcpServer({ allowHalfOpen: true }, (socket) => take(socket, from)),
  );
  return {
    port,
    attempts,
    pretend: (address: string) => {
      from = address;
    },
    words: () => attempts.map(({ target, outcome }) => `${target.split(":")[1]} ${outcome}`),
  };
}

/** Asks an upstream through the proxy, as HTTP clients do for http addresses. */
function ask(proxy: number, url: string, method = "GET", body?: Buffer) {
  return new Promise<{ status: number | undefined; body: string; headers: object }>(
    (resolve, reject) => {
      const outgoing = request(
        { port: proxy, path: url, method, agent: false, headers: { "proxy-authorization": "x" } },
        (answer) => {
          text(answer).then(
            (read) => resolve({ status: answer.statusCode, body: read, headers: answer.headers }),
            reject,
          );
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    },
  );
}

test("a request is passed on with its body and headers, without those for the proxy", async () => {
  const upstream = await listening(
    createServer((incoming, response) => {
      void buffer(incoming).then((body) => {
        const { host, "proxy-authorization": secret } = incoming.headers;
        response.writeHead(201, { "x-own": "y", connection: "close, x-hop", "x-hop": "z" });
        response.end(`${incoming.method} ${incoming.url} ${host} ${secret} ${body.length}`);
      });
    }),
  );
  const proxy = await proxyTo(upstream);
  const answer = await ask(
    proxy.port,
    `http://127.0.0.1:${upstream}/a?b=c`,
    "POST",
    Buffer.alloc(500_000),
  );
  expect(answer).toMatchObject({
    status: 201,
    body: `POST /a?b=c 127.0.0.1:${upstream} undefined 500000`,
    headers: { "x-own": "y" },
  });
  expect(answer.headers).not.toHaveProperty("x-hop");
  expect(proxy.words()).toEqual([`${upstream} allowed`]);
});

test("a tunnel carries any protocol, both ways, to its last byte", async () => {
  const size = 20_000_000;
  const upstream = await listening(
    createTcpServer({ allowHalfOpen: true }, (socket) => {
      // Answers only when the other side has said all it has to say.
      void buffer(socket).then((all) => socket.end(Buffer.alloc(all.length + 1, 1)));
    }),
  );
  const proxy = await proxyTo(upstream);
  const socket = connect({ port: proxy.port, host: "127.0.0.1", allowHalfOpen: true });
  socket.write(`CONNECT 127.0.0.1:${upstream} HTTP/1.1\r\nHost: x\r\n\r\n`);
  socket.end(Buffer.alloc(size));
  const got = await buffer(socket);
  const head = got.indexOf("\r\n\r\n") + 4;
  expect(got.subarray(0, head).toString()).toMatch(/^HTTP\/1\.1 200 /);
  expect(got.length - head).toBe(size + 1);
  expect(proxy.words()).toEqual([`${upstream} allowed`]);
});

test("what is not allowed, not there or no target is answered, with the reason", async () => {
  const gone = await listening(createTcpServer());
  open.pop()?.close();
  const proxy = await proxyTo(gone);
  const connected = async (line: string) => {
    const socket = connect({ port: proxy.port, host: "127.0.0.1" });
    socket.write(`CONNECT ${line} HTTP/1.1\r\nHost: x\r\n\r\n`);
    return (await text(socket)).replaceAll(/\r\n(?:.*\r\n)*\r\n/g, " ").trim();
  };
  expect(await connected("api.example.com:443")).toBe(
    "HTTP/1.1 403 Forbidden docker-mcp-manager: api.example.com:443 was not reached: it is not on the list of its egress",
  );
  expect(await connected(`127.0.0.1:${gone}`)).toMatch(/^HTTP\/1\.1 502 .*ECONNREFUSED/);
  expect(await connected("nowhere")).toMatch(/^HTTP\/1\.1 400 .*host:port/);
  expect((await ask(proxy.port, `http://127.0.0.1:${gone}/`)).status).toBe(502);
  expect((await ask(proxy.port, "http://127.0.0.1:1/")).status).toBe(403);
  expect((await ask(proxy.port, "/")).status).toBe(400);
  expect((await ask(proxy.port, "ftp://127.0.0.1/")).status).toBe(400);
  expect(proxy.words()).toEqual(["443 denied", `${gone} failed`, `${gone} failed`, "1 denied"]);
});

test("who is no member reaches nothing", async () => {
  const upstream = await listening(createServer((_, response) => response.end("x")));
  const proxy = await proxyTo(upstream);
  proxy.pretend("10.9.9.9");
  expect((await ask(proxy.port, `http://127.0.0.1:${upstream}/`)).status).toBe(403);
  expect(proxy.attempts).toEqual([]);
});

test("what is no HTTP, and who leaves in the middle, ends nothing but its own connection", async () => {
  const upstream = await listening(createTcpServer((socket) => void socket.resume()));
  const proxy = await proxyTo(upstream);
  const rubbish = connect({ port: proxy.port, host: "127.0.0.1" });
  rubbish.end("\u0000\u0001 rubbish\r\n\r\n");
  expect(await text(rubbish)).toMatch(/^HTTP\/1\.1 400 /);
  const leaving = connect({ port: proxy.port, host: "127.0.0.1" });
  leaving.write(`CONNECT 127.0.0.1:${upstream} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await new Promise((resolve) => leaving.once("data", resolve));
  leaving.resetAndDestroy();
  expect((await ask(proxy.port, "/")).status).toBe(400);
});
