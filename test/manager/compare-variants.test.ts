import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { compareVariants } from "../../src/manager/play/compare-variants.ts";
import type { Played } from "../../src/manager/play/play-trials.ts";
import type { Variant } from "../../src/manager/play/variants.ts";
import type { StepResult } from "../../src/scenario/index.ts";
import { newFile, open, read } from "../record/fixture.ts";
import { step } from "../report/fixture.ts";

function variant(protocol: Variant["protocol"]): Variant {
  const at = { line: 1, column: 1 };
  const scenario = { name: "s", at, tags: [], only: false, isolation: "shared" } as const;
  return {
    scenario: { ...scenario, setup: [], steps: [], teardown: [] },
    name: `s [${protocol}]`,
    protocol,
    servers: new Map(),
  };
}

function played(...steps: readonly Partial<StepResult>[]): Played {
  const whole = steps.map((changes, position): StepResult => {
    const { scenarioId: _scenarioId, ...row } = step(1, { position });
    const more = {
      phase: "step",
      rowLabel: null,
      attempts: 1,
      attemptsPassed: 1,
      note: null,
    } as const;
    return { ...row, ...more, verdicts: [], captures: {}, ...changes };
  });
  return {
    outcome: "passed",
    reason: null,
    complete: true,
    steps: whole,
    trials: 1,
    trialsPassed: 1,
  };
}

function differencesOf(...results: readonly (readonly [Variant["protocol"], Played])[]) {
  const file = newFile();
  const record = open(file);
  compareVariants(new Map(results.map(([protocol, each]) => [variant(protocol), each])), {
    record,
    clock: systemClock,
  });
  record.close();
  return read(file)
    .findings()
    .map(({ message }) => message);
}

test("a step that fails in one protocol alone is a difference, whatever it answered", () => {
  expect(
    differencesOf(
      ["legacy", played({}, {})],
      ["modern", played({}, { outcome: "failed", resultJson: null })],
    ),
  ).toEqual([
    "s, step 2 (call echo): its outcome differs between protocol legacy and modern: passed and failed",
  ]);
});

test("of three variants each is compared with the first", () => {
  const other = played({ resultJson: '{"a":2}' });
  const first = played({ resultJson: '{"a":1}' });
  expect(differencesOf(["legacy", first], ["modern", other], ["2025-06-18", first])).toHaveLength(
    1,
  );
  expect(differencesOf(["legacy", first], ["modern", other], ["2025-06-18", other])).toHaveLength(
    2,
  );
});

test("what pings and restarts give is no difference, and neither are variants that were skipped", () => {
  expect(
    differencesOf(
      ["legacy", played({ verb: "ping", resultJson: "{}" }, { verb: "restart", resultJson: "1" })],
      [
        "modern",
        played({ verb: "ping", resultJson: '{"x":1}' }, { verb: "restart", resultJson: "2" }),
      ],
    ),
  ).toEqual([]);
  const skipped = { ...played({ outcome: "skipped" }), outcome: "skipped" } as const;
  expect(differencesOf(["legacy", played({})], ["modern", skipped])).toEqual([]);
});
