import type { ContainerCreateOptions } from "dockerode";
import type { ContainerSpec } from "./types.ts";

/** The record is taken from the attached stream; the engine's own log only has to stay small. */
const engineLog = { Type: "json-file", Config: { "max-size": "1m", "max-file": "2" } };

/** With what the engine's types do not have yet. */
type CreateBody = ContainerCreateOptions & {
  readonly HostConfig: { readonly CgroupnsMode: string };
};

/**
 * The body of the create call: everything a server may not do is decided here.
 *
 * Without a network there are two forms. With a hosts file: NetworkDisabled, which starts in 85 ms where an engine
 * before 28 takes 200 for `none`, but leaves /etc/hosts empty, so the file is mounted there. Without one: NetworkMode
 * `none`, where the engine writes the hosts file itself. In both, only the loopback interface exists.
 */
export function createBody(spec: ContainerSpec): CreateBody {
  const disabled = spec.network === null && spec.hostsFile !== undefined;
  const mounts = spec.mounts.map((mount) => ({
    Type: mount.kind,
    Source: mount.source,
    Target: mount.target,
    ReadOnly: mount.readOnly,
  }));
  if (disabled && spec.hostsFile !== undefined) {
    mounts.push({ Type: "bind", Source: spec.hostsFile, Target: "/etc/hosts", ReadOnly: true });
  }
  return {
    Image: spec.image,
    ...(spec.entrypoint === undefined ? {} : { Entrypoint: [...spec.entrypoint] }),
    ...(spec.command === undefined ? {} : { Cmd: [...spec.command] }),
    ...(spec.user === undefined ? {} : { User: spec.user }),
    ...(spec.workingDir === undefined ? {} : { WorkingDir: spec.workingDir }),
    Env: Object.entries(spec.env).map(([name, value]) => `${name}=${value}`),
    Labels: { ...spec.labels },
    Tty: false,
    OpenStdin: true,
    // Our end closing ends the server's stdin, also when it closes because we were killed.
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    // An image's own would run beside the server, and count as work of the server.
    Healthcheck: { Test: ["NONE"] },
    ...(disabled ? { NetworkDisabled: true } : {}),
    ...(spec.network === null || spec.aliases === undefined
      ? {}
      : {
          NetworkingConfig: {
            EndpointsConfig: { [spec.network]: { Aliases: [...spec.aliases] } },
          },
        }),
    HostConfig: {
      Init: true,
      AutoRemove: false,
      RestartPolicy: { Name: "no" },
      NetworkMode: spec.network ?? "none",
      // Engines before 26 may ask the host's resolver for a container of an internal network, too: a way out for what
      // can be put into a name (CVE-2024-29018). Nobody is at this address; engine 20.10 then answers nothing at all,
      // for which a program would wait 10 s.
      ...(spec.innerNamesOnly === true
        ? { Dns: ["127.0.0.1"], DnsOptions: ["timeout:1", "attempts:2"] }
        : {}),
      // On a machine with cgroup v1 the default is the host's.
      CgroupnsMode: "private",
      CapDrop: ["ALL"],
      ...(spec.capabilities?.length ? { CapAdd: [...spec.capabilities] } : {}),
      SecurityOpt: [
        ...(spec.newPrivileges ? [] : ["no-new-privileges:true"]),
        ...(spec.unconfined ? ["seccomp=unconfined"] : []),
      ],
      ...(spec.devices?.length
        ? {
            Devices: spec.devices.map((path) => ({
              PathOnHost: path,
              PathInContainer: path,
              CgroupPermissions: "rw",
            })),
          }
        : {}),
      ReadonlyRootfs: spec.readOnlyRootfs,
      Tmpfs: Object.fromEntries(
        Object.entries(spec.tmpfs).map(([path, size]) => [
          path,
          `rw,nosuid,nodev,noexec,size=${size},mode=1777`,
        ]),
      ),
      Mounts: mounts,
      PidsLimit: spec.pids,
      Memory: spec.memoryBytes,
      // Equal to Memory: no swap.
      MemorySwap: spec.memoryBytes,
      ...(spec.shmBytes === undefined ? {} : { ShmSize: spec.shmBytes }),
      ...(spec.ioWeight === undefined ? {} : { BlkioWeight: spec.ioWeight }),
      ...diskLimits(spec.disk),
      Ulimits: Object.entries(spec.ulimits ?? {}).map(([Name, limit]) => ({
        Name,
        Soft: limit,
        Hard: limit,
      })),
      NanoCpus: Math.round(spec.cpus * 1e9),
      LogConfig: engineLog,
    },
  };
}

function diskLimits(disk: ContainerSpec["disk"]): Readonly<Record<string, readonly object[]>> {
  const of = (name: string, rate: number | undefined) =>
    disk === undefined || rate === undefined ? {} : { [name]: [{ Path: disk.device, Rate: rate }] };
  return { ...of("BlkioDeviceReadBps", disk?.read), ...of("BlkioDeviceWriteBps", disk?.write) };
}
