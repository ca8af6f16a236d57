import type { Duplex } from "node:stream";
import { within } from "../../../clock/index.ts";
import type { Engine } from "../../../engine/index.ts";
import { Fault } from "../../../fault/index.ts";
import { relayProgram } from "./program.ts";
import { createRelayStreams, type RelayStreams } from "./streams.ts";

export interface RelayOptions {
  readonly name: string;
  /** Of the network that it is on, and the only one. */
  readonly network: string;
  /** An image with Node.js in it. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly onConnection: (stream: Duplex, from: string) => void;
}

/** A running relay; `ended` resolves when it is one no more. */
export type Relay = RelayStreams & { readonly ended: Promise<void> };

/** Where members find the proxy. No server can be called so: a server's name has no dot. */
export const relayAlias = "relay.internal";
export const proxyPort = 3128;

const readyMs = 20_000;
const shownStderr = 2_000;

/** Starts the relay of a network, hardened as servers are. What was made is removed when it does not come up. */
export async function startRelay(engine: Engine, options: RelayOptions): Promise<Relay> {
  const id = await engine.createContainer({
    name: options.name,
    image: options.image,
    entrypoint: ["node", "-e", relayProgram(proxyPort)],
    command: [],
    env: { HOME: "/tmp" },
    labels: options.labels,
    user: "65532:65532",
    mounts: [],
    tmpfs: {},
    network: options.network,
    aliases: [relayAlias],
    innerNamesOnly: true,
    cpus: 1,
    memoryBytes: 128 * 2 ** 20,
    pids: 32,
    readOnlyRootfs: true,
  });
  try {
    const attachment = await engine.attach(id);
    let stderr = "";
    const streams = createRelayStreams(attachment, options.onConnection);
    attachment.onStderr((chunk) => {
      stderr = `${stderr}${Buffer.from(chunk).toString()}`.slice(-shownStderr);
    });
    await engine.start(id);
    await within(
      streams.ready,
      readyMs,
      () => new Error(`did not listen within ${readyMs} ms`),
    ).catch((error: Error) => {
      throw new Fault(
        "ENGINE_ERROR",
        `Start the relay of network ${options.network}: it ${error.message}${stderr === "" ? "" : `; its stderr: ${stderr.trim()}`}`,
      );
    });
    return { ...streams, ended: attachment.ended };
  } catch (error) {
    await engine.remove(id).catch(() => undefined);
    throw error;
  }
}
