import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const source = (path: string) => JSON.stringify(join(import.meta.dirname, "../../src", path));

/** Ten calls at once, as a run with ten servers makes them. */
const script = `
import { connectEngine } from ${source("engine/index.ts")};
import { systemClock } from ${source("clock/index.ts")};
const engine = await connectEngine({ environment: process.env, clock: systemClock });
await Promise.all(Array.from({ length: 10 }, () => engine.inspectImage("test-absent:1")));
engine.close();
`;

test("what the modem formats of a call stays short, however many sockets are open: it does so for every call", async () => {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { env: { ...process.env, DEBUG: "modem" }, maxBuffer: 2 ** 30 },
  );
  expect(stderr.match(/Sending:/g)?.length).toBeGreaterThanOrEqual(10);
  // Without our own words for the agent it was 740,000 characters.
  expect(stderr.length).toBeLessThan(40_000);
});
