import { expect, test } from "vitest";
import { buildReport, reportHtml } from "../../src/report/index.ts";
import { newRecord } from "./fixture.ts";

const states = [
  [1_000, "building"],
  [1_004, "creating"],
  [1_120, "starting"],
  [1_180, "ready"],
  [1_500, "paused"],
  [1_600, "ready"],
] as const;

test("the page says what a start was made of, whatever became of the server later", () => {
  const { record, read } = newRecord();
  states.forEach(([atMs, state]) => {
    record.transition({ server: "a", atMs, state, reason: null });
  });
  record.server("a", { createMs: 16 });
  const reader = read();
  const page = reportHtml(buildReport(reader), reader);
  expect(page).toContain(
    "Its start: image 4 ms · create 16 ms · attach and start 100 ms · first answer 60 ms",
  );
});

test("a server that never became ready has no start to be taken apart", () => {
  const { record, read } = newRecord();
  record.transition({ server: "a", atMs: 1_000, state: "creating", reason: null });
  record.transition({ server: "a", atMs: 1_100, state: "failed", reason: "no image" });
  const reader = read();
  expect(reportHtml(buildReport(reader), reader)).not.toContain("Its start:");
});
