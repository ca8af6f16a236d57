import type { Position, ServiceSpec } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import { createImageOnce } from "../image-once.ts";
import { mockImage } from "../mock/image.ts";
import type { Needs } from "../needs.ts";
import type { Origin, World } from "../world.ts";
import { asServer } from "./body.ts";
import { ManagedService } from "./managed-service.ts";

/** A service to be declared. */
export interface WantedService {
  readonly name: string;
  readonly spec: ServiceSpec;
  readonly origin: Origin;
  readonly at: Position;
  readonly needs: Needs;
}

/** The services of a manager by name. */
export class ServiceShelf {
  readonly #world: World;
  readonly #services = new Map<string, ManagedService>();

  constructor(world: World) {
    this.#world = world;
  }

  all(): readonly ManagedService[] {
    return [...this.#services.values()];
  }

  find(name: string): ManagedService | undefined {
    return this.#services.get(name);
  }

  /** Throws SERVER_NAME_TAKEN while a service of that name has a container. */
  declare(wanted: WantedService): ManagedService {
    const { name, spec, origin } = wanted;
    if (this.#services.get(name)?.hasContainer) {
      throw new Fault("SERVER_NAME_TAKEN", `A service named "${name}" is already running.`);
    }
    const world = this.#world;
    const image =
      spec.mock_http === undefined
        ? createImageOnce(asServer(spec), origin, world)
        : mockImage(spec.mock_http.port, world);
    const service = new ManagedService({ ...wanted, image }, world);
    this.#services.set(name, service);
    return service;
  }
}
