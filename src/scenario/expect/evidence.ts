import type { Reply } from "../../mcp/index.ts";

/** A notification or request of the server, as expectations see it. */
export interface Message {
  readonly method: string;
  readonly params: unknown;
}

/** What a step has to show: its answer, and what else happened until the answer was there. */
export interface Evidence {
  /** dropped: a fault of the step threw the answer away. */
  readonly answer: Answer;
  readonly durationMs: number;
  /** Of the answer on the wire. */
  readonly bytes: number;
  /** Of the HTTP answer. */
  readonly status?: number;
  /** Rounds of input that the server asked for. */
  readonly rounds?: number;
  /** From the beginning of the step to its answer. */
  notifications(): readonly Message[];
  requests(): readonly Message[];
  /** Each notifications/progress for the step's own request. */
  readonly progress: readonly Message[];
  /** Lines of stderr since the step began. */
  stderr(): string;
  /** Of the server's container, now. */
  memoryBytes(): Promise<number>;
}

export type Answer =
  | { readonly kind: "result"; readonly result: unknown }
  | { readonly kind: "error"; readonly error: Extract<Reply, { kind: "error" }>["error"] }
  | { readonly kind: "cancelled" | "dropped" };

/** The result or error, for captures and the record; undefined when there is neither. */
export function documentOf(answer: Answer): unknown {
  switch (answer.kind) {
    case "result":
      return answer.result;
    case "error":
      return answer.error;
    case "cancelled":
    case "dropped":
      return undefined;
    default:
      return answer satisfies never;
  }
}

/** Why an answer has no result, in words that follow the name of a place and "is". */
export function whyNoResult(answer: Exclude<Answer, { kind: "result" }>, said: string): string {
  switch (answer.kind) {
    case "error":
      return `no result but JSON-RPC error ${answer.error.code}: ${said}`;
    case "cancelled":
      return "no result: the request was cancelled";
    case "dropped":
      return "no result: the step's fault dropped the answer";
    default:
      return answer satisfies never;
  }
}
