import type { Action, JsonRecord } from "./action.ts";
import type { Expectation } from "./predicate.ts";
import type { RunFile } from "./run-file.ts";
import type { Path, Position } from "./tree.ts";

export interface LoadedRunFile {
  readonly runFile: RunFile;
  /** With every `${…}` filled in; secret values may be in it. */
  readonly text: string;
  readonly scenarios: readonly LoadedScenario[];
  /** By the name of the server. */
  readonly clients: Readonly<Record<string, LoadedClient>>;
  /** Variables that the run file does not mention. */
  readonly unusedVariables: readonly string[];
  /** Where the value at `path` stands, or the nearest above it. */
  locate(path: Path): Position;
}

/** One scenario, or one row of it. */
export interface LoadedScenario {
  /** Unique; a row's label stands behind it in brackets. */
  readonly name: string;
  readonly at: Position;
  readonly tags: readonly string[];
  readonly only: boolean;
  /** fresh: its servers are started for it alone. */
  readonly isolation: "shared" | "fresh";
  readonly timeoutMs?: number;
  readonly trials?: Trials;
  /** Before the steps; when one does not pass, the scenario is broken. */
  readonly setup: readonly LoadedStep[];
  readonly steps: readonly LoadedStep[];
  /** Always done, whatever came before. */
  readonly teardown: readonly LoadedStep[];
  /** The row of the scenario's `for_each`. */
  readonly row?: JsonRecord;
}

/** One step, or one row of it. */
export interface LoadedStep {
  /** Its own name, or verb and target; a row's label stands behind it in brackets. */
  readonly name: string;
  /** The step's, the scenario's, or the only one. */
  readonly server: string;
  readonly at: Position;
  readonly action: Action;
  readonly expectations: readonly Expectation[];
  /** Name → JSONPath into the result. */
  readonly capture: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Added to `_meta` of the request. */
  readonly meta?: JsonRecord;
  /** HTTP headers of the request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cancelAfterMs?: number;
  /** Asks for progress notifications. */
  readonly progress: boolean;
  /** Whether rounds of input_required are answered from the scripted answers, or are the result. */
  readonly input: "auto" | "manual";
  readonly fault?: WireFault;
  /** Times it is done, one after the other; all must pass. */
  readonly repeat: number;
  /** How many at the same time. */
  readonly parallel: number;
  readonly retry?: Retry;
  readonly trials?: Trials;
  /** Answers to what the server asks during this step; they come before those of the server. */
  readonly answers: readonly AnswerRule[];
  /** The rows of `for_each`, the scenario's and above it the step's, as one. */
  readonly row?: JsonRecord;
  readonly rowLabel?: string;
}

/** What is done to the message on its way. */
export type WireFault =
  | { readonly kind: "drop_response" | "duplicate" }
  | { readonly kind: "delay"; readonly ms: number };

/** Tries until it passes, or until what stands in `until` holds; at most `times` in all. */
export interface Retry {
  readonly times: number;
  readonly delayMs: number;
  readonly until?: readonly Expectation[];
}

/** Does it `times` times; passed when at least this share, 0 to 1, passed. */
export interface Trials {
  readonly times: number;
  readonly passRate: number;
}

/** A scripted answer to what a server asks of its client. */
export interface AnswerRule {
  readonly method: "sampling/createMessage" | "elicitation/create" | "roots/list";
  /** Places are JSONPath into the params; all must hold. */
  readonly when: readonly Expectation[];
  readonly reply:
    | { readonly result: JsonRecord }
    | { readonly error: { readonly code: number; readonly message: string } }
    /** refuse: sampling is answered with an error, elicitation with decline. silence: never answered. */
    | "refuse"
    | "silence";
  /** Used at most so often; left out: always. */
  readonly times?: number;
  readonly at: Position;
}

/** What the client declares to a server, and its scripted answers; the first that fits is given. */
export interface LoadedClient {
  readonly capabilities: JsonRecord;
  readonly answers: readonly AnswerRule[];
}
