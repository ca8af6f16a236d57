import type { Clock } from "../../src/clock/index.ts";
import type { Command } from "./command-parser.ts";
import type { Annotation } from "./job-log.ts";
import type { RunnerTimes } from "./step-process.ts";

/** A `uses:` step: a folder with an action.yml. */
export interface ActionStep {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly onStart?: (pid: number, phase: "main" | "post") => void;
}

/** A step written in the test itself. */
export interface TestStep {
  readonly run: (job: JobView) => Promise<void> | void;
}

/** What a step between main and post can see. */
export interface JobView {
  readonly runnerTemp: string;
  readonly workspace: string;
  readonly trackingId: string;
  readonly env: Readonly<Record<string, string>>;
  readonly phases: readonly PhaseResult[];
  /** State that the actions so far have saved, to be looked at or forged; one map per `uses:` step. */
  readonly states: readonly Map<string, string>[];
}

export interface JobRequest {
  readonly steps: readonly (ActionStep | TestStep)[];
  readonly workspace: string;
  /** Variables of every step, such as the Results service's. */
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly times?: Partial<RunnerTimes>;
  /** Cancels the job when aborted. */
  readonly cancel?: AbortSignal;
  /** Each masked line of the log as it comes. */
  readonly onLine?: (line: string) => void;
  /** Keeps RUNNER_TEMP after the job; it is removed otherwise. */
  readonly keepTemp?: boolean;
  readonly clock?: Clock;
}

export interface PhaseResult {
  readonly action: string;
  readonly phase: "main" | "post";
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outcome: "success" | "failure" | "cancelled";
  readonly durationMs: number;
  readonly firstLineMs: number | null;
  readonly heldStdio: boolean;
  readonly log: string;
  readonly rawLog: string;
  readonly annotations: readonly Annotation[];
  readonly droppedAnnotations: number;
  /** As kept by the runner: masked, and null when it was dropped for its size. */
  readonly summary: string | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly commands: readonly Command[];
  readonly commandsLeftStopped: boolean;
}

export interface JobResult {
  readonly outcome: "success" | "failure" | "cancelled";
  readonly phases: readonly PhaseResult[];
  readonly main: PhaseResult | undefined;
  readonly post: PhaseResult | undefined;
  /** Masked. */
  readonly log: string;
  readonly rawLog: string;
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly masks: readonly string[];
  readonly commands: readonly Command[];
  /** What each `uses:` step had saved for its post. */
  readonly states: readonly ReadonlyMap<string, string>[];
  /** Processes that the runner had to kill at the end of the job. */
  readonly orphans: readonly number[];
  readonly runnerTemp: string;
}
