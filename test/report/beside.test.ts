import { expect, test } from "vitest";
import {
  buildReport,
  reportHtml,
  summaryMarkdown,
  terminalReport,
} from "../../src/report/index.ts";
import { newRecord, startMs, step } from "./fixture.ts";

test("services and what mocks were asked are in every report, and are no servers", () => {
  const { record, read } = newRecord();
  record.run({ startedAtMs: startMs, endedAtMs: startMs + 2_000, runFile: "x.yml" });
  record.server("everything", { readyMs: 12, state: "stopped" });
  record.server("api", { role: "service", template: "mock-http", readyMs: 34, state: "stopped" });
  record.server("db", { role: "service", template: "image", state: "declared" });
  const reason = "exited with code 1 before it was healthy; it said last: <no> password";
  record.transition({ server: "db", atMs: startMs, state: "failed", reason });
  for (const [url, status, matched] of [
    ["/v1/a?page=1", 200, true],
    ["/v1/a?page=2", 200, true],
    ["/v1/b", 404, false],
  ] as const) {
    const data = JSON.stringify({ method: "GET", url, status, matched });
    record.event({ atMs: startMs, kind: "mock-request", server: "api", data });
  }
  const scenario = record.beginScenario({ name: "one", servers: "everything", line: 1, column: 1 });
  record.step(step(scenario), []);
  record.endScenario(scenario, { outcome: "passed" });
  const reader = read();
  const report = buildReport(reader);
  expect(report.totals.servers).toBe(1);
  expect(report.run.outcome).toBe("passed");
  expect(report.services.map(({ name }) => name)).toEqual(["api", "db"]);
  expect(report.mocks).toEqual([
    { service: "api", method: "GET", path: "/v1/a", status: 200, matched: true, requests: 2 },
    { service: "api", method: "GET", path: "/v1/b", status: 404, matched: false, requests: 1 },
  ]);
  const terminal = terminalReport(report);
  expect(terminal).toContain("What mocks were asked\n  SERVICE  REQUEST");
  expect(terminal).toMatch(/^ {2}api +GET \/v1\/b +404, no answer declared +1 request$/m);
  expect(terminal).toMatch(/^ {2}db +image +failed: exited with code 1 before it was healthy/m);
  const summary = summaryMarkdown(report);
  expect(summary).toContain("#### Services");
  expect(summary).toContain("| api | mock-http | ready | 34 ms | – | – |");
  expect(summary).toContain("| api | GET /v1/a | 200 | 2 requests |");
  const page = reportHtml(report, reader);
  expect(page).toContain('<h2 id="services">Services<small>2</small></h2>');
  expect(page).toContain("&lt;no&gt; password");
  expect(page).toContain("<td>GET /v1/b</td><td>404, no answer declared</td>");
  expect(page).toContain('id="log-api"');
  expect(page).not.toContain('id="wire-api"');
});
