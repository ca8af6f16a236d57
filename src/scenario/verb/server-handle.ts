import type { Fault } from "../../fault/index.ts";
import type { Session } from "../../mcp/index.ts";
import type { AnswerBook } from "../answer/answer-book.ts";
import type { ServerAction } from "./server-action.ts";

/** One server as steps see it. */
export interface ServerHandle {
  /** Of now: after a restart another one. Rejects with the Fault that says why there is none. */
  session(): Session | Promise<Session>;
  /** Acts on the container. The result is what the places look into, for exec `{exit_code, stdout, stderr}`. */
  verb(
    action: ServerAction,
    options: { readonly timeoutMs: number; readonly signal: AbortSignal },
  ): Promise<unknown>;
  /** A mark in stderr; `stderrSince` gives the lines after it. */
  stderrMark(): number;
  stderrSince(mark: number): string;
  /** Memory of the container now, in bytes. */
  memoryBytes(): Promise<number>;
  /** Asked when no answer came in time: the Fault of whatever lies between, undefined when it is the server that is late. */
  whyLate?(): Promise<Fault | undefined>;
  readonly answers: AnswerBook;
}
