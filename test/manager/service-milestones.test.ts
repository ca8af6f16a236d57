import { expect, test } from "vitest";
import { createMilestones } from "../../src/manager/service/milestones.ts";

type Waited = Parameters<ReturnType<typeof createMilestones>["reached"]>[0];

/** What each condition comes to now: reached, a fault, or still waited for. */
async function standingOf(milestones: ReturnType<typeof createMilestones>) {
  const conditions: readonly Waited[] = ["started", "healthy", "completed", "up"];
  const waiting = new Promise<string>((resolve) => setImmediate(() => resolve("waits")));
  const found = await Promise.all(
    conditions.map(async (condition) => {
      const reached = milestones.reached(condition).then(
        () => "reached",
        (thrown: Error) => thrown.message,
      );
      return [condition, await Promise.race([reached, waiting])] as const;
    }),
  );
  return Object.fromEntries(found);
}

test("with a health check, a list waits until it is healthy", async () => {
  const milestones = createMilestones("db");
  milestones.started(true);
  expect(await standingOf(milestones)).toMatchObject({ started: "reached", up: "waits" });
  milestones.healthy();
  expect(await standingOf(milestones)).toEqual({
    started: "reached",
    healthy: "reached",
    up: "reached",
    completed: "waits",
  });
});

test("without one, a list waits until it has started, and nobody is told that it is healthy", async () => {
  const milestones = createMilestones("db");
  milestones.started(false);
  expect(await standingOf(milestones)).toEqual({
    started: "reached",
    healthy:
      'the service "db" to be healthy, which nothing checks: neither the run file nor its image has a health check',
    up: "reached",
    completed: "waits",
  });
});

test("what completed has started, and is not healthy any more", async () => {
  const milestones = createMilestones("db");
  milestones.started(true);
  milestones.healthy();
  milestones.completed("gone");
  expect(await standingOf(milestones)).toEqual({
    started: "reached",
    completed: "reached",
    healthy: "gone",
    up: "gone",
  });
});

test("what failed is nothing any more, and whoever asks while its end is looked into waits for that", async () => {
  const milestones = createMilestones("db");
  milestones.started(true);
  milestones.healthy();
  milestones.ends();
  const asked = milestones.reached("healthy");
  milestones.failed("gone");
  await expect(asked).rejects.toThrow("gone");
  expect(milestones.over.aborted).toBe(true);
  expect(Object.values(await standingOf(milestones))).toEqual(["gone", "gone", "gone", "gone"]);
});
