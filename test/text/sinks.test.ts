import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  forCsv,
  forHtml,
  forMarkdown,
  forTerminal,
  forTerminalLine,
  forXml,
  splitLines,
  stripAnsi,
} from "../../src/text/index.ts";

describe("terminal", () => {
  test.for([
    ["colours", "\u001b[1;31mred\u001b[0m", "red"],
    ["a link (OSC 8)", "\u001b]8;;http://evil\u001b\\text\u001b]8;;\u001b\\", "text"],
    ["the clipboard (OSC 52)", "a\u001b]52;c;eA==\u0007b", "ab"],
    ["a title", "a\u001b]0;title\u0007b", "ab"],
    ["the cursor", "ok\u001b[1A\u001b[2Kpassed", "okpassed"],
    ["8-bit controls", "a\u009b31mb\u009d0;t\u009cc", "abc"],
    ["a device string", "a\u001bP1$r\u001b\\b", "ab"],
  ] as const)("A23 %s is removed", ([, text, plain]) => {
    expect(forTerminal(text)).toBe(plain);
  });

  test("A23 whatever the text, no control character but tab and newline is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(forTerminal(text)).not.toMatch(/(?![\t\n])[\p{Cc}]/u);
      }),
    );
  });

  test("A23 a sequence without an end hides nothing that follows", () => {
    expect(forTerminal("a\u001b]0;never ended\nb")).toBe("a\\x1b]0;never ended\nb");
  });

  test("A24 bidi and zero-width characters are shown", () => {
    expect(forTerminal("a\u202eb\u200bc\u{e0041}d\u3164")).toBe(
      "a\\u{202e}b\\u{200b}c\\u{e0041}d\\u{3164}",
    );
  });

  test("letters of all scripts, emoji and tabs stay", () => {
    const text = "héllo 日本語 العربية ❤️\t👍🏽";
    expect(forTerminal(text)).toBe(text);
  });

  test("one line stays one line", () => {
    expect(forTerminalLine("a\r\nb\u2028c")).toBe("a b c");
  });

  test("stripping takes linear time on text made to be slow", () => {
    const worst = ["\u001b]", "\u009d", "\u001b[1;", "\u001b ", "\u001bP"].map((part) =>
      part.repeat(100_000),
    );
    const start = performance.now();
    worst.map(stripAnsi);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test("every line break that a reader knows splits", () => {
  expect(splitLines("a\nb\rc\r\nd\ve\ff\u0085g\u2028h\u2029i\u001cj")).toHaveLength(10);
  expect(splitLines("a\tb\u00a0c")).toHaveLength(1);
});

describe("markup", () => {
  test("A23 colours go, other sequences are shown", () => {
    expect(forHtml("\u001b[31mred\u001b[0m \u001b]52;c;eA==\u0007")).toBe(
      "red \\x1b]52;c;eA==\\x07",
    );
  });

  test("A20 HTML has no character left that could begin markup or end an attribute", () => {
    expect(forHtml(`<a href="x" o='y'>&`)).toBe("&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(forHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  test("A22 XML shows what it cannot hold", () => {
    expect(forXml("a\u0000b\ud800c\ufffed]]>e\nf")).toBe(
      "a\\x00b\\u{d800}c\\u{fffe}d]]&gt;e&#10;f",
    );
  });

  test("A24 Markdown shows what hides", () => {
    expect(forMarkdown("a\u202eb")).toBe("a\\\\u\\{202e\\}b");
  });
});

describe("CSV", () => {
  test.for(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uff1d1"])(
    "A25 a formula is disarmed: %j",
    (text) => {
      expect(forCsv(text)).toMatch(/^"'/);
    },
  );

  test("A25 text that is no formula is left alone, quotes and line breaks are quoted", () => {
    expect(forCsv("everything")).toBe("everything");
    expect(forCsv('a "b", c\r\nd')).toBe('"a ""b"", c\nd"');
  });
});
