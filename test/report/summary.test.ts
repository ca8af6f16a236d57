import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { buildReport, type Report, summaryMarkdown } from "../../src/report/index.ts";
import { newRecord, step } from "./fixture.ts";
import { hostile } from "./hostile.ts";
import { fillHostileRun } from "./hostile-run.ts";
import { fillSmallRun } from "./small-run.ts";

const parser = new MarkdownIt({ html: true, linkify: true });

function small(): Report {
  const { record, read } = newRecord();
  fillSmallRun(record);
  return buildReport(read());
}

function withFailures(count: number, actual: string): Report {
  const { record, read } = newRecord();
  record.run({ runFile: "f.yml", endedAtMs: 1 });
  const scenario = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
  for (let position = 0; position < count; position++) {
    record.step(step(scenario, { position, outcome: "failed", reason: `reason ${position}` }), [
      {
        place: "text",
        predicate: "equals",
        ok: false,
        expected: "x",
        actual,
        line: position + 1,
        column: 1,
      },
    ]);
  }
  record.endScenario(scenario, { outcome: "failed" });
  return buildReport(read());
}

test("the summary of a small run reads as the golden file", () => {
  const golden = join(import.meta.dirname, "golden", "summary.md");
  const text = summaryMarkdown(small(), {
    fullReport: "https://github.com/o/r/actions/runs/1/artifacts/2",
  });
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(join(import.meta.dirname, "golden"), { recursive: true });
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, "utf8"));
});

function parsed() {
  const { record, read } = newRecord();
  fillHostileRun(record);
  const tokens = parser.parse(summaryMarkdown(buildReport(read())), {});
  return { tokens, inline: tokens.flatMap((token) => token.children ?? []) };
}

describe("A21 what a server says is text in the summary", () => {
  test("no raw HTML but our own folding", () => {
    const { tokens, inline } = parsed();
    const blocks = tokens
      .filter(({ type }) => type === "html_block")
      .map(({ content }) => content.trim());
    expect(new Set(blocks.flatMap((block) => block.split("\n")))).toEqual(
      new Set([
        "<details><summary>Slowest steps</summary>",
        "<details><summary>Versions</summary>",
        "</details>",
        ...blocks.filter((block) =>
          /^<details><summary>(?:expected and actual|what the server said meanwhile), \d+ lines<\/summary>$/.test(
            block,
          ),
        ),
      ]),
    );
    expect(inline.filter(({ type }) => type === "html_inline")).toEqual([]);
  });

  test("no image, link, emphasis or forged heading", () => {
    const { tokens, inline } = parsed();
    const types = new Set(inline.map(({ type }) => type));
    expect(
      [...types].filter(
        (type) =>
          !/^(text|text_special|strong_open|strong_close|code_inline|softbreak)$/.test(type),
      ),
    ).toEqual([]);
    const headings = tokens.filter(({ type }) => type === "heading_open").length;
    expect(headings).toBe(1 + hostile.length + 4);
  });

  test("no mention, no issue reference", () => {
    const { inline } = parsed();
    const texts = inline
      .filter(({ type }) => type.startsWith("text"))
      .map(({ content }) => content);
    expect(texts.join("\n")).not.toMatch(/@\w|#\d/);
    expect(texts.join("\n")).toContain("octocat");
  });

  test("tables keep their columns", () => {
    const { tokens } = parsed();
    const rows = tokens.filter(({ type }) => type === "tr_open").length;
    const cells = tokens.filter(({ type }) => type === "td_open" || type === "th_open").length;
    const table = tokens.slice(
      0,
      tokens.findIndex(({ type }) => type === "table_close"),
    );
    const texts = table.filter(({ type }) => type === "inline").map(({ content }) => content);
    const ready = texts.filter((_, index) => (index - 1) % 8 === 2).slice(1);
    expect(ready).toEqual(hostile.map(() => "5 ms"));
    // Servers, the slowest steps, parity, what was tried to be reached, and context cost.
    expect([rows, cells]).toEqual([
      4 * (1 + hostile.length) + 1 + 5,
      (1 + hostile.length) * 8 + 6 * 4 + (1 + hostile.length) * 13,
    ]);
  });

  test("the same texts are markup where nothing escapes them", () => {
    const raw = parser.parse(hostile.join("\n\n"), {});
    const types = new Set(
      [...raw, ...raw.flatMap((token) => token.children ?? [])].map(({ type }) => type),
    );
    expect([...types]).toEqual(
      expect.arrayContaining(["html_block", "link_open", "table_open", "fence"]),
    );
  });
});

describe("limits", () => {
  test("ten lines of a difference stand open, more are folded", () => {
    const line = "a\n";
    expect(summaryMarkdown(withFailures(1, line.repeat(8)))).not.toContain("expected and actual");
    expect(summaryMarkdown(withFailures(1, line.repeat(20)))).toContain(
      "<details><summary>expected and actual, 22 lines</summary>",
    );
  });

  test("more than fifty failures end with how many more", () => {
    expect(summaryMarkdown(withFailures(60, "x"))).toContain(
      "and 10 failures more in the full report",
    );
  });

  test.for([400_000, 60_000, 9_000, 2_000, 600])(
    "it fits %d bytes, keeps the verdict and says where the report is",
    (limitBytes) => {
      const text = summaryMarkdown(withFailures(50, "long line of text\n".repeat(900)), {
        limitBytes,
      });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limitBytes);
      expect(text).toMatch(/^### ✗ s › call echo: reason 0/);
      expect(text).toMatch(/Full report: .*\n$/);
    },
  );

  test("what fits is not shortened", () => {
    expect(summaryMarkdown(small())).not.toContain("Shortened");
    expect(
      summaryMarkdown(withFailures(50, "x\n".repeat(5_000)), { limitBytes: 60_000 }),
    ).toContain("Shortened");
  });
});

test("an address becomes a link only when it is one", () => {
  expect(summaryMarkdown(small(), { fullReport: "https://x.y/z" })).toContain(
    "[report.html](https://x.y/z)",
  );
  expect(summaryMarkdown(small(), { fullReport: "https://x.y/z) [a](b" })).not.toContain(
    "[report.html]",
  );
  expect(summaryMarkdown(small(), { fullReport: "out/report.html" })).toMatch(
    /Full report: out\/report.html\n$/,
  );
});
