import type { Duplex } from "node:stream";
import { within } from "../../../clock/index.ts";
import type { Engine } from "../../../engine/index.ts";
import { Fault } from "../../../fault/index.ts";
import { relayProgram } from "./program.ts";
import { createRelayStreams, type RelayStreams, relayEnded } from "./streams.ts";

export interface RelayOptions {
  readonly name: string;
  /** Of the network that it is on, and the only one. */
  readonly network: string;
  /** An image with Node.js in it. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly onConnection: (stream: Duplex, from: string) => void;
}

/** A running relay. */
export interface Relay extends RelayStreams {
  /** Resolves when it is one no more. */
  readonly ended: Promise<void>;
  /** What an ended one ended of: RELAY_LOST, or where the engine went with it only that the connections are gone. */
  readonly whyEnded: () => Promise<Error>;
}

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
  let why: Promise<Error> | undefined;
  try {
    const attachment = await engine.attach(id);
    let stderr = "";
    const whyEnded = (): Promise<Error> => {
      why ??= causeOf(engine, id, options.network);
      return why;
    };
    const streams = createRelayStreams(attachment, options.onConnection, whyEnded);
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
    return { ...streams, ended: attachment.ended, whyEnded };
  } catch (error) {
    await engine.remove(id).catch(() => undefined);
    throw error;
  }
}

async function causeOf(engine: Engine, id: string, network: string): Promise<Error> {
  try {
    const state = await engine.inspect(id);
    const how =
      state === undefined
        ? "was removed from outside"
        : state.running
          ? "lost its connection to the manager"
          : state.oomKilled
            ? "was killed for memory"
            : `ended with exit code ${state.exitCode}`;
    return new Fault("RELAY_LOST", `The relay of network ${network} ${how}.`);
  } catch {
    // The engine itself is gone, which is told by what it ran.
    return relayEnded();
  }
}
