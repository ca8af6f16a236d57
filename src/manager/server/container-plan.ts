import {
  allowedFolders,
  type HostFolder,
  refuseRelaxations,
  resolveInside,
  type ServerSpec,
} from "../../config/index.ts";
import { type ContainerPlan, type PlannedVolume, secretsFolder } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { ResolvedServer } from "../../registry/index.ts";
import type { Origin, World } from "../world.ts";
import { endpointVariables, networkPlan } from "./network-plan.ts";

/**
 * What to create for a server: its image as resolved, its run-file settings, host paths checked.
 *
 * Made right before the container is, since what a host path leads to may change. Rejects RELAXATION_NOT_ALLOWED,
 * PATH_NOT_ALLOWED, and RUN_FILE_INVALID for a secret that is missing.
 */
export async function planContainer(
  server: string,
  spec: ServerSpec,
  resolved: ResolvedServer,
  origin: Origin,
  { allow, hostFolders }: Pick<World, "allow" | "hostFolders">,
): Promise<ContainerPlan> {
  refuseRelaxations(server, spec, origin, allow);
  const folders = allowedFolders(allow);
  const secrets = secretsOf(server, spec, origin);
  const inside = (path: string) => resolveInside(origin.workspace, origin.folder, path);
  const volumes = await Promise.all(
    spec.volumes.map(async (volume): Promise<PlannedVolume> => {
      const { container_path: containerPath, read_only: readOnly, seed } = volume;
      if (volume.tmpfs !== undefined) {
        return { kind: "memory", containerPath, bytes: volume.tmpfs };
      }
      if (volume.volume !== undefined) {
        const seeded = seed === undefined ? {} : { seed: await inside(seed) };
        return { kind: "run", name: volume.volume, containerPath, readOnly, ...seeded };
      }
      const path = volume.host_path ?? "";
      const hostPath = await resolveInside(origin.workspace, origin.folder, path, folders);
      return { kind: "host", hostPath, containerPath, readOnly };
    }),
  );
  hostFolders.claim(volumes.flatMap((volume) => hostFolderOf(server, volume)));
  return {
    server,
    template: resolved.template,
    image: resolved.imageId,
    ...(resolved.entrypoint && { entrypoint: resolved.entrypoint }),
    ...(resolved.command && { command: resolved.command }),
    env: { ...endpointVariables(server, spec, origin), ...resolved.env, ...secrets.env },
    secretFiles: secrets.files,
    volumes,
    writable: resolved.writable,
    relaxed: relaxedBy(spec.hardening),
    ...networkPlan(server, spec, origin),
    limits: limitsOf(spec.limits),
    ...(spec.transport !== "stdio" && spec.http ? { http: httpPlan(spec.http) } : {}),
    stop: {
      // Only over stdio does the end of stdin mean anything.
      eofMs: spec.transport === "stdio" ? spec.stop.eof : 0,
      sigtermMs: spec.stop.sigterm,
      leftovers: spec.checks.leftover_processes,
    },
  };
}

function hostFolderOf(server: string, volume: PlannedVolume): readonly HostFolder[] {
  if (volume.kind === "host") {
    return [{ server, path: volume.hostPath, writable: !volume.readOnly }];
  }
  const seed = volume.kind === "run" ? volume.seed : undefined;
  return seed === undefined ? [] : [{ server, path: seed, writable: false }];
}

function limitsOf(limits: ServerSpec["limits"]): ContainerPlan["limits"] {
  const {
    cpus,
    memory,
    pids,
    shm,
    core,
    open_files: files,
    file_size: size,
    io_weight: weight,
    io_read: ioRead,
    io_write: ioWrite,
  } = limits;
  return {
    cpus,
    memoryBytes: memory,
    pids,
    shmBytes: shm,
    ulimits: {
      core,
      ...(files === undefined ? {} : { nofile: files }),
      ...(size === undefined ? {} : { fsize: size }),
    },
    ...(weight === undefined ? {} : { ioWeight: weight }),
    ...(ioRead === undefined ? {} : { ioRead }),
    ...(ioWrite === undefined ? {} : { ioWrite }),
  };
}

function relaxedBy(hardening: ServerSpec["hardening"]): NonNullable<ContainerPlan["relaxed"]> {
  const { user, capabilities, devices } = hardening;
  return {
    ...(user === undefined ? {} : { user }),
    writableRootfs: !hardening.read_only_rootfs,
    newPrivileges: hardening.new_privileges,
    unconfined: hardening.seccomp === "unconfined",
    capabilities,
    devices,
  };
}

/** Those of its secrets that come as variables, and those that come as files, with the variables that say where. */
function secretsOf(
  server: string,
  spec: ServerSpec,
  origin: Origin,
): { readonly env: Record<string, string>; readonly files: Record<string, string> } {
  const secrets = spec.secrets.map((secret) =>
    typeof secret === "string" ? { name: secret, as: "env" } : secret,
  );
  const missing = secrets.filter(({ name }) => origin.secrets[name] === undefined);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(", ");
    throw new Fault(
      "RUN_FILE_INVALID",
      `Server "${server}" needs the secret${missing.length > 1 ? "s" : ""} ${names}, which the environment does not have.`,
      { hint: "Set them in the environment of the workflow step (`env:`) or of the command." },
    );
  }
  const valuesOf = (as: string) =>
    Object.fromEntries(
      secrets
        .filter((secret) => secret.as === as)
        .map(({ name }) => [name, origin.secrets[name] ?? ""]),
    );
  const files = valuesOf("file");
  const paths = Object.fromEntries(
    Object.keys(files).map((name) => [`${name}_FILE`, `${secretsFolder}/${name}`] as const),
  );
  return { env: { ...paths, ...valuesOf("env") }, files };
}

function httpPlan({
  port,
  publish,
}: NonNullable<ServerSpec["http"]>): NonNullable<ContainerPlan["http"]> {
  return publish === false ? { port } : { port, publish: publish === true ? 0 : publish };
}
