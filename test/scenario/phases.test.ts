import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type Clock, systemClock } from "../../src/clock/index.ts";
import { Fault } from "../../src/fault/index.ts";
import type { Reply } from "../../src/mcp/index.ts";
import { runScenario } from "../../src/scenario/index.ts";
import { bad, good, inTurn, isOk } from "./in-turn.ts";
import { handleOf, play, result, step, stubSession, text } from "./stub-session.ts";

describe("rows", () => {
  const row = { user: "ada", age: 36 };

  test("are filled in as {{ column }} with their type, below captures of the same name", async () => {
    const session = inTurn(result({ structuredContent: { user: "captured" } }), good);
    const first = step({
      call: "a",
      row,
      rowLabel: "ada",
      with: { who: "{{ user }}", age: "{{ age }}" },
      capture: { user: "$.structuredContent.user" },
    });
    const played = await play(
      [first, step({ call: "b", row, with: { who: "{{ user }}" } })],
      session,
    );
    expect(played.outcome).toBe("passed");
    expect(played.steps.map(({ rowLabel }) => rowLabel)).toEqual(["ada", null]);
    expect(session.requests.map(({ params }) => params)).toEqual([
      { name: "a", arguments: { who: "ada", age: 36 } },
      { name: "b", arguments: { who: "captured" } },
    ]);
  });

  test("of one step are not seen by the next", async () => {
    const played = await play(
      [step({ call: "a", row }), step({ call: "b", with: { x: "{{ user }}" } })],
      inTurn(good),
    );
    expect(played.steps[1]).toMatchObject({ outcome: "broken", blame: "run file" });
  });
});

describe("setup and teardown", () => {
  const named = (name: string, parts: Parameters<typeof step>[0] = {}) =>
    step({ call: name, ...parts });

  test("stand before and after the steps, in one numbering", async () => {
    const session = inTurn(good);
    const played = await play([named("b")], session, {
      scenario: { setup: [named("a")], teardown: [named("c"), named("d")] },
    });
    expect(played.outcome).toBe("passed");
    expect(played.steps.map(({ position, phase, target }) => [position, phase, target])).toEqual([
      [0, "setup", "a"],
      [1, "step", "b"],
      [2, "teardown", "c"],
      [3, "teardown", "d"],
    ]);
  });

  test("a failed setup breaks the scenario, and teardown is still done", async () => {
    const session = inTurn(bad, good);
    const played = await play([named("b")], session, {
      scenario: { setup: [named("a", { expect: isOk }), named("a2")], teardown: [named("c")] },
    });
    expect(played).toMatchObject({ outcome: "broken", complete: false });
    expect(played.reason).toBe('setup: text is "no"; expected "ok"');
    expect(played.steps.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["failed", 'text is "no"; expected "ok"'],
      ["skipped", "setup step 1 (call a) failed"],
      ["skipped", "setup step 1 (call a) failed"],
      ["passed", null],
    ]);
  });

  test("teardown is done after a failed step, and all of it even when one part fails", async () => {
    const session = inTurn(bad, bad, good);
    const played = await play([named("b", { expect: isOk })], session, {
      scenario: { teardown: [named("c", { expect: isOk }), named("d", { expect: isOk })] },
    });
    expect(played).toMatchObject({ outcome: "failed", reason: 'text is "no"; expected "ok"' });
    expect(played.steps.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "passed"]);
  });

  test("a failed teardown breaks a scenario that passed", async () => {
    const played = await play([named("b")], inTurn(good, bad), {
      scenario: { teardown: [named("c", { expect: isOk })] },
    });
    expect(played).toMatchObject({ outcome: "broken" });
    expect(played.reason).toBe('teardown: text is "no"; expected "ok"');
  });

  test("captures of setup and steps reach teardown", async () => {
    const session = inTurn(result({ id: 5 }), good);
    await play([named("b", { capture: {} })], session, {
      scenario: {
        setup: [named("a", { capture: { id: "$.id" } })],
        teardown: [named("c", { with: { id: "{{ id }}" } })],
      },
    });
    expect(session.requests.at(-1)?.params).toEqual({ name: "c", arguments: { id: 5 } });
  });
});

describe("time", () => {
  /** Answers `tool` only when it is called off. */
  function hanging() {
    const session = stubSession(() => good);
    return {
      ...session,
      request: (...[method, params, options]: Parameters<typeof session.request>) => {
        if (params?.["name"] !== "hang") {
          return session.request(method, params, options);
        }
        return new Promise<Reply>((_, reject) => {
          options.signal?.addEventListener("abort", () => reject(new Error("called off")));
        });
      },
    };
  }

  test("a scenario that takes longer than its timeout is broken for that, and still torn down", async () => {
    const played = await play([step({ call: "hang" }), step({ call: "b" })], hanging(), {
      scenario: { timeoutMs: 50, teardown: [step({ call: "c" })] },
    });
    expect(played).toMatchObject({
      outcome: "broken",
      reason: 'The scenario "scenario" took longer than its 50 ms',
      complete: false,
    });
    expect(played.steps).toMatchObject([
      { outcome: "broken", faultCode: "SCENARIO_TIMED_OUT", blame: "server" },
      { outcome: "skipped" },
      { outcome: "passed", phase: "teardown" },
    ]);
  });

  test("a scenario within its timeout leaves no timer behind", async () => {
    const waits: AbortSignal[] = [];
    const clock: Clock = {
      ...systemClock,
      sleep(ms, signal) {
        waits.push(...(signal === undefined ? [] : [signal]));
        return systemClock.sleep(ms, signal);
      },
    };
    const handle = handleOf(() => stubSession(() => good));
    const played = await runScenario(
      {
        name: "quick",
        isolation: "shared",
        timeoutMs: 3_600_000,
        setup: [],
        steps: [step({ call: "a" })],
        teardown: [step({ call: "c" })],
      },
      {
        clock,
        signal: new AbortController().signal,
        server: () => handle,
        onStep: () => undefined,
      },
    );
    expect(played.outcome).toBe("passed");
    expect(waits.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("after the run was called off teardown is done, with five seconds at most", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Fault("RUN_TIMED_OUT", "The run is over")), 50);
    const started = performance.now();
    const played = await play([step({ call: "hang" })], hanging(), {
      signal: controller.signal,
      scenario: { teardown: [step({ call: "c" }), step({ call: "hang" }), step({ call: "d" })] },
    });
    const tookMs = performance.now() - started;
    expect(played.outcome).toBe("broken");
    expect(played.steps.map(({ outcome, faultCode }) => [outcome, faultCode])).toEqual([
      ["broken", "RUN_TIMED_OUT"],
      ["passed", null],
      ["broken", "RUN_TIMED_OUT"],
      ["skipped", null],
    ]);
    expect(tookMs).toBeGreaterThan(4_500);
    expect(tookMs).toBeLessThan(9_000);
  });

  test("a scenario that was never begun is not torn down", async () => {
    const session = inTurn(good);
    const played = await play([step({ call: "a" })], session, {
      signal: AbortSignal.abort(new Fault("RUN_TIMED_OUT", "The run is over")),
      scenario: { setup: [step({})], teardown: [step({})] },
    });
    expect(played.outcome).toBe("skipped");
    expect(played.steps.map(({ outcome }) => outcome)).toEqual(["skipped", "skipped", "skipped"]);
    expect(session.requests).toEqual([]);
  });
});

test("ten thousand steps are handed over one by one and not kept", async () => {
  const big = text("x".repeat(60_000));
  const session = { ...stubSession(() => big), request: async () => big };
  const steps = Array.from({ length: 10_000 }, () =>
    step({ call: "a", expect: { text: { contains: "x" } } }),
  );
  let told = 0;
  const handle = handleOf(() => session);
  const before = heapAfterCollection();
  const played = await runScenario(
    { name: "long", isolation: "shared", setup: [], teardown: [], steps },
    {
      clock: systemClock,
      signal: new AbortController().signal,
      server: () => handle,
      onStep: ({ resultJson }) => {
        told += Number((resultJson ?? "").length > 60_000);
      },
    },
  );
  const grown = heapAfterCollection() - before;
  expect(played.outcome).toBe("passed");
  expect(told).toBe(10_000);
  // Kept, the results alone would be 600 MB.
  expect(grown).toBeLessThan(50_000_000);
});

function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed;
}
