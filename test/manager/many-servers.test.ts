import { expect, test } from "vitest";
import { leftBehind } from "../e2e/left-behind.ts";
import { faulty, image, outcomesByScenario, play, tiny } from "./play.ts";

const noWatch = "checks: { idle_cpu: false, leftover_processes: false }";
const call = "{ call: echo, with: { message: hello } }";

/** Five that fail, each in its own way, and what is said of them. */
const bad: Readonly<Record<string, readonly [string, RegExp]>> = {
  early: [faulty("early", "exit-early", noWatch), /exited with code 3/],
  zero: [faulty("zero", "exit-zero", noWatch), /exited with code 0/],
  nothing: [
    `  nothing: { image: "${image}", command: [/nope], ${noWatch} }`,
    /no program "\/nope" that can be run/,
  ],
  crash: [faulty("crash", "crash-midcall", noWatch), /SIGSEGV/],
  absent: [`  absent: { image: "docker-mcp-manager/absent:1", pull: never }`, /absent:1/],
};

test("of 30 servers at once of which 5 fail the results of 25 are intact, each of the 5 has its own cause, and nothing is left", async () => {
  const good = Array.from({ length: 25 }, (_, at) => `good-${at}`);
  const names = [...good, ...Object.keys(bad)];
  const { summary, record } = await play(`version: 1
servers:
${[...good.map((name) => tiny(name)), ...Object.values(bad).map(([entry]) => entry)].join("\n")}
scenarios:
${names.map((name) => `  - { name: ${name}, server: ${name}, steps: [{ list: tools }, ${call}] }`).join("\n")}
`);
  expect(summary).toMatchObject({ outcome: "broken", fault: null });
  const came = outcomesByScenario(record);
  for (const name of good) {
    expect(came[name], name).toEqual(["list tools: passed", "call echo: passed"]);
  }
  for (const [name, [, cause]] of Object.entries(bad)) {
    const broken = came[name]?.find((line) => line.includes("broken"));
    expect(broken, name).toMatch(cause);
  }
  const states = Map.groupBy(record.servers(), ({ state }) => state);
  expect(states.get("stopped")?.length).toBeGreaterThanOrEqual(25);
  expect(await leftBehind(record.run().runId)).toEqual([]);
});
