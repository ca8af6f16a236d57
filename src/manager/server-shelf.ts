import type { CreateServerRequest } from "../api/index.ts";
import {
  type LoadedClient,
  type Position,
  type ServerSpec,
  server as serverSchema,
  underPlain,
} from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import type { TemplateShelf } from "../registry/index.ts";
import { createAnswerBook } from "../scenario/index.ts";
import { createImageOnce } from "./image-once.ts";
import { ManagedServer } from "./managed-server.ts";
import { serverType } from "./server-facts.ts";
import { createSharedParts } from "./shared-parts.ts";
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
}

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
  declare({ name, label, spec, origin, at, client }: Wanted): ManagedServer {
    const existing = this.#servers.get(name);
    if (existing !== undefined && !atRest.has(existing.state)) {
      throw new Fault(
        "SERVER_NAME_TAKEN",
        `A server named "${name}" is already ${existing.state}.`,
      );
    }
    const world = this.#world;
    const answers = createAnswerBook({
      rules: client?.answers ?? [],
      ...(client && { capabilities: client.capabilities }),
      show: (value) => world.redactor().redact(JSON.stringify(value) ?? ""),
    });
    const image = createImageOnce(spec, origin, world, origin.pins?.get(label));
    const shared = createSharedParts();
    const server = new ManagedServer(
      { name, label, spec, origin, answers, image, shared, isFresh: false },
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

/** What `docker_create_server` asks for, as a server of a run file. Rejects USAGE, TEMPLATE_NOT_FOUND, TEMPLATE_INVALID. */
export async function specOf(
  request: Omit<CreateServerRequest, "serverName">,
  templates: TemplateShelf,
): Promise<ServerSpec> {
  // What is wrong with the parameters is told when the server is started.
  const applied = await templates.apply(request.serverType, request.parameters);
  const entry = {
    template: request.serverType,
    with: request.parameters,
    env: request.envVars,
    volumes: request.volumes.map((volume) => ({
      host_path: volume.hostPath,
      container_path: volume.containerPath,
      read_only: volume.readOnly,
    })),
  };
  const spec = serverSchema.safeParse(underPlain(entry, applied.server));
  if (!spec.success) {
    const problems = spec.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    const message = `No server of template "${request.serverType}" can be made of this: ${problems.join("; ")}`;
    throw new Fault("USAGE", message);
  }
  return spec.data;
}
