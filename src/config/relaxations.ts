import { resolve } from "node:path";
import { Fault } from "../fault/index.ts";
import { canBeHad, type HardeningSpec } from "./hardening.ts";
import { contains, staysInside } from "./paths.ts";

/** Something a server asks for that a run file alone may not give. */
export interface Relaxation {
  /** Name to list in `allow`. */
  readonly name: string;
  /** Where it is asked for, from the server's entry. */
  readonly path: readonly (string | number)[];
  /** Continues "the server … ". */
  readonly what: string;
}

interface Asking {
  readonly hardening: HardeningSpec;
  readonly volumes: readonly { readonly host_path?: string | undefined }[];
}

/** Names without a part of their own. */
const plainNames = ["root", "writable-rootfs", "new-privileges", "unconfined-seccomp"] as const;
const kinds = ["capability", "device", "host-path"] as const;

const hostPathPrefix = "host-path:";

/** Whoever writes here, or reads there, is the host: no leave makes these possible. */
const never: readonly string[] = [
  "/proc",
  "/sys",
  "/dev",
  "/boot",
  "/run",
  "/var/run",
  "/var/lib/docker",
  "/var/lib/containerd",
  "/var/lib/containers",
  "/etc",
  "/root/.ssh",
];

/** What is wrong with a name in `allow`; undefined when nothing is. */
export function allowProblem(name: string): string | undefined {
  if (plainNames.some((plain) => plain === name)) {
    return undefined;
  }
  const [kind, ...rest] = name.split(":");
  const value = rest.join(":");
  if (!kinds.some((known) => known === kind) || value === "") {
    const known = [...plainNames, "capability:NAME", "device:/dev/NAME", "host-path:/PATH"];
    return `is nothing that can be allowed; there are: ${known.join(", ")}`;
  }
  if (kind === "host-path") {
    return resolve("/", value) === value ? hostPathProblem(value) : "needs an absolute, plain path";
  }
  const possible = kind === "device" ? canBeHad.device(value) : canBeHad.capability(value);
  return possible ? undefined : "cannot be had at all";
}

/** Why a folder of the host cannot be had at all; undefined when it can. */
export function hostPathProblem(path: string): string | undefined {
  const gives = never.find((folder) => contains(folder, path) || contains(path, folder));
  if (gives === undefined) {
    return undefined;
  }
  const where =
    gives === path ? "" : ` ${contains(path, gives) ? "holds" : "lies in"} ${gives}, which`;
  return `cannot be had: ${JSON.stringify(path)}${where} gives the host away`;
}

/** What a server asks for beyond the default, in the order of its entry. */
export function relaxationsOf(
  { hardening, volumes }: Asking,
  { workspace, folder }: { readonly workspace: string; readonly folder: string },
): readonly Relaxation[] {
  const at = (...path: (string | number)[]) => ["hardening", ...path];
  const asked: readonly (Relaxation | false)[] = [
    isRoot(hardening.user) && { name: "root", path: at("user"), what: "asks to run as root" },
    !hardening.read_only_rootfs && {
      name: "writable-rootfs",
      path: at("read_only_rootfs"),
      what: "asks for a writable root file system",
    },
    hardening.new_privileges && {
      name: "new-privileges",
      path: at("new_privileges"),
      what: "asks to be let gain rights",
    },
    hardening.seccomp === "unconfined" && {
      name: "unconfined-seccomp",
      path: at("seccomp"),
      what: "asks for all system calls",
    },
  ];
  return [
    ...asked.filter((relaxation) => relaxation !== false),
    ...hardening.capabilities.map((name, nth) => ({
      name: `capability:${name}`,
      path: at("capabilities", nth),
      what: `asks for the capability ${name}`,
    })),
    ...hardening.devices.map((device, nth) => ({
      name: `device:${device}`,
      path: at("devices", nth),
      what: `asks for the device ${device}`,
    })),
    ...volumes.flatMap(({ host_path: path }, nth) =>
      path === undefined || staysInside(workspace, folder, path)
        ? []
        : [
            {
              name: `${hostPathPrefix}${resolve(folder, path)}`,
              path: ["volumes", nth, "host_path"],
              what: `asks for a path outside the workspace, ${JSON.stringify(path)}`,
            },
          ],
    ),
  ];
}

/** Whether `allow` has the relaxation; a folder of the host lets all in it be used. */
export function isAllowed({ name }: Pick<Relaxation, "name">, allow: readonly string[]): boolean {
  return (
    allow.includes(name) ||
    (name.startsWith(hostPathPrefix) &&
      allowedFolders(allow).some((folder) => contains(folder, name.slice(hostPathPrefix.length))))
  );
}

/** The folders of the host that `allow` names. */
export function allowedFolders(allow: readonly string[]): readonly string[] {
  return allow
    .filter((name) => name.startsWith(hostPathPrefix))
    .map((name) => name.slice(hostPathPrefix.length))
    .filter((folder) => hostPathProblem(folder) === undefined);
}

/** What to write where, for a relaxation to be let. */
export function allowHint(name: string): string {
  return `Whoever starts the run may let it: add the line ${name} to \`allow:\` of the workflow's step, or --allow ${name} to the command.`;
}

/**
 * Throws RELAXATION_NOT_ALLOWED for the first thing the server asks for without leave, PATH_NOT_ALLOWED for a folder of
 * the host that no leave gives.
 */
export function refuseRelaxations(
  server: string,
  spec: Asking,
  place: { readonly workspace: string; readonly folder: string },
  allow: readonly string[],
): void {
  const asked = relaxationsOf(spec, place).find((relaxation) => !isAllowed(relaxation, allow));
  const impossible = spec.volumes.flatMap(({ host_path: path = "." }) =>
    staysInside(place.workspace, place.folder, path)
      ? []
      : (hostPathProblem(resolve(place.folder, path)) ?? []),
  )[0];
  if (impossible !== undefined) {
    const message = `A volume of the server ${JSON.stringify(server)} ${impossible}.`;
    throw new Fault("PATH_NOT_ALLOWED", message);
  }
  if (asked !== undefined) {
    const message = `The server ${JSON.stringify(server)} ${asked.what}, which nobody allowed.`;
    throw new Fault("RELAXATION_NOT_ALLOWED", message, { hint: allowHint(asked.name) });
  }
}

/** Every way to write root: its name, or the number with any number of zeros. */
function isRoot(user: string | undefined): boolean {
  return user !== undefined && /^(?:root|0+)(?::|$)/.test(user);
}
