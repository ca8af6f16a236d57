import { expect, test } from "vitest";
import {
  buildReport,
  reportHtml,
  summaryMarkdown,
  terminalReport,
} from "../../src/report/index.ts";
import { newRecord } from "./fixture.ts";
import { fillSmallRun } from "./small-run.ts";

function small() {
  const { record, read } = newRecord();
  fillSmallRun(record);
  const reader = read();
  return { reader, report: buildReport(reader) };
}

test("the report holds what each server was really started from, and nothing where nobody knows", () => {
  const [everything, memory] = small().report.servers;
  expect(memory).toMatchObject({
    packageVersion: "1.4.2",
    packages: 91,
    bases: [{ reference: "node:24", id: "sha256:2", digest: "sha256:3" }],
  });
  expect(everything).toMatchObject({ packageVersion: null, packages: null, bases: [] });
});

test("the version that was installed stands in the terminal, the summary and the page", () => {
  const { reader, report } = small();
  const lines = terminalReport(report).split("\n");
  const head = lines.find((line) => line.startsWith("SERVER")) ?? "";
  const row = lines.find((line) => line.startsWith("memory")) ?? "";
  expect(row.slice(head.indexOf("VERSION"))).toMatch(/^1\.4\.2 /);
  expect(summaryMarkdown(report)).toContain(
    "version installed 1.4.2, packages 91, mcp/memory:1, image id sha256:1",
  );
  const page = reportHtml(report, reader);
  expect(page).toContain("version 1.4.2 installed");
  expect(page).toContain("sha256:3 (id sha256:2)");
});

test("without any known version the terminal has no column for it, and bases that are none are none", () => {
  const { record, read } = newRecord();
  record.server("a", { bases: '[1,"x",{"reference":"r","id":"i"}]' });
  record.server("b", { bases: "no JSON" });
  const report = buildReport(read());
  expect(report.servers.map(({ bases }) => bases)).toEqual([
    [{ reference: "r", id: "i", digest: null }],
    [],
  ]);
  expect(terminalReport(report)).not.toContain("VERSION");
});
