import fc from "fast-check";
import { expect, test } from "vitest";
import { sentBySteps } from "../../src/draft/step-windows.ts";

const steps = fc.array(fc.record({ startedAtMs: fc.nat(1_000), durationMs: fc.nat(50) }), {
  maxLength: 20,
});
const rows = fc
  .array(
    fc.record({
      direction: fc.constantFrom("sent" as const, "received" as const),
      atMs: fc.nat(1_100),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.toSorted((a, b) => a.atMs - b.atMs));

test("what was sent outside of every step is left out, everything received stays", () => {
  fc.assert(
    fc.property(rows, steps, (all, windows) => {
      const within = (atMs: number) =>
        windows.some(
          (step) => atMs >= step.startedAtMs - 2 && atMs <= step.startedAtMs + step.durationMs + 2,
        );
      expect([...sentBySteps(all, windows)]).toEqual(
        all.filter((row) => row.direction === "received" || within(row.atMs)),
      );
    }),
  );
});
