import fc from "fast-check";
import { expect, test } from "vitest";
import { fill } from "../../src/scenario/expect/fill.ts";
import { judgeOne, play, result, step, stubSession, text } from "./stub-session.ts";

const json = fc.jsonValue({ maxDepth: 3 });
const hostileKey = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "a");

test("a string that is one placeholder becomes the value with its type", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(fill({ x: ["{{ v }}", "{{v}}"] }, new Map([["v", value]]))).toEqual({
        x: [value, value],
      });
    }),
  );
});

test("within text a string stands as it is and everything else as JSON", () => {
  fc.assert(
    fc.property(json, (value) => {
      const shown = typeof value === "string" ? value : JSON.stringify(value);
      expect(fill("<{{ v }}|{{v}}>", new Map([["v", value]]))).toBe(`<${shown}|${shown}>`);
    }),
  );
});

test("what is filled in is not filled again, and replacement patterns mean nothing", () => {
  const captures = new Map([
    ["a", "{{ b }} $& $1"],
    ["b", "no"],
  ]);
  expect(fill("x {{ a }}", captures)).toBe("x {{ b }} $& $1");
});

test("values without placeholders stay as they are", () => {
  fc.assert(
    fc.property(
      json.filter((value) => !JSON.stringify(value).includes("{{")),
      (value) => {
        expect(JSON.stringify(fill(value, new Map()))).toBe(JSON.stringify(value));
      },
    ),
  );
});

test("A43 hostile keys in arguments are sent as keys and pollute nothing", () => {
  fc.assert(
    fc.property(hostileKey, hostileKey, (outer, inner) => {
      const given = JSON.parse(`{"${outer}":{"${inner}":{"polluted":"{{ v }}"}}}`) as unknown;
      const filled = fill(given, new Map([["v", "yes"]]));
      expect(JSON.stringify(filled)).toBe(`{"${outer}":{"${inner}":{"polluted":"yes"}}}`);
      expect(Object.getPrototypeOf(filled)).toBe(Object.prototype);
      expect("polluted" in {}).toBe(false);
    }),
  );
});

test("A43 hostile keys in an answer and hostile capture names are data", async () => {
  const hostile = JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  ) as unknown;
  const capture = JSON.parse('{"__proto__":"$.__proto__","constructor":"$.constructor"}') as Record<
    string,
    string
  >;
  const session = stubSession(({ params }) =>
    JSON.stringify(params).includes("first") ? result(hostile) : text(""),
  );
  const played = await play(
    [step({ call: "first", capture }), step({ call: "second", with: { x: "{{ __proto__ }}" } })],
    session,
  );
  expect(played.outcome).toBe("passed");
  expect(session.requests[1]?.params).toEqual({
    name: "second",
    arguments: { x: { polluted: 1 } },
  });
  expect("polluted" in {}).toBe(false);
  expect(Object.hasOwn(played.steps[0]?.captures ?? {}, "__proto__")).toBe(true);
});

test("A43 inherited members are never found in an answer", async () => {
  for (const place of ["$.toString", "$.constructor", "$['__proto__']"]) {
    expect(
      (await judgeOne({ expect: { [place]: { equals: null } } }, result({}))).reason,
    ).toContain("nothing found");
  }
  const inherited = Object.create({ isError: true }) as unknown;
  expect((await judgeOne({}, result(inherited))).outcome).toBe("passed");
});
