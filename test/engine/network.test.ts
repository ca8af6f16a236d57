import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { wordsFault } from "../../src/engine/engine-fault.ts";
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
async function greeter(network: string): Promise<string> {
  const script = 'require("net").createServer((s) => s.end("hello")).listen(3000, "0.0.0.0")';
  const id = await engine().createContainer(spec(["node", "-e", script], { network }));
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

test("F24 an engine without an address range left says so, and what to do", () => {
  for (const words of [
    "could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network",
    "all predefined address pools have been fully subnetted",
  ]) {
    expect(wordsFault(words, "create network x")).toMatchObject({
      code: "ENGINE_NETWORKS_FULL",
      message: expect.stringContaining(words),
      hint: expect.stringContaining("docker network prune"),
    });
  }
});

test("the members of a network are known by their addresses", async () => {
  const name = `test-${randomBytes(8).toString("hex")}`;
  networks.push(await engine().createNetwork(name, {}, { internal: true, closed: true }));
  const id = await greeter(name);
  const members = await engine().networkMembers(name);
  expect([...members.keys()]).toEqual([id]);
  expect(members.get(id)).toBe(Object.values((await engine().inspect(id))?.addresses ?? {})[0]);
  await engine().remove(id);
});
