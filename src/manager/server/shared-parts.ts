import { createRecentLines, type RecentLines } from "../../log/index.ts";
import { type Attempts, noAttempts } from "./attempts.ts";
import { createUsage, type Usage } from "./usage.ts";

/** What all containers of one server share, those of fresh scenarios too. */
export interface SharedParts {
  readonly usage: Usage;
  /** Where a step's look at stderr goes on after a restart. */
  readonly recent: RecentLines;
  /** Findings told so far, and the bill of materials: each container would tell them again. */
  readonly told: Set<string>;
  /** What it tried to reach outside, so far. */
  readonly attempts: Attempts;
}

export function createSharedParts(): SharedParts {
  return {
    usage: createUsage(),
    recent: createRecentLines(),
    told: new Set(),
    attempts: noAttempts(),
  };
}
