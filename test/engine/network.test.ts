import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { type NetworkOptions } from "../../src/engine/index.ts";
import { spec, useEngine } from "./real-engine.ts";

const engine = useEngine();
const networks: string[] = [];
afterAll(async () => {
  for (const id of networks) {
    await engine().removeObject({ kind: "network", id });
  }
});

async function network(options: NetworkOptions): Promise<string> {
  const name = `test-${randomBytes(8).toString("hex")}`;
  const id = await engine().createNetwork(name, {}, options);
  networks.push(id);
  return id;
}

/** A container that greets whoever connects to its port 3000. */
async function greeter(networkId: string, publish?: number): Promise<string> {
  const script = 'require("net").createServer((s) => s.end("hello")).listen(3000, "0.0.0.0")';
  const id = await engine().createContainer(
    spec(["node", "-e", script], {
      network: networkId,
      ...(publish === undefined ? {} : { publish }),
    }),
  );
  await engine().start(id);
  return id;
}

function greeting(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on("error", () => undefined);
    socket.on("timeout", () => socket.destroy());
    socket.on("close", () => resolve(text));
  });
}

test("a container of an internal network is reached at its address, and its port is published nowhere", async () => {
  const id = await greeter(await network({ internal: true, isolated: true }));
  const state = await engine().inspect(id);
  const [address = ""] = Object.values(state?.addresses ?? {});
  expect(state?.published).toEqual({});
  await expect.poll(() => greeting(address, 3000), { timeout: 10_000 }).toBe("hello");
  await engine().remove(id);
});

test("a published port is free, of 127.0.0.1 alone, and leads to the container", async () => {
  const id = await greeter(await network({ internal: false, masquerade: false }), 3000);
  const port = (await engine().inspect(id))?.published["3000/tcp"] ?? 0;
  expect(port).toBeGreaterThan(1023);
  await expect.poll(() => greeting("127.0.0.1", port), { timeout: 10_000 }).toBe("hello");
  expect(await greeting("127.0.0.2", port)).toBe("");
  await engine().remove(id);
});

test("a container that is cut off its network is not reached, and is again once it is connected", async () => {
  const networkId = await network({ internal: true });
  const id = await greeter(networkId);
  const address = async () => Object.values((await engine().inspect(id))?.addresses ?? {})[0];
  const before = (await address()) ?? "";
  await expect.poll(() => greeting(before, 3000), { timeout: 10_000 }).toBe("hello");
  await engine().disconnectNetwork(networkId, id);
  expect(await address()).toBeUndefined();
  expect(await greeting(before, 3000)).toBe("");
  await engine().connectNetwork(networkId, id);
  const after = (await address()) ?? "";
  await expect.poll(() => greeting(after, 3000), { timeout: 10_000 }).toBe("hello");
  await engine().remove(id);
});
