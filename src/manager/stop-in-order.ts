import type { ManagedServer } from "./server/managed-server.ts";
import type { ManagedService } from "./service/managed-service.ts";

/** Something that runs, and what it needs while it does. */
export interface Standing {
  /** As others call it; several may be called the same. */
  readonly label: string;
  readonly needs: readonly string[];
  stop(): Promise<unknown>;
}

/**
 * Stops all of them at the same time, but none before those that need it have ended.
 *
 * One that does not end holds up only what it needs. Rejects with the first failure, when nothing is left to be tried.
 */
export async function stopInOrder(standing: readonly Standing[]): Promise<void> {
  const stopped = new Map<Standing, Promise<unknown>>();
  function stop(one: Standing): Promise<unknown> {
    const known = stopped.get(one);
    if (known !== undefined) {
      return known;
    }
    const dependants = standing.filter(({ needs }) => needs.includes(one.label));
    const work = Promise.allSettled(dependants.map(stop)).then(() => one.stop());
    stopped.set(one, work);
    return work;
  }
  const ends = await Promise.allSettled(standing.map(stop));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) {
    throw failed.reason;
  }
}

/** Servers and services, to be stopped; `judge`: whether a server rests when nothing is asked is looked at first. */
export function standingOf(
  servers: readonly ManagedServer[],
  services: readonly ManagedService[],
  judge?: AbortSignal,
): readonly Standing[] {
  return [
    ...servers.map((server) => ({
      label: server.declaration.label,
      needs: Object.keys(server.spec.depends_on),
      stop: () => server.stop(judge === undefined ? {} : { judge }),
    })),
    ...services.map((service) => ({
      label: service.name,
      needs: Object.keys(service.spec.depends_on),
      stop: () => service.stop(),
    })),
  ];
}
