import type { Condition } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";

/** How far a service has come, for those who wait. */
export interface Milestones {
  /** Aborted when it has ended or failed. */
  readonly over: AbortSignal;
  /** Resolves when it is there; rejects when it cannot come any more, or came and is over. */
  reached(condition: Condition | "up"): Promise<void>;
  /** Its container runs; `isChecked`: something will say whether it is healthy. */
  started(isChecked: boolean): void;
  healthy(): void;
  /** Its container has ended; what that means is told next, and waited for. */
  ends(): void;
  /** It exited with code 0; `what` names it and its end. */
  completed(what: string): void;
  failed(what: string): void;
  /** What it has still to come to, as the end of a sentence: ` before it was healthy`, or nothing. */
  missing(): string;
}

/** `up` is healthy where something checks that, else started. */
export function createMilestones(name: string): Milestones {
  const over = new AbortController();
  const started = later();
  const healthy = later();
  const completed = later();
  const up = later();
  let isUp = false;
  let end: Fault | undefined;
  let endedWell = false;
  let verdict: PromiseWithResolvers<void> | undefined;

  const promises = { started, healthy, completed, up };

  function endWith(what: string): Fault {
    const fault = new Fault("DEPENDENCY_FAILED", what);
    end = fault;
    over.abort();
    verdict?.resolve();
    return fault;
  }

  return {
    over: over.signal,
    async reached(condition) {
      await verdict?.promise;
      // What has started or completed stays so; nothing else outlives the container.
      const lasts = endedWell && (condition === "completed" || condition === "started");
      if (end !== undefined && !lasts) {
        throw end;
      }
      await promises[condition].promise;
    },
    started(isChecked) {
      started.resolve();
      if (!isChecked) {
        up.resolve();
        isUp = true;
        healthy.reject(
          new Fault(
            "DEPENDENCY_FAILED",
            `the service "${name}" to be healthy, which nothing checks: neither the run file nor its image has a health check`,
          ),
        );
      }
    },
    healthy() {
      isUp = true;
      up.resolve();
      healthy.resolve();
    },
    ends() {
      verdict ??= later();
    },
    completed(what) {
      endedWell = true;
      const fault = endWith(what);
      started.resolve();
      completed.resolve();
      healthy.reject(fault);
      up.reject(fault);
    },
    failed(what) {
      const fault = endWith(what);
      for (const each of Object.values(promises)) {
        each.reject(fault);
      }
    },
    missing: () => (isUp ? "" : " before it was healthy"),
  };
}

function later(): PromiseWithResolvers<void> {
  const made = Promise.withResolvers<void>();
  // Nobody may be waiting for it.
  made.promise.catch(() => undefined);
  return made;
}
