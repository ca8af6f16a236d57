import { expect, test } from "vitest";
import { limitParallel } from "../../src/manager/limit.ts";
import { type Job, schedule } from "../../src/manager/play/schedule.ts";

/** Jobs that end only when told, so that what runs at the same time can be seen. */
function heldJob(servers: readonly string[], log: string[], name: string) {
  const release = Promise.withResolvers<void>();
  const job: Job = {
    servers,
    async run() {
      log.push(`+${name}`);
      await release.promise;
      log.push(`-${name}`);
    },
  };
  return { job, end: release.resolve };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

test("jobs of different servers run at the same time", async () => {
  const log: string[] = [];
  const a = heldJob(["one"], log, "a");
  const b = heldJob(["two"], log, "b");
  const done = schedule([a.job, b.job]);
  await settle();
  expect(log).toEqual(["+a", "+b"]);
  a.end();
  b.end();
  await done;
});

test("jobs of one server run one after the other, in the given order", async () => {
  const log: string[] = [];
  const a = heldJob(["one"], log, "a");
  const b = heldJob(["one"], log, "b");
  const done = schedule([a.job, b.job]);
  await settle();
  expect(log).toEqual(["+a"]);
  a.end();
  b.end();
  await done;
  expect(log).toEqual(["+a", "-a", "+b", "-b"]);
});

test("a job of two servers waits for both and holds both", async () => {
  const log: string[] = [];
  const a = heldJob(["one"], log, "a");
  const both = heldJob(["two", "one"], log, "both");
  const c = heldJob(["two"], log, "c");
  const done = schedule([a.job, both.job, c.job]);
  await settle();
  expect(log).toEqual(["+a"]);
  a.end();
  await settle();
  expect(log).toEqual(["+a", "-a", "+both"]);
  both.end();
  c.end();
  await done;
  expect(log.at(-1)).toBe("-c");
});

test("no more tasks than the limit run at once, and all of them run", async () => {
  const slot = limitParallel(2);
  let running = 0;
  let most = 0;
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      slot(async () => {
        running += 1;
        most = Math.max(most, running);
        await settle();
        running -= 1;
        return number;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(results).toEqual([1, 2, 3, 4, 5]);
});

test("a task that throws gives its slot back", async () => {
  const slot = limitParallel(1);
  await expect(slot(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await slot(async () => "next")).toBe("next");
});
