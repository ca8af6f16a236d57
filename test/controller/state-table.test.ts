import { expect, test } from "vitest";
import { isAtRest, mayFollow, statePage, stateTable } from "../../src/controller/index.ts";
import type { ServerState } from "../../src/record/index.ts";

const states = [...stateTable.keys()];

/** The states that can come after one, over any number of steps. */
function reached(from: ServerState): ReadonlySet<ServerState> {
  const found = new Set<ServerState>();
  const next = [from];
  for (let state = next.pop(); state !== undefined; state = next.pop()) {
    for (const to of states.filter((each) => mayFollow(state, each) && !found.has(each))) {
      found.add(to);
      next.push(to);
    }
  }
  return found;
}

test("every state can be come to, and from each a server can be removed", () => {
  expect([...reached("declared"), "declared"].sort()).toEqual(states.toSorted());
  for (const state of states.filter((each) => each !== "removed")) {
    expect(reached(state), state).toContain("removed");
  }
  expect(reached("removed").size).toBe(0);
});

test("what is not at rest comes to rest when it is stopped", () => {
  for (const state of states.filter((each) => !isAtRest(each))) {
    expect(mayFollow(state, "stopped"), state).toBe(true);
  }
});

test("the page draws every step of the table and no other", () => {
  const drawn = [...statePage().matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(
    ([, from, to]) => `${from} ${to}`,
  );
  const steps = states.flatMap((from) =>
    states.filter((to) => mayFollow(from, to)).map((to) => `${from} ${to}`),
  );
  expect(drawn.toSorted()).toEqual(steps.toSorted());
});
