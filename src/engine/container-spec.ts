export interface Mount {
  readonly kind: "bind" | "volume";
  /** Host path (must exist) or volume name. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

/** Everything a container is created with. Env goes in the body, never in the URL or argv. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly workingDir?: string;
  readonly mounts: readonly Mount[];
  /** Path → size in bytes; always nosuid, nodev, noexec, writable by every user. */
  readonly tmpfs: Readonly<Record<string, number>>;
  /** Network name; null: loopback only. */
  readonly network: string | null;
  /** Names by which the others of the network find it. */
  readonly aliases?: readonly string[];
  /** Resolves only names of its network: the engine asks nobody for others. */
  readonly innerNamesOnly?: boolean;
  /** File on the engine's host that becomes /etc/hosts when there is no network; halves the start before Engine 28. */
  readonly hostsFile?: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly pids: number;
  /** Size of /dev/shm; default is the engine's, 64 MiB. */
  readonly shmBytes?: number;
  /** By the kernel's names, such as nofile; hard and soft alike. */
  readonly ulimits?: Readonly<Record<string, number>>;
  /** Share of the disks, 10 to 1000. */
  readonly ioWeight?: number;
  /** What it may read from the device, and write to it, in bytes a second. */
  readonly disk?: { readonly device: string; readonly read?: number; readonly write?: number };
  readonly readOnlyRootfs: boolean;
  /** Kept of root's rights; all others are dropped. */
  readonly capabilities?: readonly string[];
  /** Devices of the engine's host. */
  readonly devices?: readonly string[];
  /** Whether a set-user-id program gains rights; default false. */
  readonly newPrivileges?: boolean;
  /** Whether all system calls are let through; default false. */
  readonly unconfined?: boolean;
}
