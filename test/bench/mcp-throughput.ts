// Calls a second through one way to a server in a container. Usage: mcp-throughput.ts attach|ours|sdk CALLS IN_FLIGHT
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { systemClock } from "../../src/clock/index.ts";
import { openOurs, servers, startFaulty } from "./mcp-attached.ts";

const [way = "", calls = "", inFlight = ""] = process.argv.slice(2);

interface Way {
  readonly echo: () => Promise<unknown>;
  readonly end: () => Promise<void>;
}

/** Our session, with its tap and its checks. */
async function ours(): Promise<Way> {
  const { session, end } = await openOurs("ok");
  return {
    echo: () =>
      session.request(
        "tools/call",
        { name: "echo", arguments: { message: "hello" } },
        { timeoutMs: 60_000 },
      ),
    end,
  };
}

/** The floor: lines over the attached stream, matched by id, and nothing else. */
async function attach(): Promise<Way> {
  const { channel, end } = await startFaulty("ok");
  const waiting = new Map<number, () => void>();
  let rest = "";
  const decoder = new TextDecoder();
  channel.onData((chunk) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      // What our own fixture answers.
      const { id } = JSON.parse(line) as { id: number };
      waiting.get(id)?.();
      waiting.delete(id);
    }
  });
  let lastId = 0;
  const request = (method: string, params: object) => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
    void channel.write(Buffer.from(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`));
    return answered;
  };
  await request("initialize", { protocolVersion: "2025-11-25", capabilities: {} });
  return {
    echo: () => request("tools/call", { name: "echo", arguments: { message: "hello" } }),
    end,
  };
}

/** The named peer: the official SDK's client 1.x over the Docker CLI. */
async function sdk(): Promise<Way> {
  const name = `bench-${randomBytes(8).toString("hex")}`;
  const run = ["run", "-i", "--rm", "--init", "--network=none", `--name=${name}`];
  const mount = [`--volume=${servers}:/servers:ro`, "docker-mcp-manager/base-node:24"];
  const transport = new StdioClientTransport({
    command: "docker",
    args: [...run, ...mount, "node", "/servers/faulty.mjs", "ok"],
  });
  const client = new Client({ name: "peer", version: "1" });
  await client.connect(transport);
  return {
    echo: () => client.callTool({ name: "echo", arguments: { message: "hello" } }),
    end: async () => {
      await client.close();
      execFileSync("docker", ["rm", "--force", name], { stdio: "ignore" });
    },
  };
}

const ways: Readonly<Record<string, () => Promise<Way>>> = { attach, ours, sdk };
const opened = await ways[way]?.();
if (opened === undefined) {
  throw new Error(`no way ${way}; there are ${Object.keys(ways).join(", ")}`);
}
/** Until the compiler has seen the code on both sides. */
const warmUp = 1_000;
for (let call = 0; call < warmUp; call += 1) {
  await opened.echo();
}
const began = systemClock.monotonicMs();
let left = Number(calls);
async function worker(way: Way): Promise<void> {
  while (left > 0) {
    left -= 1;
    await way.echo();
  }
}
await Promise.all(Array.from({ length: Number(inFlight) }, () => worker(opened)));
const perSecond = Number(calls) / ((systemClock.monotonicMs() - began) / 1000);
await opened.end();
process.stdout.write(`${JSON.stringify({ perSecond })}\n`);
process.exit(0);
