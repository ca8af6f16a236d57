import { expect, test } from "vitest";
import { normalised } from "../../src/manager/play/normalise.ts";

test.each([
  ["a time", "at 2026-11-26T10:44:31.123Z", "at 2026-11-26T11:00:00+01:00"],
  ["a UUID", "id 0b2c7c1e-1111-4222-8333-444455556666", "id ffffffff-1111-4222-8333-444455556666"],
  ["a hash", `x ${"ab".repeat(16)} y`, `x ${"0f".repeat(16)} y`],
  ["milliseconds", 1_795_690_352_932, 1_795_690_353_025],
])("%s differs from run to run and is no difference", (_what, one, two) => {
  expect(normalised(JSON.stringify({ one }))).toBe(normalised(JSON.stringify({ one: two })));
});

test("what a revision adds to every result, and the order of members, is no difference", () => {
  const legacy = '{"content":[],"isError":false}';
  const modern = '{"isError":false,"resultType":"complete","_meta":{"x":1},"ttlMs":5,"content":[]}';
  expect(normalised(legacy)).toBe(normalised(modern));
});

test.each([
  ["text", '{"a":"b"}', '{"a":"c"}'],
  ["a number", '{"a":1}', '{"a":2}'],
  ["a missing member", '{"a":1,"b":2}', '{"a":1}'],
  ["the order of a list", "[1,2]", "[2,1]"],
  ["a member __proto__", '{"__proto__":1}', "{}"],
  ["what was cut and is no JSON", '{"a":"b', '{"a":"c'],
])("%s is a difference", (_what, one, two) => {
  expect(normalised(one)).not.toBe(normalised(two));
});
