import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type PrivateEngine, startPrivateEngine, whyNoPrivateEngine } from "./private-engine.ts";
import { image, runUnder } from "./run-under.ts";

const why = whyNoPrivateEngine();
let engine: PrivateEngine;
beforeAll(async () => {
  if (why === undefined) {
    engine = await startPrivateEngine({ diskMib: 512 });
    await engine.take(image);
  }
});
afterAll(() => engine?.stop());
beforeEach(({ skip }) => skip(why !== undefined, why));

afterEach(() => engine?.run(`rm -f ${engine.folder}/data/fill-*`));

/** Takes every block there is, and makes sure of it. */
const fill = () => {
  const file = `${engine.folder}/data/fill`;
  const take = (name: string, block: string) => `dd if=/dev/zero of=${name} bs=${block}`;
  const all = [take(`${file}-1`, "64k"), take(`${file}-2`, "512"), `! echo full > ${file}-3`];
  return engine.run(`{ ${all.join("; ")}; } 2>/dev/null`);
};

test("F09 a full disk when a container is to be made is told in the engine's words, is not the server's fault, and leaves nothing", async () => {
  await fill();
  const { result, report, steps, left } = await runUnder(engine, { steps: [] });
  expect(result.exitCode).toBe(4);
  expect(steps).toMatchObject([{ outcome: "broken", blame: "environment" }]);
  expect(report.servers[0]?.reason).toContain("no space left on device");
  expect(left).toEqual([]);
});

test("F10 a disk that fills up during the run loses no line of the record: nothing of it goes through the engine's own log", async () => {
  const { result, left, steps } = await runUnder(engine, {
    steps: [
      "{ call: sleep, with: { ms: 1500 }, timeout: 20s }",
      "{ call: big, with: { n: 1000000 }, expect: { text: { length: 1000000 } } }",
    ],
    fault: fill,
  });
  expect(steps.map(({ outcome }) => outcome)).toEqual(["passed", "passed", "passed"]);
  expect(result.exitCode).toBe(0);
  expect(left).toEqual([]);
});
