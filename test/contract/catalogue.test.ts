import { expect, test } from "vitest";
import { idsIn, idsOfTests, missingIds } from "../../.github/scripts/catalogue.mjs";

test.each([
  ["F01 a socket that is absent", ["F01"]],
  ["I01 I02 an empty file", ["I01", "I02"]],
  ["A01, A02 and A05: commands in a line", ["A01", "A02", "A05"]],
  ["A01-A03 commands", ["A01", "A02", "A03"]],
  ["A01–A03 commands", ["A01", "A02", "A03"]],
  ["nothing of F01", []],
  ["F1 is no id", []],
])("the ids of %j are %j", (title, ids) => {
  expect(idsIn(title)).toEqual(ids);
});

test("an id counts where a test's title or a row of its table begins with it", () => {
  const id = "F";
  const text = `
    describe("${id}32 gone", () => {
      test("${id}33 gone with 0", () => {});
      test.each([["${id}34 hangs", 1]])("%s", () => {});
      test(\`${id}36 crashes with \${code}\`, () => {});
    });
    const other = "${id}40";
    // ${id}41 in a comment
    test("in the middle ${id}42 of it", () => {});
  `;
  expect(idsOfTests("a.test.ts", text).map(([found]) => found)).toEqual([
    "F32",
    "F33",
    "F34",
    "F36",
  ]);
});

test("an id that must hold is missing until a test has it", () => {
  expect(missingIds(new Map())).toContain("F60");
  expect(missingIds(new Map([["F60", []]]))).not.toContain("F60");
  expect(missingIds(new Map())).not.toContain("I25");
});
