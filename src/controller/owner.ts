import { readFileSync, readlinkSync } from "node:fs";

/** What tells one process from every other that had or will have its pid. */
export interface OwnerParts {
  /** Of the machine's present boot. */
  readonly bootId: string;
  /** Inode of the pid namespace: the same pid means another process in another container. */
  readonly pidNamespace: number;
  readonly pid: number;
  /** Clock ticks from boot to the process's start. */
  readonly startTime: number;
}

const pattern = /^([0-9a-f-]{36})\.(\d+)\.(\d+)\.(\d+)$/;

export function ownerToken(parts: OwnerParts): string {
  return `${parts.bootId}.${parts.pidNamespace}.${parts.pid}.${parts.startTime}`;
}

export function isOwnerToken(text: string): boolean {
  return pattern.test(text);
}

/** The token of a running process of ours, from /proc; throws when there is no such process. */
export function readOwner(pid: number): string {
  const startTime = startTimeOf(pid);
  if (startTime === undefined) {
    throw new Error(`/proc/${pid}/stat cannot be read`);
  }
  return ownerToken({ bootId: bootId(), pidNamespace: pidNamespace(pid), pid, startTime });
}

/** Whether the very process that the token was made of still runs; false also when that cannot be known. */
export function isOwnerAlive(token: string): boolean {
  return ownerState(token) === "alive";
}

/** `unknown`: the owner is of another boot, machine or pid namespace, so nothing here tells whether it runs. */
export function ownerState(token: string): "alive" | "dead" | "unknown" {
  const parts = parse(token);
  if (!parts || parts.bootId !== bootId() || parts.pidNamespace !== pidNamespace("self")) {
    return "unknown";
  }
  const startTime = startTimeOf(parts.pid);
  if (startTime === undefined) {
    // /proc may hide other users' processes (hidepid); a signal's answer does not.
    return exists(parts.pid) ? "alive" : "dead";
  }
  return startTime === parts.startTime ? "alive" : "dead";
}

function parse(token: string): OwnerParts | undefined {
  const [, boot, namespace, pid, startTime] = pattern.exec(token) ?? [];
  return boot === undefined
    ? undefined
    : {
        bootId: boot,
        pidNamespace: Number(namespace),
        pid: Number(pid),
        startTime: Number(startTime),
      };
}

function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

function pidNamespace(pid: number | "self"): number {
  return Number(/\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/ns/pid`))?.[1]);
}

/** Field 22 of /proc/PID/stat; counted from behind the command's name, which may hold blanks and brackets. */
function startTimeOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended; only its parent does not know yet.
    return state === "Z" || state === "X" ? -1 : Number(fields[18]);
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
