import { expect, test } from "vitest";
import { createNewsDesk } from "../../src/controller/index.ts";
import type { ContainerState } from "../../src/engine/index.ts";

const event = (action: string, attributes: Record<string, string> = {}) => ({
  id: "one",
  action,
  attributes,
});

function stateOf(changes: Partial<ContainerState>): ContainerState {
  return {
    id: "one",
    name: "one",
    image: "",
    labels: {},
    status: "running",
    running: true,
    paused: false,
    exitCode: 0,
    oomKilled: false,
    error: "",
    pid: 1,
    addresses: {},
    published: {},
    isolation: {},
    ...changes,
  };
}

test("what somebody else did to a container is known, what we did is not held against it", async () => {
  const desk = createNewsDesk();
  desk.tell(event("create"));
  const news = desk.of("one");
  desk.tell(event("kill", { signal: "9" }));
  desk.tell(event("oom"));
  desk.tell(event("die", { exitCode: "137" }));
  expect(news.killedBy).toBe("9");
  expect(await news.ended).toEqual({ exitCode: 137, oomKilled: true, error: null });
  desk.tell(event("destroy"));
  await news.removed;
  expect(news.isRemoved).toBe(true);

  desk.tell(event("create"));
  const ours = desk.of("one");
  ours.expectEnd();
  desk.tell(event("kill", { signal: "15" }));
  desk.tell(event("destroy"));
  expect(ours).toMatchObject({ killedBy: null, isRemoved: false });
});

test("a listener hears of each change between frozen and not, once", () => {
  const desk = createNewsDesk();
  const heard: boolean[] = [];
  desk.of("one").onFrozen((isPaused) => heard.push(isPaused));
  for (const action of ["pause", "pause", "unpause", "pause"]) {
    desk.tell(event(action));
  }
  expect(heard).toEqual([true, false, true]);
});

test("after a gap the containers say what became of them", async () => {
  const desk = createNewsDesk();
  const news = desk.of("one");
  await desk.catchUp(() => Promise.resolve(stateOf({ paused: true })));
  expect(news.isPaused).toBe(true);
  const over = { running: false, status: "exited", exitCode: 3 };
  await desk.catchUp(() => Promise.resolve(stateOf(over)));
  expect(await news.ended).toMatchObject({ exitCode: 3 });
  await desk.catchUp(() => Promise.resolve(undefined));
  expect(news.isRemoved).toBe(true);
});
