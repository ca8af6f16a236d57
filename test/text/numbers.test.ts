import { describe, expect, test } from "vitest";
import { bytes, displayWidth, duration, plural, sparkline, table } from "../../src/text/index.ts";

test.for([
  [0, "0 ms"],
  [0.42, "0.4 ms"],
  [9.96, "10 ms"],
  [340.4, "340 ms"],
  [999.6, "1 s"],
  [1_240, "1.2 s"],
  [59_960, "1 min"],
  [125_000, "2 min 5 s"],
  [3_599_800, "1 h"],
  [3_780_000, "1 h 3 min"],
] as const)("%d ms reads %s", ([ms, text]) => {
  expect(duration(ms)).toBe(text);
});

test.for([
  [0, "0 B"],
  [1_023, "1023 B"],
  [1_024, "1 KiB"],
  [1_048_575, "1 MiB"],
  [85_354_086, "81.4 MiB"],
  [3 * 2 ** 40, "3 TiB"],
] as const)("%d bytes read %s", ([size, text]) => {
  expect(bytes(size)).toBe(text);
});

test("counts agree with their noun", () => {
  expect([plural(0, "step"), plural(1, "step"), plural(1_200, "entry", "entries")]).toEqual([
    "0 steps",
    "1 step",
    "1,200 entries",
  ]);
});

describe("sparkline", () => {
  test("rises from 0 to the maximum", () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe("▁▂▃▄▅▆▇█");
  });

  test("keeps a peak when it joins values", () => {
    const values = Array.from({ length: 100 }, (_, index) => (index === 37 ? 10 : 0));
    expect(sparkline(values, 10)).toBe("▁▁▁█▁▁▁▁▁▁");
  });

  test("is empty for nothing and flat for zeros", () => {
    expect([sparkline([]), sparkline([0, 0])]).toEqual(["", "▁▁"]);
  });
});

test("a table lines up, also with wide letters", () => {
  const rows = [
    ["server", "ready"],
    ["日本", "1.2 s"],
    ["memory", "340 ms"],
  ];
  expect(table(rows, { right: [1] })).toBe("server   ready\n日本     1.2 s\nmemory  340 ms");
  expect(displayWidth("日本é")).toBe(5);
});
