import { bytes } from "../text/index.ts";

/** One line of a server's isolation, as the engine applied it. */
export interface HardeningFact {
  readonly what: string;
  readonly value: string;
  /** Weaker than what holds unless somebody asks for it. */
  readonly relaxed: boolean;
}

type Isolation = Readonly<Record<string, unknown>>;

/**
 * The isolation of a server in words, from what was read back from the engine; empty when nothing was.
 *
 * What the engine did not say is left out, never taken for good.
 */
export function hardeningOf(isolation: Isolation | null): readonly HardeningFact[] {
  return isolation === null ? [] : readers.flatMap((read) => read(isolation) ?? []);
}

type Reader = (isolation: Isolation) => HardeningFact | undefined;

const readers: readonly Reader[] = [
  ({ user }) => {
    const isRoot = user === "" || /^(?:root|0+)(?::|$)/.test(String(user));
    return typeof user === "string" ? fact("user", isRoot ? "root" : user, isRoot) : undefined;
  },
  ({ capDrop, capAdd, privileged }) => {
    const kept = (textsIn(capAdd) ?? []).map((name) => name.replace(/^CAP_/, ""));
    const dropped = textsIn(capDrop);
    if (privileged === true) {
      return fact("capabilities", "all, privileged", true);
    }
    if (dropped !== undefined && !dropped.includes("ALL")) {
      return fact("capabilities", "those of the engine", true);
    }
    return dropped && fact("capabilities", listed(kept), kept.length > 0);
  },
  ({ securityOpt }) => {
    const options = textsIn(securityOpt);
    const kept = options?.some((option) => /^no-new-privileges(?:[:=]true)?$/.test(option));
    return options && fact("new privileges", kept ? "never" : "by set-user-id programs", !kept);
  },
  ({ securityOpt }) => {
    const all = textsIn(securityOpt)?.some((option) => /^seccomp[:=]unconfined$/.test(option));
    return all === undefined
      ? undefined
      : fact("system calls", all ? "all" : "the engine's list", all);
  },
  ({ readOnlyRootfs }) =>
    typeof readOnlyRootfs === "boolean"
      ? fact("root file system", readOnlyRootfs ? "read-only" : "writable", !readOnlyRootfs)
      : undefined,
  ({ hostNamespaces }) => {
    const shared = textsIn(hostNamespaces);
    return shared && fact("host namespaces", listed(shared), shared.length > 0);
  },
  ({ devices }) => {
    const seen = textsIn(devices);
    return seen && fact("devices", listed(seen), seen.length > 0);
  },
  ({ mounts }) => {
    const host = bindsIn(mounts)?.filter(({ target }) => !isOurs(target));
    const shown = host?.map(
      ({ target, readOnly }) => `${target} ${readOnly ? "read-only" : "writable"}`,
    );
    return shown && fact("files of the host", listed(shown), false);
  },
  ({ mounts }) => {
    const files = bindsIn(mounts)?.filter(({ target }) => target.startsWith(secretsFolder)) ?? [];
    return files.length === 0
      ? undefined
      : fact("secrets as files", listed(files.map(({ target }) => target)), false);
  },
  ({ network }) => (network === "none" ? fact("network", "none", false) : undefined),
  ({ memoryBytes, swapBytes }) => memoryFact(numberIn(memoryBytes), numberIn(swapBytes)),
  ({ cpus }) => limit("cores", numberIn(cpus)),
  ({ pids }) => limit("processes", numberIn(pids)),
  ({ ioWeight, ioRead, ioWrite }) => {
    const shown = [
      ...rate("reads", numberIn(ioRead)),
      ...rate("writes", numberIn(ioWrite)),
      ...(numberIn(ioWeight) ? [`share ${numberIn(ioWeight)}`] : []),
    ];
    return shown.length === 0 ? undefined : fact("disk", shown.join(", "), false);
  },
  ({ notApplied }) => {
    const missing = textsIn(notApplied) ?? [];
    return missing.length === 0
      ? undefined
      : fact("limits that the engine did not apply", missing.map(limitName).join(", "), true);
  },
];

function fact(what: string, value: string, relaxed: boolean): HardeningFact {
  return { what, value, relaxed };
}

function limit(what: string, value: number | undefined): HardeningFact | undefined {
  return value === undefined
    ? undefined
    : fact(what, value > 0 ? String(value) : "no limit", value <= 0);
}

function rate(what: string, perSecond = 0): readonly string[] {
  return perSecond > 0 ? [`${what} ${bytes(perSecond)}/s`] : [];
}

function memoryFact(memory = -1, swap = 0): HardeningFact | undefined {
  if (memory < 0) {
    return undefined;
  }
  const beside = swap < 0 ? "swap without limit" : `swap ${bytes(swap)}`;
  const value = `${memory === 0 ? "no limit" : bytes(memory)}, ${swap === 0 ? "no swap" : beside}`;
  return fact("memory", value, memory === 0 || swap !== 0);
}

const limitNames: Readonly<Record<string, string>> = {
  cpus: "cores",
  memoryBytes: "memory",
  swapBytes: "swap",
  pids: "processes",
  ioWeight: "share of the disks",
  ioRead: "reads from the disk",
  ioWrite: "writes to the disk",
};

function limitName(name: string): string {
  return limitNames[name] ?? name;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === "string")
    ? value
    : undefined;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

interface Mounted {
  readonly kind: string;
  readonly target: string;
  readonly readOnly: boolean;
}

const secretsFolder = "/run/secrets/";

/** Made by us for this server: its hosts file and its secrets. */
function isOurs(target: string): boolean {
  return target === "/etc/hosts" || target.startsWith(secretsFolder);
}

function bindsIn(mounts: unknown): readonly Mounted[] | undefined {
  return Array.isArray(mounts)
    ? mounts.filter(isMount).filter(({ kind }) => kind === "bind")
    : undefined;
}

function isMount(value: unknown): value is Mounted {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    "target" in value &&
    typeof value.target === "string"
  );
}
