import { describe, expect, test } from "vitest";
import { Fault } from "../../src/fault/index.ts";
import type { Reply } from "../../src/mcp/index.ts";
import { passAllOf } from "../../src/scenario/flow/pass-rate.ts";
import { isEnough, trialsNote } from "../../src/scenario/index.ts";
import { bad, good, inTurn, isOk, lost } from "./in-turn.ts";
import { expectation, play, result, rpcError, step, stubSession, text } from "./stub-session.ts";

describe("repeat", () => {
  test("does it so often, and all must pass", async () => {
    const session = inTurn(good);
    const played = await play([step({ call: "a", repeat: 5, expect: isOk })], session);
    expect(session.requests).toHaveLength(5);
    expect(played.steps).toMatchObject([
      { outcome: "passed", attempts: 5, attemptsPassed: 5, note: expect.any(String) },
    ]);
  });

  test("tells durations by their least, middle and most", async () => {
    const session = inTurn(...[9, 1, 4, 30, 2].map((ms) => result({}, ms)));
    const played = await play([step({ call: "a", repeat: 5 })], session);
    expect(played.steps[0]?.note).toBe("5 times: min 1 ms, median 4 ms, max 30 ms");
  });

  test("goes on after a false expectation and shows the first one", async () => {
    const session = inTurn(good, bad, text("never"), good);
    const played = await play([step({ call: "a", repeat: 4, expect: isOk })], session);
    expect(played.steps[0]).toMatchObject({
      outcome: "failed",
      reason: 'text is "no"; expected "ok"',
      attempts: 4,
      attemptsPassed: 2,
      resultJson: expect.stringContaining('"no"'),
      verdicts: [{ ok: false, actual: '"no"' }],
    });
  });

  test("ends where it is broken: a server that does not answer is not asked a thousand times", async () => {
    const session = inTurn(good, lost);
    const played = await play([step({ call: "a", repeat: 1_000 })], session);
    expect(played.steps[0]).toMatchObject({
      outcome: "broken",
      faultCode: "CALL_TIMED_OUT",
      attempts: 2,
      attemptsPassed: 1,
    });
  });

  test("of one is told without a note", async () => {
    const played = await play([step({ call: "a" })], inTurn(good));
    expect(played.steps[0]).toMatchObject({ attempts: 1, attemptsPassed: 1, note: null });
  });
});

describe("parallel", () => {
  function watched(answer: (number: number) => Reply) {
    let inFlight = 0;
    let most = 0;
    let asked = 0;
    const session = stubSession(async () => {
      asked += 1;
      const number = asked;
      inFlight += 1;
      most = Math.max(most, inFlight);
      // Later ones are answered first.
      await new Promise((resolve) => setTimeout(resolve, 40 - number));
      inFlight -= 1;
      return answer(number);
    });
    return { session, most: () => most };
  }

  test("does so many at once, and no more", async () => {
    const { session, most } = watched(() => good);
    const played = await play([step({ call: "a", repeat: 20, parallel: 4 })], session);
    expect(played.steps[0]).toMatchObject({ outcome: "passed", attempts: 20 });
    expect(most()).toBe(4);
  });

  test("without repeat does each at once", async () => {
    const { session, most } = watched(() => good);
    const played = await play([step({ call: "a", parallel: 8 })], session);
    expect(played.steps[0]).toMatchObject({ outcome: "passed", attempts: 8 });
    expect(most()).toBe(8);
  });

  test("speaks with the first begun that failed, whichever ended first, and captures from the last", async () => {
    const { session } = watched((number) =>
      text(number === 2 || number === 5 ? `no ${number}` : "ok"),
    );
    const failed = await play([step({ call: "a", parallel: 6, expect: isOk })], session);
    expect(failed.steps[0]).toMatchObject({
      reason: 'text is "no 2"; expected "ok"',
      attemptsPassed: 4,
    });
    const { session: other } = watched((number) => text(`ok ${number}`));
    const capture = { said: "$.content[0].text" };
    const passed = await play([step({ call: "a", parallel: 6, capture })], other);
    expect(passed.steps[0]?.captures).toEqual({ said: "ok 6" });
  });
});

describe("retry", () => {
  const retry = { times: 5, delayMs: 1 };

  test("that helps is told in the note and as a finding, never in silence", async () => {
    const findings: string[] = [];
    const played = await play([step({ call: "a", retry, expect: isOk })], inTurn(bad, lost, good), {
      onFinding: (server, { code, severity, message }) =>
        findings.push([server, code, severity, message].join(" | ")),
    });
    expect(played.steps[0]).toMatchObject({
      outcome: "passed",
      reason: null,
      attempts: 3,
      attemptsPassed: 1,
      note: "passed at attempt 3 of 5",
    });
    expect(findings).toEqual([
      "one | flaky-step | info | the step of line 10 (call a) passed at attempt 3 of 5",
    ]);
  });

  test("until something holds leaves the verdict on that answer to expect", async () => {
    const until = [expectation("$.content[0].text", { name: "one_of", value: ["ok", "almost"] })];
    const wanting = step({ call: "a", retry: { ...retry, until }, expect: isOk });
    const come = await play([wanting], inTurn(bad, bad, good));
    expect(come.steps[0]).toMatchObject({
      outcome: "passed",
      attempts: 3,
      note: "passed at attempt 3 of 5",
    });
    const session = inTurn(bad, text("almost"), good);
    const wrong = await play([wanting], session);
    expect(session.requests).toHaveLength(2);
    expect(wrong.steps[0]).toMatchObject({
      outcome: "failed",
      reason: 'text is "almost"; expected "ok"',
      attempts: 2,
      note: "what it waits for came at attempt 2 of 5",
    });
  });

  test("until something that never comes says what was waited for", async () => {
    const until = [expectation("text", { name: "equals", value: "ready" })];
    const played = await play([step({ call: "a", retry: { ...retry, until } })], inTurn(good));
    expect(played.steps[0]).toMatchObject({
      outcome: "failed",
      reason: 'until: text is "ok"; expected "ready"',
      attempts: 5,
      note: "none of 5 attempts passed",
    });
  });

  test("that was not needed is not told", async () => {
    const findings: unknown[] = [];
    const played = await play([step({ call: "a", retry, expect: isOk })], inTurn(good), {
      onFinding: (...finding) => findings.push(finding),
    });
    expect(played.steps[0]).toMatchObject({ outcome: "passed", attempts: 1, note: null });
    expect(findings).toEqual([]);
  });

  test("ends after so many, with the last attempt's reason", async () => {
    const session = inTurn(lost, bad);
    const played = await play([step({ call: "a", retry, expect: isOk })], session);
    expect(session.requests).toHaveLength(5);
    expect(played.steps[0]).toMatchObject({
      outcome: "failed",
      reason: 'text is "no"; expected "ok"',
      attempts: 5,
      attemptsPassed: 0,
      note: "none of 5 attempts passed",
    });
  });

  test("does not try again what can never be judged", async () => {
    const session = inTurn(good);
    const played = await play(
      [step({ call: "a", retry, expect: { text: { matches: "(" } } })],
      session,
    );
    expect(played.steps[0]).toMatchObject({ outcome: "broken", attempts: 1 });
    expect(session.requests).toHaveLength(1);
  });

  test("pauses between attempts, and an abort ends the pause", async () => {
    const controller = new AbortController();
    const started = performance.now();
    const session = stubSession(() => {
      setTimeout(() => controller.abort(new Fault("RUN_TIMED_OUT", "over")), 50);
      return bad;
    });
    const slow = { times: 3, delayMs: 600_000 };
    const played = await play([step({ call: "a", retry: slow, expect: isOk })], session, {
      signal: controller.signal,
    });
    expect(played.outcome).toBe("broken");
    expect(played.steps[0]).toMatchObject({ faultCode: "RUN_TIMED_OUT" });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("trials", () => {
  const eightOfTen = [good, good, bad, good, good, good, bad, good, good, good];
  const times = 10;

  test("pass when enough of them do, with the rate and pass^k in the note", async () => {
    const played = await play(
      [step({ call: "a", trials: { times, passRate: 0.8 }, expect: isOk })],
      inTurn(...eightOfTen),
    );
    expect(played.steps[0]).toMatchObject({ outcome: "passed", attempts: 10, attemptsPassed: 8 });
    expect(played.steps[0]?.note).toMatch(/^8 of 10 trials passed, pass\^3 0\.47; min 5 ms/);
  });

  test("fail when too few do, with the first reason", async () => {
    const played = await play(
      [step({ call: "a", trials: { times, passRate: 0.9 }, expect: isOk })],
      inTurn(...eightOfTen),
    );
    expect(played.steps[0]).toMatchObject({
      outcome: "failed",
      reason: '8 of 10 trials passed, fewer than 90 %: text is "no"; expected "ok"',
      attemptsPassed: 8,
      verdicts: [{ ok: false }],
    });
  });

  test("go on after one that was broken", async () => {
    const played = await play(
      [step({ call: "a", trials: { times: 4, passRate: 0.75 }, expect: isOk })],
      inTurn(lost, good),
    );
    expect(played.steps[0]).toMatchObject({ outcome: "passed", attempts: 4, attemptsPassed: 3 });
  });

  test("need at least one that passed, whatever the rate", async () => {
    const played = await play(
      [step({ call: "a", trials: { times: 3, passRate: 0 }, expect: isOk })],
      inTurn(bad),
    );
    expect(played.steps[0]?.outcome).toBe("failed");
  });

  test("pass^k is the share of draws of k trials that draw only passed ones", () => {
    // Against the definition itself: all draws are counted, not the formula repeated.
    for (let n = 1; n <= 8; n += 1) {
      for (let passed = 0; passed <= n; passed += 1) {
        for (let k = 1; k <= n; k += 1) {
          expect(passAllOf(k, passed, n)).toBeCloseTo(shareOfDraws(k, passed, n), 12);
        }
      }
    }
    expect(trialsNote(8, 10)).toBe("8 of 10 trials passed, pass^3 0.47");
    expect(trialsNote(2, 2)).toBe("2 of 2 trials passed, pass^2 1");
    expect(trialsNote(0, 5)).toBe("0 of 5 trials passed, pass^3 0");
  });

  test("a rate without exact binary form is met exactly", () => {
    expect(isEnough(7, 10, 0.7)).toBe(true);
    expect(isEnough(29, 100, 0.29)).toBe(true);
    expect(isEnough(6, 10, 0.7)).toBe(false);
  });
});

function shareOfDraws(k: number, passed: number, n: number): number {
  let all = 0;
  let good = 0;
  for (let draw = 0; draw < 2 ** n; draw += 1) {
    const drawn = Array.from({ length: n }, (_, index) => index).filter(
      (index) => (draw >> index) & 1,
    );
    if (drawn.length === k) {
      all += 1;
      good += Number(drawn.every((index) => index < passed));
    }
  }
  return good / all;
}

test("a JSON-RPC error in one of several attempts speaks for them all", async () => {
  const played = await play(
    [step({ call: "a", repeat: 3 })],
    inTurn(good, rpcError(-32603, "boom"), good),
  );
  expect(played.steps[0]).toMatchObject({
    reason: 'JSON-RPC error -32603: "boom"',
    attemptsPassed: 2,
  });
});
