import type { CreateServerRequest } from "../api/index.ts";
import { type Position, type ServerSpec, server as serverSchema } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import { ManagedServer } from "./managed-server.ts";
import { serverType } from "./server-facts.ts";
import type { Origin, World } from "./world.ts";

/** A server in one of these states has no container; its name may be taken over. */
const atRest = new Set(["declared", "stopped", "failed"]);

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

  /** Throws SERVER_NAME_TAKEN while a server of that name has a container. */
  declare(name: string, spec: ServerSpec, origin: Origin, at: Position | null): ManagedServer {
    const existing = this.#servers.get(name);
    if (existing !== undefined && !atRest.has(existing.state)) {
      throw new Fault(
        "SERVER_NAME_TAKEN",
        `A server named "${name}" is already ${existing.state}.`,
      );
    }
    const server = new ManagedServer(name, spec, this.#world, origin);
    this.#servers.set(name, server);
    this.#world.record.server(name, {
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

/** What `docker_create_server` asks for, as a server of a run file. Throws USAGE. */
export function specOf(request: CreateServerRequest): ServerSpec {
  const spec = serverSchema.safeParse({
    template: request.serverType,
    with: request.parameters,
    env: request.envVars,
    volumes: request.volumes.map((volume) => ({
      host_path: volume.hostPath,
      container_path: volume.containerPath,
      read_only: volume.readOnly,
    })),
  });
  if (!spec.success) {
    const problems = spec.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    const message = `Server "${request.serverName}" cannot be made: ${problems.join("; ")}`;
    throw new Fault("USAGE", message);
  }
  return spec.data;
}
