import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { RecordWriter } from "../../src/record/index.ts";
import { buildReport, junitXml } from "../../src/report/index.ts";
import { newRecord, startMs, step } from "./fixture.ts";
import { hostile } from "./hostile.ts";
import { fillHostileRun } from "./hostile-run.ts";
import { fillSmallRun } from "./small-run.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Parses strictly: anything that is not well-formed throws. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(xml).close();
  return elements;
}

function junitOf(fill: (record: RecordWriter) => void): readonly Element[] {
  const { record, read } = newRecord();
  fill(record);
  return elementsOf(junitXml(buildReport(read())));
}

function named(elements: readonly Element[], name: string): Readonly<Record<string, string>>[] {
  return elements.filter((element) => element.name === name).map(({ attributes }) => attributes);
}

test("scenarios are suites, steps are cases, findings a suite of their own", () => {
  const elements = junitOf(fillSmallRun);
  expect(
    named(elements, "testsuite").map(({ name, tests, failures, errors, skipped }) => [
      name,
      tests,
      failures,
      errors,
      skipped,
    ]),
  ).toEqual([
    ["echo and sum", "3", "1", "0", "1"],
    ["graph", "2", "0", "0", "0"],
    ["files", "1", "0", "1", "0"],
    ["findings", "2", "1", "0", "0"],
  ]);
  expect(named(elements, "testcase")[1]).toEqual({
    name: "2. call get-sum",
    classname: "echo and sum",
    time: "0.813",
    file: "mcp-manager.yml",
    line: "15",
  });
  expect(named(elements, "failure")[0]?.["message"]).toContain('text contains "6" is false');
});

test("A22 whatever servers say, a strict parser reads it, and nothing is added to the tree", () => {
  const elements = junitOf(fillHostileRun);
  expect(named(elements, "testcase")).toHaveLength(hostile.length * 2);
  expect(new Set(elements.map(({ name }) => name))).toEqual(
    new Set(["testsuites", "testsuite", "testcase", "failure", "system-out"]),
  );
});

test("A22 the parser refuses the same texts unescaped", () => {
  for (const text of ["\u0000", "]]>", "<b>", "&x;", "\u001b"]) {
    expect(() => elementsOf(`<a>${text}</a>`)).toThrow(/^\d+:\d+: /);
  }
});

test("A22 a text of 50 MB is cut", () => {
  const { record, read } = newRecord();
  const scenario = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
  const huge = "x".repeat(50_000_000);
  record.step(step(scenario, { outcome: "failed", reason: huge }), [
    {
      place: "text",
      predicate: "equals",
      ok: false,
      expected: "y",
      actual: huge,
      line: 1,
      column: 1,
    },
  ]);
  expect(junitXml(buildReport(read())).length).toBeLessThan(50_000);
});

test("a run that is not green has a case that is not", () => {
  const dead = junitOf((record) => record.run({ runFile: "f.yml" }));
  expect(named(dead, "error").map(({ type }) => type)).toEqual(["MANAGER_DIED"]);
  const unfinished = junitOf((record) => {
    const id = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
    record.step(step(id), []);
    record.run({ endedAtMs: startMs, outcome: "broken", exitCode: 1 });
  });
  expect(named(unfinished, "error").map(({ message }) => message)).toEqual([
    "the run ended before it began",
  ]);
});
