import { randomInt } from "node:crypto";
import type { Clock } from "../../clock/index.ts";
import { asFault, Fault } from "../../fault/index.ts";

const mostTries = 3;

/** Nobody wants a run that waits longer for one image. */
const longestWaitMs = 60_000;

interface Patience {
  readonly clock: Clock;
  /** What the registry asks to wait, in ms; undefined when it says nothing. */
  readonly askedToWaitMs: () => Promise<number | undefined>;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Tries up to three times while the registry is at its limit (as long as it asks for, and some more) or failing (1 s, then 2 s). */
export async function withPatience(work: () => Promise<void>, patience: Patience): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (thrown) {
      patience.signal?.throwIfAborted();
      const fault = asFault(thrown);
      const waitMs = await waitFor(fault, tries, patience);
      if (waitMs === undefined || tries === mostTries) {
        throw tries === 1 ? fault : withTries(fault, tries);
      }
      patience.onProgress(
        `${fault.message}; trying again in ${(waitMs / 1000).toFixed(1)} s (${tries} of ${mostTries})`,
      );
      await patience.clock.sleep(waitMs, patience.signal);
    }
  }
}

/** undefined: trying again is of no use. */
async function waitFor(
  fault: Fault,
  tries: number,
  { askedToWaitMs }: Patience,
): Promise<number | undefined> {
  if (fault.code === "IMAGE_PULL_BROKEN") {
    return later(1_000 * tries);
  }
  if (fault.code !== "IMAGE_PULL_LIMITED" || tries === mostTries) {
    return undefined;
  }
  const askedMs = await askedToWaitMs();
  if (askedMs !== undefined && askedMs > longestWaitMs) {
    throw new Fault(
      fault.code,
      `${fault.message}; the registry asks to wait ${Math.ceil(askedMs / 1000)} s, which is too long for a run`,
      { hint: fault.hint, cause: fault },
    );
  }
  return later(askedMs ?? 2_000 * tries);
}

/** Not all who were refused together come back together. */
function later(ms: number): number {
  return ms + randomInt(Math.ceil(ms / 4) + 100);
}

function withTries(fault: Fault, tries: number): Fault {
  return new Fault(fault.code, `${fault.message} (tried ${tries} times)`, {
    hint: fault.hint,
    cause: fault,
  });
}
