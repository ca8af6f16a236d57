import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { fencedCode, forMarkdown } from "../../src/text/index.ts";

const parser = new MarkdownIt({ html: true, linkify: true });
// GitHub links what begins with a scheme or `www.`; this parser would also take "1.za" for a domain.
parser.linkify.tlds(["example"]);

/** Text made of what Markdown is made of. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "#",
        "##",
        "-",
        "+",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "```",
        "````",
        "~~~",
        ">",
        "=",
        "===",
      ),
      fc.constantFrom(
        "[",
        "]",
        "(",
        ")",
        "![",
        "](http://a.b)",
        "<",
        "</",
        "<b>",
        "<!--",
        "&lt;",
        "&#60;",
        "|",
        "\\",
      ),
      fc.constantFrom(
        "http://a.bc",
        "www.a.bc",
        "a@b.cd",
        "mailto:a@b.cd",
        "1.",
        "1)",
        "    ",
        "\t",
        "\n",
        "\r\n",
        " ",
      ),
      fc.string({ unit: fc.constantFrom("a", "Z", "1", "é", "日", ":", "!", "~"), maxLength: 2 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("A21 inline", () => {
  test("no text becomes anything but text", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const tokens = parser.parse(forMarkdown(text), {});
        const types = new Set(
          [...tokens, ...tokens.flatMap((token) => token.children ?? [])].map(({ type }) => type),
        );
        expect(
          [...types].filter(
            (type) =>
              !["paragraph_open", "paragraph_close", "inline", "text", "text_special"].includes(
                type,
              ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("the same texts are markup as they are", () => {
    const raw = fc.sample(markup, { numRuns: 500, seed: 1 }).map((text) => parser.render(text));
    expect(
      raw.filter((html) => /<(?:h\d|em|a |ul|code|blockquote)/.test(html)).length,
    ).toBeGreaterThan(50);
  });

  test("in a table cell it stays in its cell", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const tokens = parser.parse(`| a | b |\n| - | - |\n| ${forMarkdown(text)} | end |\n`, {});
        const cells = tokens.filter(({ type }) => type === "inline").map(({ content }) => content);
        expect([cells.length, cells[3]]).toEqual([4, "end"]);
      }),
    );
  });

  test("what is plain stays readable", () => {
    expect(forMarkdown("Server exited (code 1): no such file")).toBe(
      "Server exited (code 1): no such file",
    );
  });
});

describe("A21 fenced", () => {
  test("no text closes its fence", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const tokens = parser.parse(`${fencedCode(text)}\n\nafter`, {});
        expect(tokens.map(({ type }) => type)).toEqual([
          "fence",
          "paragraph_open",
          "inline",
          "paragraph_close",
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("lines and indentation stay", () => {
    expect(fencedCode("  a\r\n\n```\nb", "diff")).toBe("````diff\n  a\n\n```\nb\n````");
  });
});
