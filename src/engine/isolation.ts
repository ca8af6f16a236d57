import type { ContainerInspectInfo } from "dockerode";

/** Namespaces that a container may share with the host, as the engine calls their settings. */
const namespaces = ["PidMode", "IpcMode", "UTSMode", "UsernsMode", "CgroupnsMode"] as const;

/** What the engine says it applied to a container. Nothing that tells of the host but names of devices. */
export function isolationOf({
  Config,
  HostConfig,
  Mounts,
}: Pick<ContainerInspectInfo, "Config" | "HostConfig" | "Mounts">): Readonly<
  Record<string, unknown>
> {
  const network = HostConfig.NetworkMode ?? "default";
  // The engine's types leave it open.
  const devices = (HostConfig.Devices ?? []) as readonly { readonly PathOnHost: string }[];
  const ulimits = (HostConfig.Ulimits ?? []) as readonly {
    readonly Name: string;
    readonly Hard: number;
  }[];
  const modes: Readonly<Record<string, unknown>> = { ...HostConfig };
  return {
    user: Config.User,
    ...capabilitiesOf(HostConfig),
    privileged: HostConfig.Privileged ?? false,
    readOnlyRootfs: HostConfig.ReadonlyRootfs ?? false,
    securityOpt: HostConfig.SecurityOpt ?? [],
    devices: devices.map(({ PathOnHost }) => PathOnHost),
    hostNamespaces: [
      ...(network === "host" ? ["network"] : []),
      ...namespaces
        .filter((key) => modes[key] === "host")
        .map((key) => key.replace("Mode", "").replace(/ns$/, "").toLowerCase()),
    ],
    mounts: (Mounts ?? []).map((mount) => ({
      kind: mount.Type ?? "bind",
      target: mount.Destination,
      readOnly: !mount.RW,
    })),
    network,
    memoryBytes: HostConfig.Memory ?? 0,
    swapBytes: swapOf(HostConfig),
    cpus: (HostConfig.NanoCpus ?? 0) / 1e9,
    pids: HostConfig.PidsLimit ?? 0,
    shmBytes: HostConfig.ShmSize ?? 0,
    ioWeight: HostConfig.BlkioWeight ?? 0,
    ioRead: rateOf(modes["BlkioDeviceReadBps"]),
    ioWrite: rateOf(modes["BlkioDeviceWriteBps"]),
    ulimits: Object.fromEntries(ulimits.map(({ Name, Hard }) => [Name, Hard])),
    init: HostConfig.Init ?? false,
  };
}

/** What a container of Podman has where nothing is said. */
const podmanSet = [
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** Docker repeats what was asked for; Podman says what that made of its own set. */
function capabilitiesOf({ CapDrop, CapAdd }: ContainerInspectInfo["HostConfig"]) {
  const [capDrop, capAdd] = [namesIn(CapDrop), namesIn(CapAdd)];
  return capDrop.length === 0 || capDrop.includes("ALL")
    ? { capDrop, capAdd }
    : { capDrop: ["ALL"], capAdd: [...podmanSet.filter((n) => !capDrop.includes(n)), ...capAdd] };
}

/** The engine's types leave it open. */
function namesIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map((name) => String(name).replace(/^CAP_/, "")) : [];
}

/** Swap beyond the memory; -1 is no limit, which is also what an engine says that cannot limit it. */
function swapOf({ Memory = 0, MemorySwap = 0 }: ContainerInspectInfo["HostConfig"]): number {
  if (MemorySwap < 0) {
    return -1;
  }
  // Nothing said means as much again.
  return MemorySwap === 0 ? Memory : MemorySwap - Memory;
}

/** Bytes a second; 0 is no limit. */
function rateOf(given: unknown): number {
  const [first] = (given ?? []) as readonly { readonly Rate: number }[];
  return first?.Rate ?? 0;
}
