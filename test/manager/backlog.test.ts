import { expect, test } from "vitest";
import { createBacklog } from "../../src/manager/play/backlog.ts";

test("steps are recorded in order and together, and told only after that", () => {
  const done: string[] = [];
  const backlog = createBacklog((work) => {
    done.push("begin");
    work();
    done.push("commit");
  });
  for (const name of ["one", "two"]) {
    backlog.add({
      record: () => done.push(`record ${name}`),
      tell: () => done.push(`tell ${name}`),
    });
  }
  expect(done).toEqual([]);
  backlog.drain();
  expect(done).toEqual(["begin", "record one", "record two", "commit", "tell one", "tell two"]);
  backlog.drain();
  expect(done).toHaveLength(6);
});

test("a step that nobody drains is recorded and told all the same", async () => {
  const told = Promise.withResolvers<string>();
  const backlog = createBacklog((work) => work());
  backlog.add({ record: () => undefined, tell: () => told.resolve("one") });
  expect(await told.promise).toBe("one");
});
