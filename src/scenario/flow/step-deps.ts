import type { Clock } from "../../clock/index.ts";
import type { WireFinding } from "../../mcp/index.ts";
import type { SnapshotStore } from "../snapshot/store.ts";
import type { StepResult } from "../types.ts";
import type { ServerHandle } from "../verb/server-handle.ts";

/** What steps need from outside. */
export interface StepDeps {
  /** Throws when the server is not part of the run. */
  server(name: string): ServerHandle;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Removes secrets before any text is cut, so that no half of one stays; default keeps everything. */
  readonly redact?: (text: string) => string;
  /** Left out: a step with a snapshot is broken. */
  readonly snapshots?: SnapshotStore;
  /** Told what is worth knowing of a step that passed, such as that it did so only when tried again. */
  readonly onFinding?: (server: string, finding: WireFinding) => void;
}

/** What the run file says of a step, as every outcome of it repeats it. */
export type Declared = Pick<
  StepResult,
  "position" | "phase" | "rowLabel" | "server" | "verb" | "target" | "line" | "column"
>;
