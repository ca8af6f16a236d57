import { expect, test } from "vitest";
import { faulty, outcomes, play } from "./play.ts";

const echo = "{ call: echo, with: { message: hello }, expect: { text: { contains: hello } } }";
/** Passes once in each container. */
const first = "{ exec: [mkdir, /tmp/mark], expect: { exit_code: 0 } }";
/** Fails the first two times in a container. */
const third =
  "{ exec: [sh, -c, 'echo x >> /tmp/times; test $(wc -l < /tmp/times) -gt 2'], expect: { exit_code: 0 } }";

test("each fresh scenario has a container of its own, of the image that was found once", async () => {
  const { summary, record } = await play(`version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - { name: one, isolation: fresh, steps: [${first}, ${echo}] }
  - { name: shared, steps: [${first}] }
  - { name: two, isolation: fresh, steps: [${first}, { restart: true }, ${first}] }
  - { name: shared again, steps: [${first}] }
`);
  expect(summary.fault).toBeNull();
  const outcome = Object.fromEntries(record.scenarios().map((row) => [row.name, row.outcome]));
  // The negative: scenarios that share a container see each other's marks.
  expect(outcome).toEqual({
    one: "passed",
    shared: "passed",
    two: "passed",
    "shared again": "failed",
  });
  expect(record.servers()).toMatchObject([{ name: "srv", state: "stopped" }]);
  expect(record.transitions("srv").filter(({ state }) => state === "ready")).toHaveLength(1);
  const cpu = [...record.samples("srv")].map(({ cpuMs }) => cpuMs);
  expect(cpu).toEqual(cpu.toSorted((a, b) => a - b));
});

test("a server that only fresh scenarios use has no container between them", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - { name: one, isolation: fresh, steps: [${first}] }
  - { name: two, isolation: fresh, steps: [${first}] }
`);
  expect(outcomes(record)).toEqual([
    "exec mkdir /tmp/mark: passed",
    "exec mkdir /tmp/mark: passed",
  ]);
  expect(record.transitions("srv").map(({ state }) => state)).toEqual(["stopped"]);
  expect(record.servers()).toMatchObject([{ state: "stopped", revision: "2025-11-25" }]);
});

test("a fresh container that does not start breaks its scenario alone", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("good", "ok")}
${faulty("bad", "exit-early")}
scenarios:
  - { name: bad, isolation: fresh, steps: [{ server: bad, ping: true }, { server: good, ping: true }] }
  - { name: good, isolation: fresh, server: good, steps: [{ ping: true }] }
`);
  expect(record.scenarios().map(({ outcome }) => outcome)).toEqual(["broken", "passed"]);
  expect(outcomes(record)[0]).toMatch(/^ping: broken, .*exited with code 3/);
});

test("what one server of an image speaks is not expected of another program in the same image", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("new", "modern-only")}
${faulty("old", "ok")}
scenarios:
  - name: both
    isolation: fresh
    trials: { times: 2, pass_rate: 100% }
    steps: [{ server: new, ping: true }, { server: old, ping: true }]
`);
  expect(record.scenarios()).toMatchObject([{ outcome: "passed", trialsPassed: 2 }]);
  expect(record.servers().map(({ revision }) => revision)).toEqual(["2026-07-28", "2025-11-25"]);
});

test("a scenario played several times passes by its rate, and its steps say in how many", async () => {
  const run = (rate: string) =>
    play(`version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - { name: flaky, trials: { times: 5, pass_rate: ${rate} }, steps: [${third}, { ping: true }] }
`);
  const enough = await run("60%");
  expect(enough.record.scenarios()).toMatchObject([
    { outcome: "passed", trials: 5, trialsPassed: 3, reason: null },
  ]);
  expect(enough.record.steps()).toMatchObject([
    { outcome: "passed", attempts: 5, attemptsPassed: 3 },
    { outcome: "passed", attempts: 5, attemptsPassed: 3 },
  ]);
  expect(enough.summary).toMatchObject({ outcome: "passed", passed: 2, failed: 0, skipped: 0 });
  const few = await run("80%");
  expect(few.record.scenarios()).toMatchObject([
    {
      outcome: "failed",
      trials: 5,
      trialsPassed: 3,
      reason: expect.stringMatching(/^3 of 5 trials/),
    },
  ]);
  expect(few.record.steps()).toMatchObject([
    { outcome: "failed", attemptsPassed: 3 },
    { outcome: "skipped", attemptsPassed: 3 },
  ]);
});

test("trials of a fresh scenario each begin with a new container", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - { name: each, isolation: fresh, trials: { times: 2, pass_rate: 100% }, steps: [${first}] }
`);
  expect(record.scenarios()).toMatchObject([{ outcome: "passed", trialsPassed: 2 }]);
});

test("scenarios are played once for each protocol, and what differs is a finding with both sides", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("srv", "dual-era", "protocols: [legacy, modern]")}
${faulty("other", "ok")}
scenarios:
  - { name: alike, server: srv, steps: [${echo}] }
  - { name: unlike, steps: [{ server: other, ping: true }, { server: srv, ping: true }, { server: srv, exec: [hostname] }] }
  - { name: alone, server: other, steps: [{ ping: true }] }
`);
  expect(
    record
      .scenarios()
      .map(({ name, revision, servers, outcome }) => [name, revision, servers, outcome]),
  ).toEqual([
    ["alike [legacy]", "legacy", "srv [legacy]", "passed"],
    ["alike [modern]", "modern", "srv [modern]", "passed"],
    ["unlike [legacy]", "legacy", "other,srv [legacy]", "passed"],
    ["unlike [modern]", "modern", "other,srv [modern]", "passed"],
    ["alone", null, "other", "passed"],
  ]);
  expect(record.servers().map(({ name, revision }) => [name, revision])).toEqual([
    ["srv [legacy]", "2025-11-25"],
    ["srv [modern]", "2026-07-28"],
    ["other", "2025-11-25"],
  ]);
  expect(record.findings().filter(({ code }) => code === "parity-differs")).toMatchObject([
    {
      server: "srv [modern]",
      message: expect.stringMatching(
        /unlike, step 3 \(exec hostname\): its result differs between protocol legacy and modern: .*stdout/,
      ),
    },
  ]);
  const events = [...record.events("parity")].map(({ data }) => JSON.parse(data) as unknown);
  expect(events).toMatchObject([
    { scenario: "alike", protocols: ["legacy", "modern"], differences: [] },
    { scenario: "unlike", differences: [{ position: 2, what: "result" }] },
  ]);
});

test("only: true plays what it marks, and the run says what it left out", async () => {
  const file = (only: string) => `version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - { name: marked, ${only}steps: [{ ping: true }] }
  - { name: other, tags: [slow], steps: [{ ping: true }] }
`;
  const marked = await play(file("only: true, "));
  expect(marked.record.scenarios().map(({ name }) => name)).toEqual(["marked"]);
  expect(marked.lines.join("\n")).toMatch(/warning: only: true is set on "marked"; 1 other/);
  const all = await play(file(""));
  expect(all.record.scenarios().map(({ name, tags }) => [name, tags])).toEqual([
    ["marked", ""],
    ["other", "slow"],
  ]);
  expect(all.lines.join("\n")).not.toContain("only: true");
  const tagged = await play(file(""), { only: ["tag:slow"] });
  expect(tagged.record.scenarios().map(({ name }) => name)).toEqual(["other"]);
  expect(tagged.lines.join("\n")).not.toContain("only: true");
});

test("F92 200 calls of a step at the same time all get their own answer", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - name: many
    steps:
      - { call: echo, with: { message: hello }, parallel: 200, expect: { text: { contains: hello } } }
`);
  expect(record.steps()).toMatchObject([{ outcome: "passed", attempts: 200, attemptsPassed: 200 }]);
  expect(record.findings()).toEqual([]);
  const sent = [...record.wire({ server: "srv" })].filter(({ text }) =>
    text.includes("tools/call"),
  );
  const ids = new Set(sent.map(({ text }) => (JSON.parse(text) as { id: unknown }).id));
  expect(ids.size).toBe(200);
});
