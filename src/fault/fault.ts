import { type Code, codes } from "./codes.ts";
import type { Blame, ExitCode } from "./exit-codes.ts";

/** One thing wrong with an input, at its place. Line and column count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
}

export interface FaultOptions {
  readonly hint?: string;
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/** A promise that could not be kept. What a server answers is a result, never a fault. */
export class Fault extends Error {
  readonly code: Code;
  readonly hint: string;
  readonly problems: readonly Problem[];

  constructor(code: Code, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Fault";
    this.code = code;
    this.hint = options.hint ?? codes[code].hint;
    this.problems = options.problems ?? [];
  }

  get exitCode(): ExitCode {
    return codes[this.code].exit;
  }

  get blame(): Blame {
    return codes[this.code].blame;
  }
}

/** Anything thrown as a Fault; what is not one becomes INTERNAL with the original as its cause. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) {
    return thrown;
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault("INTERNAL", message, { cause: thrown });
}
