import { expect, test } from "vitest";
import { checkHealth, type Probe } from "../../src/manager/server/check-health.ts";

const rules = { interval: 1_000, timeout: 50, failures: 3, successes: 2 };
const well: Probe["ask"] = () => Promise.resolve();
const ill: Probe["ask"] = () => Promise.reject(new Error("no answer"));

/** Lets a server be asked once for each answer, by a clock whose every pause is over at once; what was told. */
async function toldBy(answers: readonly (Probe | undefined)[]) {
  const over = new AbortController();
  const told: (string | null)[] = [];
  const pauses: number[] = [];
  let isHealthy = true;
  let at = -1;
  const clock = {
    nowMs: () => 0,
    monotonicMs: () => 0,
    sleep(ms: number) {
      pauses.push(ms);
      at += 1;
      if (at === answers.length) {
        over.abort();
      }
      return Promise.resolve();
    },
  };
  const listeners = {
    probe: () => answers[at],
    isHealthy: () => isHealthy,
    onChange(cause: string | null) {
      isHealthy = cause === null;
      told.push(cause);
    },
  };
  await checkHealth(rules, listeners, clock, over.signal);
  return { told, pauses };
}

const by = (of: string) => (ask: Probe["ask"]) => ({ of, ask });
const one = by("one");

test("so many failures in a row make a server unhealthy, so many answers in a row healthy again", async () => {
  const { told } = await toldBy(
    [ill, ill, well, ill, ill, ill, ill, well, ill, well, well].map(one),
  );
  expect(told).toEqual(["no answer", null]);
});

test("nobody is asked while there is nobody to ask, and that counts for nothing", async () => {
  const { told, pauses } = await toldBy([one(ill), one(ill), undefined, undefined, one(ill)]);
  expect(told).toEqual(["no answer"]);
  expect(new Set(pauses)).toEqual(new Set([rules.interval]));
});

test("what was asked of one is not held against the next", async () => {
  let now: Probe = by("old")(ill);
  const over = new AbortController();
  let asked = 0;
  const old: Probe = {
    of: "old",
    // While it is asked, another takes its place.
    ask() {
      asked += 1;
      now = by("new")(well);
      return Promise.reject(new Error("no answer"));
    },
  };
  now = old;
  let turns = 0;
  const clock = {
    nowMs: () => 0,
    monotonicMs: () => 0,
    sleep() {
      turns += 1;
      if (turns > 5) {
        over.abort();
      }
      return Promise.resolve();
    },
  };
  const told: (string | null)[] = [];
  const listeners = {
    probe: () => now,
    isHealthy: () => true,
    onChange: (cause: string | null) => void told.push(cause),
  };
  await checkHealth({ ...rules, failures: 1, successes: 99 }, listeners, clock, over.signal);
  expect(asked).toBe(1);
  expect(told).toEqual([]);
});
