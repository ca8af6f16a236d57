import { expect, test } from "vitest";
import type { RecordWriter } from "../../src/record/index.ts";
import {
  buildReport,
  junitXml,
  reportHtml,
  summaryMarkdown,
  terminalReport,
} from "../../src/report/index.ts";
import { newRecord, startMs, step } from "./fixture.ts";

const image = "iVBORw0KGgo".repeat(100);
const page = "https://modelcontextprotocol.io/specification/2025-11-25/server/tools";

/** One scenario over two protocols: a retried step, a failed one of a row, a teardown; cost and parity. */
function fill(record: RecordWriter): void {
  record.run({ runId: "r", startedAtMs: startMs, runFile: "f.yml", productVersion: "0.1.0" });
  record.server("everything", { template: "npm", transport: "stdio", readyMs: 5 });
  for (const revision of ["legacy", "modern"]) {
    const scenario = record.beginScenario({
      // Records may have the protocol in the name too; it is told once.
      name: revision === "legacy" ? "talk [legacy]" : "talk",
      servers: "everything",
      line: 5,
      column: 3,
      tags: "slow,network",
      revision,
      trials: 4,
      trialsPassed: 3,
    });
    record.step(
      step(scenario, { note: "passed at attempt 3 of 5", attempts: 3, attemptsPassed: 1 }),
      [],
    );
    record.step(
      step(scenario, {
        position: 1,
        outcome: "failed",
        rowLabel: "Berlin",
        reason: "structured equals is false",
        startedAtMs: startMs + 2_000,
        durationMs: 50,
        resultJson: JSON.stringify({ content: [{ type: "image", data: image }] }),
      }),
      [
        {
          place: "structured",
          predicate: "equals",
          ok: false,
          expected: '{"city":"Berlin","list":[1,2,3]}',
          actual: '{"city":"Bern","list":[1,2,3]} (/city is "Bern", expected "Berlin")',
          line: 9,
          column: 5,
        },
      ],
    );
    record.step(
      step(scenario, {
        position: 2,
        phase: "teardown",
        note: "roots/list answered by the rule of line 7",
      }),
      [],
    );
    record.endScenario(scenario, { outcome: "failed", reason: "x", durationMs: 9 });
  }
  const said = (text: string, atMs: number) =>
    record.log({ server: "everything", stream: "stderr", atMs, text, bytes: 9, truncated: false });
  said("before the step", startMs + 1_000);
  said("cannot find Berlin", startMs + 2_010);
  said("long after", startMs + 9_000);
  const text = '{"jsonrpc":"2.0","method":"notifications/message","params":{"data":"city"}}';
  record.wire({
    server: "everything",
    direction: "received",
    atMs: startMs + 2_020,
    text,
    bytes: 9,
    truncated: false,
  });
  const differences = [{ position: 1, what: "result", first: '{"a":1}', second: '{"a":2}' }];
  const event = (kind: string, server: string | null, data: unknown) =>
    record.event({ atMs: startMs, kind, server, data: JSON.stringify(data) });
  event("parity", null, { scenario: "talk", protocols: ["legacy", "modern"], differences });
  const tools = [
    { name: "cheap", bytes: 100, tokens: 25 },
    { name: "dear", bytes: 4_000, tokens: 1_000 },
  ];
  event("context-cost", "everything", { tools, bytes: 4_100, tokens: 1_025 });
  const finding = { server: "everything", severity: "error" as const, atMs: startMs, stepId: null };
  record.finding({ ...finding, code: "a", message: "known", reference: page });
  record.finding({
    ...finding,
    code: "b",
    message: "foreign",
    reference: "https://evil.example/x",
  });
  record.run({ endedAtMs: startMs + 3_000, outcome: "failed", exitCode: 1 });
}

function reports(): Readonly<Record<"terminal" | "summary" | "html" | "junit", string>> {
  const { record, read } = newRecord();
  fill(record);
  const reader = read();
  const report = buildReport(reader);
  return {
    terminal: terminalReport(report),
    summary: summaryMarkdown(report),
    html: reportHtml(report, reader),
    junit: junitXml(report),
  };
}

test("a step that passed late is told everywhere", () => {
  for (const [name, text] of Object.entries(reports())) {
    expect(text, name).toContain("passed at attempt 3 of 5");
  }
  // Two variants were late; a note on a step that passed every time makes it not unsteady.
  expect(reports().terminal).toContain("2 unsteady steps\n");
});

test("scenarios tell their protocol and their trials, steps their row and their part", () => {
  const { terminal, html, junit } = reports();
  expect(terminal).toMatch(/✗ talk \[modern\] {2}3 of 4 trials passed/);
  expect(terminal).toContain("call echo [Berlin]");
  expect(html).toContain("teardown: call echo");
  expect(html).toContain('<span class="pill">slow</span>');
  expect(junit).toContain('name="2. call echo [Berlin]"');
  expect(junit).toContain('classname="talk [legacy]"');
  expect(terminal).not.toContain("[legacy] [legacy]");
});

test("two structures are told apart line by line", () => {
  const { terminal, summary, html } = reports();
  expect(terminal).toMatch(/- {3}"city": "Berlin",\n +\+ {3}"city": "Bern",/);
  expect(summary).toContain('-   "city": "Berlin",\n+   "city": "Bern",');
  expect(html).toContain("<del>-   &quot;city&quot;: &quot;Berlin&quot;,</del>");
});

test("what the server said while a step failed stands beside it, and nothing else", () => {
  for (const [name, text] of Object.entries(reports())) {
    expect(text.replaceAll("&quot;", '"'), name).toContain("cannot find Berlin");
    expect(text, name).toContain("notifications/message");
  }
  expect(reports().terminal).not.toMatch(/before the step|long after/);
});

test("the cost of tools is a table, the dearest first", () => {
  const { terminal, summary, html } = reports();
  expect(terminal).toMatch(/everything +2 tools +≈ 1,025 tokens +4 KiB +dear 1000, cheap 25/);
  expect(summary).toMatch(/\| everything \| 2 \| ≈ 1025 \| 4 KiB \| dear 1000, cheap 25 \|/);
  expect(html.indexOf(">dear<")).toBeLessThan(html.indexOf(">cheap<"));
});

test("parity names the step, what differs, and both sides", () => {
  const { terminal, summary, html } = reports();
  expect(terminal).toMatch(/talk +step 2 +result +legacy: \{"a":1\} +modern: \{"a":2\}/);
  expect(summary).toMatch(/\| talk · 2 \| result \| legacy: .*1.* \| modern: .*2.* \|/);
  expect(html).toContain('id="parity"');
});

test("I91 only an address of the specification becomes a link", () => {
  const { summary, html } = reports();
  expect(html).toContain(`<a href="${page}" rel="noopener noreferrer">specification</a>`);
  expect(summary).toContain(`[specification](${page})`);
  expect(html).not.toContain('href="https://evil');
  expect(summary).not.toMatch(/\]\(https:\/\/evil/);
  expect(html).toContain("https://evil.example/x");
});

test("I90 an image that a server sent is named by its size, never in the page", () => {
  const { html } = reports();
  expect(html).toContain(`(${image.length} characters of base64 left out)`);
  expect(html).not.toContain(image);
});
