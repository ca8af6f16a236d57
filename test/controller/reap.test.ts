import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { objectLabels, readOwner, reap } from "../../src/controller/index.ts";
import type { ObjectStore, Removable } from "../../src/engine/index.ts";

const runId = "0123456789abcdef0123456789abcdef";
const ownership = { runId, owner: readOwner(process.pid), expiresAtMs: 0 };
const clock = { ...systemClock, sleep: async () => {} };
const never = new AbortController().signal;

/** An engine on which one more container has turned up at each of these looks. */
function store(late: readonly number[], held: readonly string[] = []) {
  const there = new Map<string, Removable>();
  let looks = 0;
  const engine: ObjectStore = {
    async listLabelled() {
      looks += 1;
      if (late.includes(looks)) {
        const labels = objectLabels(ownership, "server");
        there.set(`c${looks}`, { kind: "container", id: `c${looks}`, name: "", labels });
      }
      return [...there.values()];
    },
    async removeObject({ id }) {
      if (!held.includes(id)) {
        there.delete(id);
      }
    },
  };
  return { engine, looks: () => looks, left: () => [...there.keys()] };
}

// A removal takes two looks: what there is, and what is left of it.
test("F61 what the engine was still making when the manager died turns up after an empty look, and goes, too", async () => {
  const { engine, left } = store([1, 4]);
  expect(await reap(engine, runId, clock, never)).toEqual({ removed: 2, left: 0 });
  expect(left()).toEqual([]);
});

test("F61 a reaper that finds nothing looks a second time, and ends", async () => {
  const { engine, looks } = store([]);
  expect(await reap(engine, runId, clock, never)).toEqual({ removed: 0, left: 0 });
  expect(looks()).toBe(2);
});

test("what cannot be removed is tried again until the time given is over, and told", async () => {
  const { engine, left } = store([1], ["c1"]);
  const over = AbortSignal.timeout(50);
  const impatient = {
    ...clock,
    sleep: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  expect(await reap(engine, runId, impatient, over)).toEqual({ removed: 0, left: 1 });
  expect(left()).toEqual(["c1"]);
});
