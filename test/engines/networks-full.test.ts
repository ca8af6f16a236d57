import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PrivateEngine, startPrivateEngine, whyNoPrivateEngine } from "./private-engine.ts";
import { image, runUnder } from "./run-under.ts";

const why = whyNoPrivateEngine();
let engine: PrivateEngine;
beforeAll(async () => {
  if (why === undefined) {
    // One range, which the engine's own bridge takes.
    const flags = ["--default-address-pool base=10.210.0.0/24,size=24"];
    engine = await startPrivateEngine({ diskMib: 512, flags });
    await engine.take(image);
  }
});
afterAll(() => engine?.stop());
beforeEach(({ skip }) => skip(why !== undefined, why));

const server = `  one:
    image: ${image}
    command: [sleep, "1000"]
    transport: http
    http: { port: 3000 }`;

test("F24 an engine without an address range left: what needs a network is not started, the engine is named as the cause, and nothing is half-made", async () => {
  const { result, report, steps, left } = await runUnder(engine, { server, steps: [] });
  expect(result.exitCode).toBe(4);
  expect(steps).toMatchObject([
    {
      outcome: "broken",
      blame: "environment",
      reason: expect.stringMatching(/create network \S+-group-default: .*address pool/),
    },
  ]);
  expect(report.servers[0]).toMatchObject({ state: "failed" });
  expect(report.scenarios[0]?.steps[0]?.faultCode).toBe("ENGINE_NETWORKS_FULL");
  expect(left).toEqual([]);
});
