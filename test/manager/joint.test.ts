import { expect, test } from "vitest";
import { createJoint } from "../../src/manager/server/joint.ts";

/** Work that goes on until it is called off. */
function endless() {
  return createJoint(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  );
}

test("who leaves first hears why, and the work goes on; the last to leave hears that it was given up, whatever made him leave", async () => {
  const joint = endless();
  const [first, last] = [new AbortController(), new AbortController()];
  const waiting = [first, last].map(({ signal }) => joint.join(signal));
  const settled = Promise.allSettled(waiting);
  first.abort(new DOMException("no time", "TimeoutError"));
  await expect(waiting[0]).rejects.toMatchObject({ name: "TimeoutError" });
  expect(joint.isOff).toBe(false);
  last.abort(new DOMException("gone", "AbortError"));
  await settled;
  await expect(waiting[1]).rejects.toMatchObject({
    code: "INTERRUPTED",
    message: expect.stringContaining("gone"),
  });
  expect(joint.isOff).toBe(true);
});
