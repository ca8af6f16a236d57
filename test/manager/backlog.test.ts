import { expect, test } from "vitest";
import { createBacklog } from "../../src/manager/backlog.ts";

test("work is done in order, several pieces together, and all of it by the drain", () => {
  const done: string[] = [];
  const backlog = createBacklog((work) => {
    done.push("begin");
    work();
    done.push("end");
  });
  backlog.add(() => done.push("one"));
  backlog.add(() => done.push("two"));
  expect(done).toEqual([]);
  backlog.drain();
  expect(done).toEqual(["begin", "one", "two", "end"]);
});

test("work that nobody drains is done all the same", async () => {
  const done = Promise.withResolvers<string>();
  const backlog = createBacklog((work) => work());
  backlog.add(() => done.resolve("one"));
  expect(await done.promise).toBe("one");
});
