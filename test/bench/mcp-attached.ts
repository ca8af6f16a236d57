import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { systemClock } from "../../src/clock/index.ts";
import { readOwner, startContainer } from "../../src/controller/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { type ByteChannel, channelOf, connectStdio, type Session } from "../../src/mcp/index.ts";

/** The benchmarks run in their own folder, also when they are compiled to another. */
export const servers = resolve("../servers");

interface Started {
  readonly channel: ByteChannel;
  readonly end: () => Promise<void>;
}

/** The fixture server in a container as the product starts it, in a mode, its stdin and stdout attached. */
export async function startFaulty(...mode: readonly string[]): Promise<Started> {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  let listener: (chunk: Uint8Array) => void = () => undefined;
  const container = await startContainer(
    engine,
    {
      server: "bench",
      template: "image",
      image: "docker-mcp-manager/base-node:24",
      command: ["node", "/servers/faulty.mjs", ...mode],
      env: {},
      volumes: [{ kind: "host", hostPath: servers, containerPath: "/servers", readOnly: true }],
      egress: "none",
      limits: { cpus: 2, memoryBytes: 512 * 2 ** 20, pids: 64 },
      stop: { eofMs: 0, sigtermMs: 0 },
    },
    {
      runId: randomBytes(16).toString("hex"),
      owner: readOwner(process.pid),
      expiresAtMs: systemClock.nowMs() + 600_000,
    },
    { clock: systemClock, onStdout: (chunk) => listener(chunk), onStderr: () => undefined },
  );
  return {
    channel: {
      ...channelOf(container.attachment),
      onData: (next) => {
        listener = next;
      },
    },
    end: async () => {
      await container.stop();
      await container.remove();
      engine.close();
    },
  };
}

export interface Ours {
  readonly session: Session;
  /** Messages the tap has seen. */
  readonly tapped: () => number;
  readonly end: () => Promise<void>;
}

/** Our session with the fixture server, the tap listening and every check on. */
export async function openOurs(...mode: readonly string[]): Promise<Ours> {
  const { channel, end } = await startFaulty(...mode);
  let tapped = 0;
  const session = await connectStdio(
    channel,
    {
      server: "bench",
      protocol: "legacy",
      readyTimeoutMs: 60_000,
      maxMessageBytes: 64 * 2 ** 20,
      clientInfo: { name: "bench", version: "1" },
      explainEnd: () => Promise.resolve("ended"),
      tap: {
        message: () => {
          tapped += 1;
        },
        stray: () => undefined,
        finding: ({ message }) => process.stderr.write(`${message}\n`),
      },
    },
    systemClock,
  );
  return {
    session,
    tapped: () => tapped,
    end: async () => {
      await session.close();
      await end();
    },
  };
}
