import type { Clock } from "../clock/index.ts";

export interface RestartPolicy {
  readonly when: "no" | "on-failure" | "always";
  /** How often in a row; beyond that it is a crash loop. */
  readonly most: number;
  /** Before the first restart in a row; each further pause is twice as long, up to the longest. */
  readonly delayMs: number;
  readonly longestDelayMs: number;
  /** Who has been up so long begins a new row. */
  readonly steadyMs: number;
}

export type NextRestart =
  | { readonly kind: "restart"; readonly delayMs: number; readonly count: number }
  | { readonly kind: "crash loop"; readonly count: number };

/** Decides what becomes of a server that has ended by itself. */
export interface Restarts {
  /** It is up. */
  up(): void;
  /** It has ended with this exit code, null where it did not end but cannot go on. undefined: it stays down. */
  next(exitCode: number | null): NextRestart | undefined;
}

export function createRestarts(policy: RestartPolicy, clock: Clock): Restarts {
  let count = 0;
  let upSinceMs: number | undefined;
  return {
    up() {
      upSinceMs = clock.monotonicMs();
    },
    next(exitCode) {
      if (policy.when === "no" || (policy.when === "on-failure" && exitCode === 0)) {
        return undefined;
      }
      if (upSinceMs !== undefined && clock.monotonicMs() - upSinceMs >= policy.steadyMs) {
        count = 0;
      }
      upSinceMs = undefined;
      if (count >= policy.most) {
        return { kind: "crash loop", count };
      }
      count += 1;
      const delayMs = Math.min(policy.delayMs * 2 ** (count - 1), policy.longestDelayMs);
      return { kind: "restart", delayMs, count };
    },
  };
}
