import {
  type LoadedClient,
  type Position,
  refuseRelaxations,
  type ServerSpec,
} from "../config/index.ts";
import { isAtRest } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";
import { createAnswerBook } from "../scenario/index.ts";
import { createImageOnce } from "./image-once.ts";
import type { Needs } from "./needs.ts";
import { ManagedServer } from "./server/managed-server.ts";
import { serverType } from "./server/server-facts.ts";
import { createSharedParts } from "./server/shared-parts.ts";
import type { Origin, World } from "./world.ts";

/** A server to be declared. */
export interface Wanted {
  /** As the record and the API call it, and as labels do. */
  readonly name: string;
  readonly label: string;
  readonly spec: ServerSpec;
  readonly origin: Origin;
  /** null: made over the API. */
  readonly at: Position | null;
  /** What our side of the sessions declares and answers; default is nothing. */
  readonly client?: LoadedClient | undefined;
  /** What comes first; default is nothing. */
  readonly needs?: Needs;
}

/** The servers of a manager by name. */
export class ServerShelf {
  readonly #world: World;
  readonly #servers = new Map<string, ManagedServer>();

  constructor(world: World) {
    this.#world = world;
  }

  all(): readonly ManagedServer[] {
    return [...this.#servers.values()];
  }

  /** Throws SERVER_NAME_TAKEN while a server of that name is not at rest, RELAXATION_NOT_ALLOWED, PATH_NOT_ALLOWED. */
  declare({ name, label, spec, origin, at, client, needs }: Wanted): ManagedServer {
    const existing = this.#servers.get(name);
    if (existing !== undefined && !isAtRest(existing.state)) {
      throw new Fault(
        "SERVER_NAME_TAKEN",
        `A server named "${name}" is already ${existing.state}.`,
      );
    }
    const world = this.#world;
    refuseRelaxations(name, spec, origin, world.allow);
    const answers = createAnswerBook({
      rules: client?.answers ?? [],
      ...(client && { capabilities: client.capabilities }),
      show: (value) => world.redactor().redact(JSON.stringify(value) ?? ""),
    });
    const image = createImageOnce(spec, origin, world, origin.pins?.get(label));
    const shared = createSharedParts();
    const server = new ManagedServer(
      {
        name,
        label,
        spec,
        origin,
        answers,
        image,
        shared,
        isFresh: false,
        ...(needs && { needs }),
      },
      world,
    );
    this.#servers.set(name, server);
    world.record.server(name, {
      template: serverType(spec),
      transport: spec.transport,
      state: "declared",
      line: at?.line ?? null,
      column: at?.column ?? null,
    });
    return server;
  }

  /** Throws SERVER_NOT_FOUND naming those there are. */
  find(name: string): ManagedServer {
    const server = this.#servers.get(name);
    if (server === undefined) {
      const known = [...this.#servers.keys()].join(", ") || "none";
      throw new Fault("SERVER_NOT_FOUND", `There is no server "${name}"; there are: ${known}.`);
    }
    return server;
  }
}
