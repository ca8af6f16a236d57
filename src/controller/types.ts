import type { Duplex } from "node:stream";
import type { Attachment, ExitInfo } from "../engine/index.ts";
import type { ContainerNews } from "./container-news.ts";
import type { Egress } from "./network/egress.ts";

/** What one container is started from; made by the registry and the run file together. */
export interface ContainerPlan {
  readonly server: string;
  /** Default is server. */
  readonly role?: "server" | "service";
  readonly template: string;
  /** Image id or reference, present on the engine. */
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Name → content of files under `secretsFolder`; the values are in nothing the engine keeps. */
  readonly secretFiles?: Readonly<Record<string, string>>;
  readonly volumes: readonly PlannedVolume[];
  /** What is relaxed of its isolation, by leave of whoever started the run. */
  readonly relaxed?: Relaxed;
  /** Folders besides /tmp that are writable: in memory, empty at the start. */
  readonly writable?: readonly string[];
  readonly egress: Egress;
  /** Name of the group whose members find each other by name; without one a server that needs it is in `default`. */
  readonly group?: string;
  /** Names of that group, which are not reached through the proxy. */
  readonly peers?: readonly string[];
  readonly limits: {
    readonly cpus: number;
    readonly memoryBytes: number;
    readonly pids: number;
    readonly shmBytes?: number;
    readonly ulimits?: Readonly<Record<string, number>>;
    readonly ioWeight?: number;
    /** Bytes a second from and to the disk. */
    readonly ioRead?: number;
    readonly ioWrite?: number;
  };
  /** The port it listens on, when it speaks HTTP. */
  readonly http?: {
    readonly port: number;
    /** Port of 127.0.0.1 on the manager's machine that leads to it; 0 is a free one. */
    readonly publish?: number;
  };
  readonly stop: {
    /** 0 skips the rung. */
    readonly eofMs: number;
    readonly sigtermMs: number;
    /** Looks, once the server has ended at the end of its stdin, whether a process of it lives on. */
    readonly leftovers?: boolean;
  };
}

/** Files a container sees beside its image's. */
export type PlannedVolume =
  | {
      readonly kind: "host";
      /** Absolute, already resolved and checked. */
      readonly hostPath: string;
      readonly containerPath: string;
      readonly readOnly: boolean;
    }
  | {
      readonly kind: "run";
      /** Of the run: the same name is the same volume. */
      readonly name: string;
      /** Host folder, resolved and checked, whose files it has at first. */
      readonly seed?: string;
      readonly containerPath: string;
      readonly readOnly: boolean;
    }
  | { readonly kind: "memory"; readonly containerPath: string; readonly bytes: number };

/** What of a container's isolation is relaxed. */
export interface Relaxed {
  /** Numbers, or root. */
  readonly user?: string;
  readonly writableRootfs: boolean;
  readonly newPrivileges: boolean;
  readonly unconfined: boolean;
  readonly capabilities: readonly string[];
  readonly devices: readonly string[];
}

/** Who owns what we create: goes into the labels of the create call itself. */
export interface Ownership {
  /** 128 bits, hex. */
  readonly runId: string;
  /** Boot id, pid and start time of the manager, as one token. */
  readonly owner: string;
  readonly expiresAtMs: number;
}

export type Rung = "already-exited" | "eof" | "sigterm" | "sigkill";

export interface StopReport {
  /** The rung that ended it. */
  readonly rung: Rung;
  readonly durationMs: number;
  readonly exit: ExitInfo;
  /** Commands of processes that lived on when the server had ended; empty also where nobody looked. */
  readonly leftovers: readonly string[];
}

/** A started container. Output listeners were attached before start: nothing is missed. */
export interface RunningContainer {
  readonly id: string;
  readonly attachment: Attachment;
  readonly createMs: number;
  readonly startMs: number;
  readonly isolation: Readonly<Record<string, unknown>>;
  readonly exited: Promise<ExitInfo>;
  /** What the engine tells of it, where somebody follows its events. */
  readonly news?: ContainerNews;
  /** Whether it has a network besides loopback. */
  readonly hasNetwork: boolean;
  /** Where its HTTP port is reached now; undefined without one, and while it is cut off or not running. */
  address(): Promise<{ readonly host: string; readonly port: number } | undefined>;
  /** Port of 127.0.0.1 on this machine that leads to its HTTP port. */
  readonly publishedPort?: number;
  /** Connects to an address of its group's network, which only the relay there reaches. */
  readonly dial?: (host: string, port: number) => Promise<Duplex>;
  /** Cuts it off its networks and puts it back; its address may then be another. */
  disconnect(): Promise<void>;
  connect(): Promise<void>;
  /** Close stdin → wait → SIGTERM → wait → SIGKILL; resolves when output has ended too. Safe to call twice. */
  stop(): Promise<StopReport>;
  remove(): Promise<void>;
}
