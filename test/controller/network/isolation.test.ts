import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type ContainerPlan, labelKeys } from "../../../src/controller/index.ts";
import { plan, type Started, useRuns } from "../real-run.ts";

const { engine, run, start, idsOf } = useRuns();
const port = 3000;

/** Answers at its port, and does on stdin's word: `connect host port`, `fetch url`, or `addresses`, of which families it has. */
const server = `
  const net = require("net");
  require("http").createServer((request, response) => response.end("hello from " + process.env.NAME)).listen(${port}, "0.0.0.0", () => console.log("ready"));
  const connect = (host, port) => new Promise((resolve) => {
    const socket = net.connect({ host, port: Number(port), timeout: 1500 });
    socket.on("error", (error) => resolve(error.code)).on("timeout", () => { socket.destroy(); resolve("silence"); }).on("connect", () => { socket.destroy(); resolve("reached"); });
  });
  const addresses = () => Object.values(require("os").networkInterfaces()).flat().filter(({ internal }) => !internal).map(({ family }) => family).join(" ");
  const get = (url) => fetch(url, { signal: AbortSignal.timeout(8000) }).then(async (response) => response.status + " " + (await response.text()).trim(), (error) => "failed: " + [error, error.cause, error.cause?.cause].map((each) => each?.message).join("; "));
  require("readline").createInterface({ input: process.stdin }).on("line", async (line) => {
    const [id, verb, ...rest] = line.split(" ");
    console.log(id + " " + (verb === "connect" ? await connect(...rest) : verb === "addresses" ? addresses() : await get(...rest)));
  });
`;

let asked = 0;

async function ask(container: Started, question: string): Promise<string> {
  asked += 1;
  const id = `q${asked}`;
  await container.attachment.write(Buffer.from(`${id} ${question}\n`));
  const answer = new RegExp(`^${id} (.*)$`, "m");
  await expect.poll(() => container.stdout(), { timeout: 20_000 }).toMatch(answer);
  return answer.exec(container.stdout())?.[1] ?? "";
}

async function startServer(name: string, changes: Partial<ContainerPlan>, ownership = run()) {
  const wanted = plan(["node", "-e", server], {
    server: name,
    env: { NAME: name },
    limits: { cpus: 1, memoryBytes: 256 * 2 ** 20, pids: 64 },
    ...changes,
  });
  const container = await start(wanted, ownership);
  await vi.waitFor(() => expect(container.stdout()).toContain("ready"), { timeout: 20_000 });
  return container;
}

/** One request over a connection that the group's relay makes. */
async function throughRelay(container: Started): Promise<string> {
  const address = await container.address();
  if (address === undefined || container.dial === undefined) {
    return "no address";
  }
  const stream = await container.dial(address.host, address.port);
  stream.end(`GET / HTTP/1.0\r\nHost: x\r\n\r\n`);
  return (await text(stream)).split("\r\n\r\n")[1] ?? "";
}

/** What listens on every address of the engine's host, as the services of a CI runner do. */
const onHost = createTcpServer((socket) => socket.destroy());
let hostPort = 0;
const hasIpv6 = hostAddresses("IPv6").length > 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => onHost.listen(0, hasIpv6 ? "::" : "0.0.0.0", resolve));
  hostPort = (onHost.address() as AddressInfo).port;
});
afterAll(() => void onHost.close());

function hostAddresses(of: "IPv4" | "IPv6" = "IPv4"): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).flatMap(({ family, address }) => (family === of ? [address] : [])),
  );
}

describe("a server that speaks HTTP", () => {
  let ownership: ReturnType<typeof run>;
  let one: Started;
  let other: Started;
  let stranger: Started;
  beforeAll(async () => {
    ownership = run();
    one = await startServer("one", { http: { port }, peers: ["other"] }, ownership);
    other = await startServer("other", { http: { port } }, ownership);
    stranger = await startServer("stranger", { http: { port }, group: "elsewhere" }, ownership);
  });

  test("is reached through the relay of its group, and publishes nothing", async () => {
    expect(await throughRelay(one)).toBe("hello from one");
    expect((await engine().inspect(one.id))?.published).toEqual({});
  });

  test("A36 is reached by the others of its group by its name, and by no other group", async () => {
    expect(await ask(one, `fetch http://other:${port}/`)).toBe("200 hello from other");
    expect(await ask(one, `connect stranger ${port}`)).not.toBe("reached");
    const { host = "" } = (await stranger.address()) ?? {};
    expect(host).not.toBe("");
    expect(await ask(one, `connect ${host} ${port}`)).not.toBe("reached");
  });

  test("A14 A36 reaches nothing of the engine's host, no metadata service and nothing outside", async () => {
    const gateway = ((await one.address())?.host ?? "").replace(/\d+$/, "1");
    const places = [gateway, ...hostAddresses().filter((each) => each !== "127.0.0.1")];
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      expect(await ask(one, `connect ${place} ${hostPort}`), place).not.toBe("reached");
    }
    expect(await ask(one, `connect 169.254.169.254 80`)).not.toBe("reached");
    expect(await ask(one, `connect 1.1.1.1 443`)).not.toBe("reached");
    expect(await ask(one, `connect host.docker.internal ${hostPort}`)).not.toBe("reached");
  });

  test("A14 A36 has no IPv6, by which the bridge's own address on the host would be reached", async () => {
    const bridges = hostAddresses("IPv6").filter((each) => each !== "::1");
    for (const place of bridges) {
      // The name of an interface belongs to a link-local address.
      const near = place.startsWith("fe80:") ? `${place}%eth0` : place;
      expect(await ask(one, `connect ${near} ${hostPort}`), place).not.toBe("reached");
    }
    expect(await ask(one, "addresses")).toBe("IPv4");
  });

  test("with no egress is refused by the proxy, and what it tried is told", async () => {
    expect(await ask(one, "fetch http://api.example.com/v1")).toMatch(/403/);
    expect(await ask(other, "fetch https://api.example.com/v1")).toMatch(/403/);
    const denied = { outcome: "denied", reason: "its egress is none" };
    expect(one.attempts).toEqual([{ target: "api.example.com:80", ...denied }]);
    expect(other.attempts).toEqual([{ target: "api.example.com:443", ...denied }]);
  });

  test("cut off its network has no address until it is put back, under its old name", async () => {
    await other.disconnect();
    expect(await other.address()).toBeUndefined();
    expect(await ask(one, `connect other ${port}`)).not.toBe("reached");
    await other.connect();
    await expect
      .poll(() => ask(one, `fetch http://other:${port}/`), { timeout: 20_000 })
      .toBe("200 hello from other");
    expect(await throughRelay(other)).toBe("hello from other");
  });
});

test("A36 A37 an allowed place is reached through the proxy, and no other port, name or private address", async () => {
  const upstream = createServer((request, response) => response.end(`upstream ${request.url}`));
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const { port: allowed } = upstream.address() as AddressInfo;
  try {
    const container = await startServer("reaching", {
      egress: [
        { host: "127.0.0.1", port: allowed },
        { host: "localhost", port: allowed },
        { host: "169.254.169.254", port: 80 },
        { host: "nowhere.invalid", port: 80 },
      ],
      // Else the names of this machine are not asked of the proxy.
      env: { NAME: "reaching", NO_PROXY: "", no_proxy: "" },
    });
    expect(await ask(container, `fetch http://127.0.0.1:${allowed}/x`)).toBe("200 upstream /x");
    expect(await ask(container, `fetch http://127.0.0.1:${hostPort}/x`)).toMatch(/403/);
    expect(await ask(container, `fetch http://localhost:${allowed}/x`)).toMatch(/403/);
    expect(await ask(container, "fetch http://169.254.169.254/latest")).toMatch(/403/);
    expect(await ask(container, "fetch http://nowhere.invalid/")).toMatch(/502/);
    expect(container.attempts.map(({ target, outcome }) => `${target} ${outcome}`)).toEqual([
      `127.0.0.1:${allowed} allowed`,
      `127.0.0.1:${hostPort} denied`,
      `localhost:${allowed} denied`,
      "169.254.169.254:80 denied",
      "nowhere.invalid:80 failed",
    ]);
    expect(container.attempts[2]?.reason).toContain("only when the address itself is written");
  } finally {
    upstream.close();
  }
});

test("A14 A36 a server over stdio has itself and nothing else", async () => {
  const alone = await startServer("alone", {});
  const places = [...hostAddresses(), ...hostAddresses("IPv6"), "169.254.169.254", "1.1.1.1"];
  for (const place of places) {
    expect(await ask(alone, `connect ${place} ${hostPort}`), place).not.toBe("reached");
  }
  expect(await ask(alone, `connect localhost ${port}`)).toBe("reached");
  expect(await ask(alone, "addresses")).toBe("");
});

test("A36 with egress full a server reaches what this machine reaches, and its group, but no other server over the open network", async () => {
  const ownership = run();
  const open = await startServer("open", { egress: "full", http: { port } }, ownership);
  await startServer("inner", { http: { port } }, ownership);
  const other = await startServer("other", { egress: "full" }, ownership);
  const [machine = ""] = hostAddresses().filter((each) => each !== "127.0.0.1");
  expect(await ask(open, `connect ${machine} ${hostPort}`)).toBe("reached");
  const addresses = Object.values((await engine().inspect(other.id))?.addresses ?? {});
  expect(addresses).toHaveLength(1);
  expect(await ask(open, `connect ${addresses[0]} ${port}`)).not.toBe("reached");
  expect(await ask(open, `fetch http://inner:${port}/`)).toBe("200 hello from inner");
  expect(await throughRelay(open)).toBe("hello from open");
  expect(open.attempts).toEqual([]);
});

test("F22 a published port leads to its server and nobody else's, and one that is taken is named with nothing created", async () => {
  const ownership = run();
  const http = { port, publish: 0 };
  const container = await startServer("published", { http }, ownership);
  const { publishedPort = 0 } = container;
  const asked = () => fetch(`http://127.0.0.1:${publishedPort}/`).then((answer) => answer.text());
  expect(await asked()).toBe("hello from published");
  // Loopback alone, whatever other addresses there are.
  for (const place of hostAddresses().filter((each) => each !== "127.0.0.1")) {
    await expect(fetch(`http://${place}:${publishedPort}/`), place).rejects.toThrow();
  }
  const before = await idsOf(ownership);
  const taken = { http: { port, publish: publishedPort } };
  await expect(startServer("second", taken, ownership)).rejects.toMatchObject({
    code: "HOST_PORT_UNAVAILABLE",
    message: `Publish server "second": port ${publishedPort} of 127.0.0.1 is in use by another process.`,
  });
  expect(await idsOf(ownership)).toEqual(before);
  await container.stop();
  await container.remove();
  await expect(asked()).rejects.toThrow();
  const next = await startServer("next", taken, ownership);
  expect(next.publishedPort).toBe(publishedPort);
  expect(await asked()).toBe("hello from next");
});

test("a relay that is killed: what was open fails of that, and a new one takes its place though nobody calls the server", async () => {
  const ownership = run();
  const container = await startServer("cut", { http: { port } }, ownership);
  const relays = async () =>
    (await engine().listLabelled([`${labelKeys.run}=${ownership.runId}`]))
      .filter(({ labels }) => labels[labelKeys.role] === "relay")
      .map(({ id }) => id);
  const { host = "" } = (await container.address()) ?? {};
  const open = await container.dial?.(host, port);
  open?.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await new Promise((resolve) => open?.once("data", resolve));
  const [first = ""] = await relays();
  const failed = new Promise((resolve) => open?.once("error", resolve));
  await engine().kill(first, "SIGKILL");
  expect(await failed).toMatchObject({
    code: "RELAY_LOST",
    message: expect.stringMatching(
      /^The relay of network \S+-group-default ended with exit code 137\.$/,
    ),
  });
  await expect.poll(() => container.relayEnds, { timeout: 20_000 }).toHaveLength(1);
  expect(container.relayEnds[0]).toMatch(
    /exit code 137; connections through it were cut, and a new one has taken its place$/,
  );
  expect(await ask(container, "fetch http://api.example.com/v1")).toMatch(/403/);
  expect(await throughRelay(container)).toBe("hello from cut");
});

test("a server without a network cannot be cut off, and has no address", async () => {
  const container = await start(plan(["sleep", "1000"]));
  expect(container.hasNetwork).toBe(false);
  expect(await container.address()).toBeUndefined();
  await expect(container.disconnect()).rejects.toMatchObject({
    code: "USAGE",
    message: expect.stringContaining("has no network"),
  });
});
