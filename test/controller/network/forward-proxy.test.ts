import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from "node:net";
import { networkInterfaces } from "node:os";
import { buffer, text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { EgressRule } from "../../../src/controller/network/egress.ts";
import { type Attempt, createForwardProxy } from "../../../src/controller/network/forward-proxy.ts";
import type { HostProxies } from "../../../src/controller/network/outside/host-proxy.ts";
import { unanswered } from "../../reporter/tally.ts";

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
function proxyTo(...ports: readonly number[]) {
  return proxyWith(
    ports.map((port) => ({ host: "127.0.0.1", port })),
    {},
  );
}

async function proxyWith(
  egress: readonly EgressRule[],
  hostProxies: HostProxies,
  connectMs = 15_000,
) {
  const attempts: Attempt[] = [];
  const take = createForwardProxy({
    identify: async (address) =>
      address === "127.0.0.1"
        ? {
            egress,
            onAttempt: (attempt) => attempts.push(attempt),
            onRelayEnd: () => undefined,
          }
        : undefined,
    resolve: (host) =>
      host === "inner.example.com"
        ? Promise.resolve([{ address: "10.1.2.3", family: 4 }])
        : Promise.reject(new Error("no names here")),
    hostProxies,
    connectMs,
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

/** What an HTTP client gets for CONNECT, without the headers, with what the other end sends first. */
async function tunnelled(proxy: number, line: string): Promise<string> {
  const socket = connect({ port: proxy, host: "127.0.0.1" });
  socket.write(`CONNECT ${line} HTTP/1.1\r\nHost: x\r\n\r\n`);
  return (await text(socket)).replaceAll(/\r\n(?:.*\r\n)*\r\n/g, " ").trim();
}

test("where this host itself needs a proxy, allowed places are asked of it by name, with its password, and others never", async () => {
  const asked: string[] = [];
  const told = ({ method, url, headers }: IncomingMessage) =>
    asked.push(`${method} ${url} for ${headers["proxy-authorization"]}`);
  const upstream = createServer((incoming, response) => {
    told(incoming);
    response.end("by the host's proxy");
  }).on("connect", (incoming, socket) => {
    told(incoming);
    // The first bytes of the other end come with the answer.
    const isRefused = incoming.url?.startsWith("refused") === true;
    socket.end(isRefused ? "HTTP/1.1 407 No\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\nhello");
  });
  const upstreamAt = `http://user:hunter2@127.0.0.1:${await listening(upstream)}`;
  const direct = await listening(createServer((_, response) => response.end("direct")));
  const proxy = await proxyWith(
    [
      ...["api.example.com", "inner.example.com", "refused.example.com"].map((host) => ({
        host,
        port: null,
      })),
      { host: "127.0.0.1", port: direct },
    ],
    { HTTP_PROXY: upstreamAt, HTTPS_PROXY: upstreamAt, NO_PROXY: "127.0.0.0/8" },
  );
  const place = upstreamAt.replace(/.*@/, "");
  expect(await tunnelled(proxy.port, "api.example.com:443")).toBe(
    "HTTP/1.1 200 Connection established hello",
  );
  expect((await ask(proxy.port, "http://api.example.com/a?b")).body).toBe("by the host's proxy");
  expect((await ask(proxy.port, `http://127.0.0.1:${direct}/`)).body).toBe("direct");
  expect(await tunnelled(proxy.port, "other.example.com:443")).toContain("403");
  expect(await tunnelled(proxy.port, "inner.example.com:443")).toContain("loopback or private");
  expect(await tunnelled(proxy.port, "refused.example.com:443")).toContain(
    `502 Bad Gateway refused.example.com:443: through this host's proxy ${place}: it answered 407`,
  );
  const user = `Basic ${Buffer.from("user:hunter2").toString("base64")}`;
  expect(asked).toEqual([
    `CONNECT api.example.com:443 for ${user}`,
    `GET http://api.example.com/a?b for ${user}`,
    `CONNECT refused.example.com:443 for ${user}`,
  ]);
  expect(proxy.attempts.map(({ target, outcome }) => `${target} ${outcome}`)).toEqual([
    "api.example.com:443 allowed",
    "api.example.com:80 allowed",
    `127.0.0.1:${direct} allowed`,
    "other.example.com:443 denied",
    "inner.example.com:443 denied",
    "refused.example.com:443 failed",
  ]);
});

test("an IPv6 address is reached where this machine has IPv6, however it is written", async ({
  skip,
}) => {
  const loopback = networkInterfaces()["lo"] ?? [];
  skip(!loopback.some(({ address }) => address === "::1"), `IPv6 ${unanswered} on this machine`);
  const six = createServer((_, response) => response.end("over IPv6"));
  open.push(six);
  await new Promise<void>((resolve) => six.listen(0, "::1", resolve));
  const { port } = six.address() as AddressInfo;
  const proxy = await proxyWith(
    [
      { host: "::1", port },
      { host: "::1", port: 1 },
    ],
    {},
  );
  expect((await ask(proxy.port, `http://[0:0::1]:${port}/`)).body).toBe("over IPv6");
  expect(await tunnelled(proxy.port, `[0:0::1]:${port + 1}`)).toContain("403");
  expect(await tunnelled(proxy.port, "[::1]:1")).toMatch(/^HTTP\/1\.1 502 .*ECONNREFUSED/);
  expect(proxy.attempts.map(({ target, outcome }) => `${target} ${outcome}`)).toEqual([
    `[::1]:${port} allowed`,
    `[::1]:${port + 1} denied`,
    "[::1]:1 failed",
  ]);
});

test("a connection that stands may be silent for longer than one may take to stand", async () => {
  const silentMs = 600;
  const upstream = await listening(
    createServer((_, response) => void setTimeout(() => response.end("at last"), silentMs)),
  );
  const place = { host: "127.0.0.1", port: upstream };
  const proxy = await proxyWith([place], {}, silentMs / 4);
  expect((await ask(proxy.port, `http://127.0.0.1:${upstream}/`)).body).toBe("at last");
  const socket = connect({ port: proxy.port, host: "127.0.0.1" });
  const request = "GET / HTTP/1.0\r\nHost: x\r\n\r\n";
  socket.write(`CONNECT 127.0.0.1:${upstream} HTTP/1.1\r\nHost: x\r\n\r\n${request}`);
  expect(await text(socket)).toMatch(/at last$/);
});

test("a way that does not come to stand is given up", async () => {
  const silent = await listening(createTcpServer((socket) => void socket.resume()));
  const rule = [{ host: "api.example.com", port: null }];
  const proxy = await proxyWith(rule, { HTTPS_PROXY: `http://127.0.0.1:${silent}` }, 100);
  expect(await tunnelled(proxy.port, "api.example.com:443")).toContain(
    `502 Bad Gateway api.example.com:443: through this host's proxy 127.0.0.1:${silent}: no answer within 0.1 s`,
  );
});

test("a proxy of this host that is not there, or of an unknown kind, is named as the cause", async () => {
  const gone = await listening(createTcpServer());
  open.pop()?.close();
  const rule = [{ host: "api.example.com", port: null }];
  const at = await proxyWith(rule, { HTTPS_PROXY: `http://u:hunter2@127.0.0.1:${gone}` });
  expect(await tunnelled(at.port, "api.example.com:443")).toMatch(/^HTTP\/1\.1 502 /);
  const socks = await proxyWith(rule, { HTTP_PROXY: "socks5://u:hunter2@127.0.0.1:1080" });
  expect((await ask(socks.port, "http://api.example.com/")).status).toBe(502);
  expect([...at.attempts, ...socks.attempts].map(({ reason }) => reason)).toEqual([
    `through this host's proxy 127.0.0.1:${gone}: connect ECONNREFUSED 127.0.0.1:${gone}`,
    "HTTP_PROXY of this host names no http:// or https:// proxy, and no other kind is spoken",
  ]);
});

test("what is not allowed, not there or no target is answered, with the reason", async () => {
  const gone = await listening(createTcpServer());
  open.pop()?.close();
  const proxy = await proxyTo(gone);
  expect(await tunnelled(proxy.port, "api.example.com:443")).toBe(
    "HTTP/1.1 403 Forbidden docker-mcp-manager: api.example.com:443 was not reached: it is not on the list of its egress",
  );
  expect(await tunnelled(proxy.port, `127.0.0.1:${gone}`)).toMatch(
    /^HTTP\/1\.1 502 .*ECONNREFUSED/,
  );
  expect(await tunnelled(proxy.port, "nowhere")).toMatch(/^HTTP\/1\.1 400 .*host:port/);
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
