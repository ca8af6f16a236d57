import { lookup } from "node:dns/promises";
import type { Duplex } from "node:stream";
import type { Engine } from "../../engine/index.ts";
import { objectLabels } from "../labels.ts";
import type { Ownership } from "../types.ts";
import { createForwardProxy, type Member } from "./forward-proxy.ts";
import type { HostProxies } from "./outside/host-proxy.ts";
import { type Relay, startRelay } from "./relay/start-relay.ts";

/** What the networks of a manager need besides the engine. */
export interface NetworkDeps {
  /** Reference of an image with Node.js in it, on the engine; asked for when the first relay is started. */
  readonly relayImage: () => Promise<string>;
  /** By what this host itself reaches the outside. */
  readonly hostProxies: HostProxies;
}

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

  /** Resolves when nothing of it is being made. */
  async settled(): Promise<void> {
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
      relay.then(({ ended }) => ended.then(gone), gone);
    }
    return this.#relay;
  }

  async #start(): Promise<Relay> {
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
