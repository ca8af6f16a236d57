import { lookup } from "node:dns/promises";
import type { Duplex } from "node:stream";
import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { objectLabels } from "../labels.ts";
import type { Ownership } from "../types.ts";
import { createForwardProxy, type Member } from "./forward-proxy.ts";
import type { HostProxies } from "./outside/host-proxy.ts";
import { type Relay, startRelay } from "./relay/start-relay.ts";

/** What the networks of a manager need besides the engine. */
export interface NetworkDeps {
  /** Reference of an image with Node.js in it, on the engine; asked for when the first relay is started. */
  readonly relayImage: (onProgress?: (line: string) => void) => Promise<string>;
  /** By what this host itself reaches the outside. */
  readonly hostProxies: HostProxies;
}

/** Relays that are started though nobody asks for them: one that always ends is not to be started for ever. */
const mostReplaced = 5;

/**
 * A closed network of a run, with its relay and the proxy that is behind it.
 *
 * The network and the relay are made when they are first needed, and the relay anew when it has ended.
 */
export class NetworkGroup {
  /** What the network is called on the engine. */
  readonly name: string;
  readonly #engine: Engine;
  readonly #ownership: Ownership;
  readonly #deps: NetworkDeps;
  readonly #members = new Map<string, Member>();
  /** Container ids by address, as the engine last told. */
  #addresses: ReadonlyMap<string, string> = new Map();
  #network: Promise<string> | undefined;
  #relay: Promise<Relay> | undefined;
  #replaced = 0;
  #isOver = false;
  readonly #take: (stream: Duplex, from: string) => void;

  constructor(group: string, engine: Engine, ownership: Ownership, deps: NetworkDeps) {
    this.name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}-group-${group}`;
    this.#engine = engine;
    this.#ownership = ownership;
    this.#deps = deps;
    this.#take = createForwardProxy({
      identify: (address) => this.#identify(address),
      resolve: (host) => lookup(host, { all: true }),
      hostProxies: deps.hostProxies,
    });
  }

  /** Resolves when members can be attached, reached and heard. Rejects as the engine does; the next call tries again. */
  async ready(): Promise<void> {
    await this.#standing();
  }

  /** A connection to a member, over a new relay when the last one has ended. Rejects when there is no member any more. */
  async dial(host: string, port: number): Promise<Duplex> {
    if (this.#members.size === 0) {
      throw Object.assign(new Error("nobody is left in the network"), { code: "EHOSTUNREACH" });
    }
    return (await this.#standing()).connect(host, port);
  }

  /** No relay is started any more; resolves when nothing is being made. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.allSettled([this.#network, this.#relay]);
  }

  /** A container that will be on the network: its connections to outside are its server's. */
  join(containerId: string, member: Member): void {
    this.#members.set(containerId, member);
  }

  leave(containerId: string): void {
    this.#members.delete(containerId);
    this.forgetAddresses();
  }

  /** Addresses were given anew. */
  forgetAddresses(): void {
    this.#addresses = new Map();
  }

  #standing(): Promise<Relay> {
    if (this.#relay === undefined) {
      const relay = this.#start();
      this.#relay = relay;
      const gone = (): void => {
        if (this.#relay === relay) {
          this.#relay = undefined;
        }
      };
      relay.then(async (up) => {
        await up.ended;
        gone();
        await this.#replace(up);
      }, gone);
    }
    return this.#relay;
  }

  /** Whoever only reaches out through it would never ask for a new one. */
  async #replace(ended: Relay): Promise<void> {
    if (this.#isOver || this.#members.size === 0) {
      return;
    }
    const why = await ended.whyEnded();
    const left = await this.#engine.networkMembers(this.name).catch(() => new Map());
    // Where its members went with it, everything is being removed, and nothing may be made any more.
    if (why instanceof Fault && [...this.#members.keys()].some((id) => left.has(id))) {
      const then = await this.#again();
      const what = `${why.message.replace(/\.$/, "")}; connections through it were cut, and ${then}`;
      for (const member of this.#members.values()) {
        member.onRelayEnd(what);
      }
    }
  }

  async #again(): Promise<string> {
    this.#replaced += 1;
    if (this.#replaced > mostReplaced) {
      return `after ${mostReplaced} new ones it is only started again when a server is called`;
    }
    try {
      await this.#standing();
      return "a new one has taken its place";
    } catch (error) {
      return `a new one does not start: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async #start(): Promise<Relay> {
    if (this.#isOver) {
      throw new Fault("RELAY_LOST", `The network ${this.name} is being removed.`);
    }
    const [image] = await Promise.all([this.#deps.relayImage(), this.#made()]);
    return startRelay(this.#engine, {
      name: `${this.name}-relay-${crypto.randomUUID().slice(0, 8)}`,
      network: this.name,
      image,
      labels: objectLabels(this.#ownership, "relay"),
      onConnection: this.#take,
    });
  }

  #made(): Promise<string> {
    this.#network ??= this.#engine
      .createNetwork(this.name, objectLabels(this.#ownership, "network"), {
        internal: true,
        closed: true,
      })
      .catch((error: unknown) => {
        this.#network = undefined;
        throw error;
      });
    return this.#network;
  }

  async #identify(address: string): Promise<Member | undefined> {
    const known = this.#members.get(this.#addresses.get(address) ?? "");
    if (known !== undefined) {
      return known;
    }
    const members = await this.#engine.networkMembers(this.name);
    this.#addresses = new Map([...members].map(([id, at]) => [at, id]));
    return this.#members.get(this.#addresses.get(address) ?? "");
  }
}
