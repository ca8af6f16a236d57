import type { Clock } from "../../clock/index.ts";
import type { LoadedStep } from "../../config/index.ts";
import type { Attempt } from "./attempt.ts";
import { isEnough, trialsNote } from "./pass-rate.ts";
import { createTally, durationsNote, type Tally } from "./tally.ts";

/** What a step as a whole came to: `attempt` speaks for it. */
export interface Attempts {
  readonly attempt: Attempt;
  readonly done: number;
  readonly passed: number;
  readonly note: string | null;
  /** It passed, but not at once. */
  readonly flaky: boolean;
}

type Plan = Pick<LoadedStep, "repeat" | "parallel" | "retry" | "trials">;

export interface AttemptsDeps {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Does it once; `number` counts from 1. Never rejects. */
  readonly once: (number: number) => Promise<Attempt>;
}

/** These do not get better by trying again. */
const hopeless: ReadonlySet<string | null> = new Set(["RUN_FILE_INVALID", "NOT_JUDGEABLE"]);

/** Does a step as often as it says, and speaks for all attempts with one. */
export function doAttempts(plan: Plan, deps: AttemptsDeps): Promise<Attempts> {
  if (plan.trials !== undefined) {
    return doTrials(plan.trials, plan.parallel, deps);
  }
  return plan.retry === undefined ? doAll(plan, deps) : doUntilPassed(plan.retry, deps);
}

/** All must pass. A false expectation does not end it, but what is broken once will not do any more. */
async function doAll({ repeat, parallel }: Plan, deps: AttemptsDeps): Promise<Attempts> {
  const tally = await doMany(
    Math.max(repeat, parallel),
    parallel,
    deps,
    (attempt) => attempt.outcome === "broken",
  );
  const { done, passed, durationsMs } = tally;
  const attempt = spokesman(tally);
  if (done === 1) {
    return { attempt, done, passed, note: null, flaky: false };
  }
  const failed = passed === done ? "" : `, ${passed} passed`;
  const note = `${done} times${failed}: ${durationsNote(durationsMs)}`;
  return { attempt, done, passed, note, flaky: false };
}

async function doTrials(
  { times, passRate }: NonNullable<Plan["trials"]>,
  parallel: number,
  deps: AttemptsDeps,
): Promise<Attempts> {
  const tally = await doMany(times, parallel, deps, ({ faultCode }) => hopeless.has(faultCode));
  const { done, passed, bad, good, durationsMs } = tally;
  const note = `${trialsNote(passed, times)}; ${durationsNote(durationsMs)}`;
  const isOver = deps.signal.aborted || done < times;
  if (!isOver && good !== undefined && isEnough(passed, times, passRate)) {
    return { attempt: good, done, passed, note, flaky: false };
  }
  const attempt = spokesman(tally);
  const reason = isOver
    ? attempt.reason
    : `${passed} of ${times} trials passed, fewer than ${passRate * 100} %: ${bad?.reason ?? ""}`;
  return { attempt: { ...attempt, reason }, done, passed, note, flaky: false };
}

async function doUntilPassed(
  { times, delayMs }: NonNullable<Plan["retry"]>,
  { clock, signal, once }: AttemptsDeps,
): Promise<Attempts> {
  for (let number = 1; ; number += 1) {
    const attempt = await once(number);
    if (attempt.outcome === "passed") {
      const flaky = number > 1;
      const note = flaky ? `passed at attempt ${number} of ${times}` : null;
      return { attempt, done: number, passed: 1, note, flaky };
    }
    if (attempt.settled) {
      const note = number === 1 ? null : `what it waits for came at attempt ${number} of ${times}`;
      return { attempt, done: number, passed: 0, note, flaky: false };
    }
    if (number >= times || signal.aborted || hopeless.has(attempt.faultCode)) {
      const note = number === 1 ? null : `none of ${number} attempts passed`;
      return { attempt, done: number, passed: 0, note, flaky: false };
    }
    // An abort ends the pause; the next attempt then says why.
    await clock.sleep(delayMs, signal).catch(() => undefined);
  }
}

/** Does it `total` times, `parallel` at once, until one says stop or the signal does. */
async function doMany(
  total: number,
  parallel: number,
  { signal, once }: AttemptsDeps,
  stops: (attempt: Attempt) => boolean,
): Promise<Tally> {
  const counter = createTally();
  let begun = 0;
  let stopped = false;
  async function work(): Promise<void> {
    while (begun < total && !stopped) {
      const index = begun;
      begun += 1;
      const attempt = await once(index + 1);
      counter.add(index, attempt);
      stopped ||= signal.aborted || stops(attempt);
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallel, total) }, work));
  return counter.tally();
}

/** The first attempt that did not pass, else the last that did. */
function spokesman({ bad, good }: Tally): Attempt {
  const attempt = bad ?? good;
  if (attempt === undefined) {
    throw new Error("a step is attempted once at least");
  }
  return attempt;
}
