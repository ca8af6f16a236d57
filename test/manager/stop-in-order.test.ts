import { expect, test } from "vitest";
import { stopInOrder } from "../../src/manager/stop-in-order.ts";

/** Things to stop that note when they began and when they have ended; each ends when its gate opens. */
function standing(needs: Readonly<Record<string, readonly string[]>>) {
  const log: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const all = Object.entries(needs).map(([label, of]) => {
    const gate = Promise.withResolvers<void>();
    gates.set(label, gate);
    return {
      label,
      needs: of,
      async stop() {
        log.push(`${label} begins`);
        await gate.promise;
        log.push(`${label} ended`);
      },
    };
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { all, log, settle, gate: (label: string) => gates.get(label) };
}

test("what is needed is stopped after all that need it, the rest at the same time", async () => {
  const { all, log, settle, gate } = standing({
    db: [],
    api: ["db"],
    web: ["api", "db"],
    alone: [],
  });
  const done = stopInOrder(all);
  await settle();
  expect(log).toEqual(["web begins", "alone begins"]);
  gate("web")?.resolve();
  await settle();
  expect(log.slice(2)).toEqual(["web ended", "api begins"]);
  gate("api")?.resolve();
  await settle();
  expect(log.slice(4)).toEqual(["api ended", "db begins"]);
  gate("db")?.resolve();
  gate("alone")?.resolve();
  await done;
});

test("one that cannot be stopped holds nothing up, and is told", async () => {
  const { all, log, gate } = standing({ db: [], api: ["db"] });
  const done = stopInOrder(all);
  gate("api")?.reject(new Error("stuck"));
  gate("db")?.resolve();
  await expect(done).rejects.toThrow("stuck");
  expect(log).toEqual(["api begins", "db begins", "db ended"]);
});

test("one that does not end holds up only what it needs", async () => {
  const { all, log, settle, gate } = standing({ db: [], api: ["db"], cache: [], web: ["cache"] });
  void stopInOrder(all);
  gate("web")?.resolve();
  gate("cache")?.resolve();
  await settle();
  expect(log).toContain("cache ended");
  expect(log).not.toContain("db begins");
});
