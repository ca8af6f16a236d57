import { expect, test } from "vitest";
import { annotations, buildReport } from "../../src/report/index.ts";
import { commandsIn } from "../text/runner-commands.ts";
import { newRecord, step } from "./fixture.ts";
import { fillHostileRun } from "./hostile-run.ts";
import { fillSmallRun } from "./small-run.ts";

test("failures stand at the line of what does not hold, gravest first", () => {
  const { record, read } = newRecord();
  fillSmallRun(record);
  const all = annotations(buildReport(read()));
  expect(
    all.map(({ level, file, line, column, title }) => [level, file, line, column, title]),
  ).toEqual([
    ["error", "mcp-manager.yml", 17, 19, "echo and sum › call get-sum"],
    ["error", "mcp-manager.yml", 32, 9, "files › call read_file"],
    ["error", "mcp-manager.yml", 4, 3, "memory: ignores-sigterm"],
    ["warning", "mcp-manager.yml", 12, 9, "everything: stdout-pollution"],
  ]);
  expect(all[0]?.message).toBe(
    'text contains "6" is false: it is "The sum of 2 and 3 is 5."\nexpected: text contains "6"\nactual:   "The sum of 2 and 3 is 5."',
  );
});

test("of more than nine, nine are shown and one line counts the others", () => {
  const { record, read } = newRecord();
  const scenario = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
  for (let position = 0; position < 30; position++) {
    record.step(
      step(scenario, { position, outcome: position === 29 ? "failed" : "broken", reason: "r" }),
      [],
    );
  }
  record.run({ runFile: "f.yml", endedAtMs: 1 });
  const all = annotations(buildReport(read()));
  expect(all).toHaveLength(10);
  expect(all[9]?.message).toMatch(/^and 21 more/);
});

test("a fault of the run comes first and points at no line", () => {
  const { record, read } = newRecord();
  record.run({
    runFile: "f.yml",
    fault: "no socket",
    faultCode: "ENGINE_NOT_RUNNING",
    endedAtMs: 1,
  });
  expect(annotations(buildReport(read()))).toMatchObject([
    { level: "error", file: null, line: null, title: "Docker Engine is not running" },
  ]);
});

test("without a run file nothing has a place", () => {
  const { record, read } = newRecord();
  const scenario = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
  record.step(step(scenario, { outcome: "failed" }), []);
  record.run({ endedAtMs: 1 });
  expect(annotations(buildReport(read()))).toMatchObject([
    { file: null, line: null, column: null },
  ]);
});

test("A01 A02 no annotation holds a command or leaves its line", () => {
  const { record, read } = newRecord();
  fillHostileRun(record);
  const all = annotations(buildReport(read()));
  expect(commandsIn(all.flatMap(({ title, message }) => [title, message]).join("\n"))).toEqual([]);
  for (const { title } of all) {
    expect(title).not.toMatch(/[\r\n]/);
  }
});

test("a message fits the runner's 4,096 characters and does not end in half of one", () => {
  const { record, read } = newRecord();
  const scenario = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
  record.step(step(scenario, { outcome: "failed", reason: "😀".repeat(5_000) }), []);
  const [one] = annotations(buildReport(read())).slice(-1);
  expect(one?.message).toMatch(/^(?:😀)+…$/u);
  expect(one?.message.length).toBe(4_095);
});
