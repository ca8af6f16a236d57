import type { Attachment, ExitInfo } from "../engine/index.ts";

/** What one container is started from; made by the registry and the run file together. */
export interface ContainerPlan {
  readonly server: string;
  readonly template: string;
  /** Image id or reference, present on the engine. */
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly {
    /** Absolute, already resolved and checked. */
    readonly hostPath: string;
    readonly containerPath: string;
    readonly readOnly: boolean;
  }[];
  readonly egress: "none" | "full";
  readonly limits: { readonly cpus: number; readonly memoryBytes: number; readonly pids: number };
  readonly stop: { readonly eofMs: number; readonly sigtermMs: number };
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
}

/** A started container. Output listeners were attached before start: nothing is missed. */
export interface RunningContainer {
  readonly id: string;
  readonly attachment: Attachment;
  readonly createMs: number;
  readonly startMs: number;
  readonly isolation: Readonly<Record<string, unknown>>;
  readonly exited: Promise<ExitInfo>;
  /** Close stdin → wait → SIGTERM → wait → SIGKILL; resolves when output has ended too. Safe to call twice. */
  stop(): Promise<StopReport>;
  remove(): Promise<void>;
}
