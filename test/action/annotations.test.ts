import { expect, test } from "vitest";
import { problemAnnotations, warning, withinLimit } from "../../src/action/annotations.ts";
import { faultMarkdown } from "../../src/action/fault-markdown.ts";
import { Fault } from "../../src/fault/index.ts";

test("each problem stands at its place, with its hint", () => {
  const problems = [
    { file: "a.yml", line: 3, column: 5, message: "unknown key", hint: "Did you mean call?" },
  ];
  expect(problemAnnotations("Run file invalid", problems)).toEqual([
    {
      level: "error",
      title: "Run file invalid",
      message: "unknown key\nDid you mean call?",
      file: "a.yml",
      line: 3,
      column: 5,
    },
  ]);
});

test("ten of a level are all kept; of eleven, nine and how many more", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => warning(`w${index}`));
  expect(withinLimit(many(10))).toHaveLength(10);
  const kept = withinLimit(many(11));
  expect(kept).toHaveLength(10);
  expect(kept.at(-1)).toMatchObject({ level: "warning", title: "2 more" });
});

test("A21 a fault's foreign text is only text in the job summary", () => {
  const fault = new Fault("RUN_FILE_INVALID", "bad", {
    problems: [
      { file: "x.yml", line: 1, column: 2, message: "<img src=x> **bold** @someone [l](http://e)" },
    ],
  });
  const markdown = faultMarkdown(fault);
  expect(markdown).toContain("### ❌ Run file invalid");
  expect(markdown).toContain("x.yml:1:2");
  expect(markdown).not.toMatch(/<img|(?<!\\)\*|@someone|(?<!\\)\]\(/);
  const whole = faultMarkdown(new Fault("USAGE", "```\n# forged"));
  expect(whole).toContain("````\n```\n# forged\n````");
});
