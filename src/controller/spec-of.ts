import type { ContainerSpec, Mount } from "../engine/index.ts";
import { objectLabels } from "./labels.ts";
import { proxyEnvironment } from "./network/proxy-environment.ts";
import type { Reach } from "./network/reach.ts";
import type { ContainerPlan, Ownership } from "./types.ts";

/** What of a container is found out or made before it is created. */
interface Settled {
  readonly user: string;
  readonly reach: Reach;
  readonly mounts: readonly Mount[];
  /** Device that limits of the disk are for, where it is known. */
  readonly disk: string | undefined;
}

const tmpBytes = 64 * 2 ** 20;

/** What the plan of a server is as a container; everything that it does not relax is closed. */
export function specOf(
  plan: ContainerPlan,
  ownership: Ownership,
  { user, reach, mounts, disk }: Settled,
): ContainerSpec {
  const { ioRead, ioWrite, ...limits } = plan.limits;
  return {
    name: `docker-mcp-manager-${ownership.runId.slice(0, 12)}-${plan.server}-${crypto.randomUUID().slice(0, 8)}`,
    image: plan.image,
    ...(plan.entrypoint === undefined ? {} : { entrypoint: plan.entrypoint }),
    ...(plan.command === undefined ? {} : { command: plan.command }),
    env: { HOME: "/tmp", ...proxied(plan, reach), ...plan.env },
    // The image's own labels would be inherited; ours win, and a server's image cannot claim another run.
    labels: objectLabels(ownership, plan.role ?? "server", {
      server: plan.server,
      template: plan.template,
    }),
    user,
    mounts,
    tmpfs: {
      ...Object.fromEntries(["/tmp", ...(plan.writable ?? [])].map((path) => [path, tmpBytes])),
      ...memoryOf(plan),
    },
    network: reach.group?.name ?? reach.open ?? null,
    ...(reach.group && { aliases: [plan.server], innerNamesOnly: reach.open === undefined }),
    ...limits,
    ...(disk !== undefined &&
      (ioRead !== undefined || ioWrite !== undefined) && {
        disk: {
          device: disk,
          ...(ioRead !== undefined && { read: ioRead }),
          ...(ioWrite !== undefined && { write: ioWrite }),
        },
      }),
    readOnlyRootfs: plan.relaxed?.writableRootfs !== true,
    capabilities: plan.relaxed?.capabilities ?? [],
    devices: plan.relaxed?.devices ?? [],
    newPrivileges: plan.relaxed?.newPrivileges ?? false,
    unconfined: plan.relaxed?.unconfined ?? false,
  };
}

/** With the open network, nothing has to go through the proxy. */
function proxied({ peers = [] }: ContainerPlan, { group, open }: Reach): Record<string, string> {
  return group === undefined || open !== undefined ? {} : proxyEnvironment(peers);
}

function memoryOf({ volumes }: ContainerPlan): Readonly<Record<string, number>> {
  return Object.fromEntries(
    volumes.flatMap((volume) =>
      volume.kind === "memory" ? [[volume.containerPath, volume.bytes] as const] : [],
    ),
  );
}
