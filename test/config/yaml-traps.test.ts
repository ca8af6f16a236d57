import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { argumentsOf, linesOf, load, minimal, problemsOf } from "./loading.ts";

const step = (line: string) => minimal({ step: line });

test("the minimal run file is accepted", () => {
  expect(load(minimal()).scenarios[0]?.steps[0]?.action.target).toBe("echo");
});

describe("what is not a run file at all", () => {
  test.each([
    ["", "empty"],
    ["# only a comment\n", "empty"],
    ["~\n", "empty"],
    ["---\n...\n", "empty"],
  ])("I01 %j is called empty", (text, word) => {
    expect(linesOf(text)).toEqual([expect.stringContaining(`the run file is ${word}`)]);
  });

  test.each([
    ["- a\n", "a list"],
    ["hello\n", "a single value"],
    ["12\n", "a single value"],
  ])("I02 the root %j is refused with what was expected", (text, what) => {
    expect(linesOf(text)).toEqual([
      `1:1 the run file is ${what}; expected a map with version, servers and scenarios`,
    ]);
  });

  test("I03 a byte order mark is accepted and does not shift columns", () => {
    expect(load(`\ufeff${minimal()}`).runFile.version).toBe(1);
    expect(problemsOf(`\ufeffversoin: 1\n`)[0]).toMatchObject({ line: 1, column: 1 });
  });

  test("I09 a second document is refused where it begins", () => {
    expect(linesOf(`${minimal()}---\nb: 2\n`)).toEqual([
      expect.stringMatching(/^9:\d+ a second YAML document begins here/),
    ]);
    expect(load(`---\n${minimal()}`).runFile.version).toBe(1);
  });
});

describe("characters and syntax", () => {
  test("I06 a tab as indentation is named at its place", () => {
    expect(linesOf("version: 1\nservers:\n\ta: 1\n")).toEqual([
      expect.stringMatching(/^3:1 a tab is used as indentation/),
    ]);
  });

  test("I35 JSON is read too; comments and single quotes of JSON5 are refused with their place", () => {
    const json = {
      version: 1,
      servers: { a: { image: "b" } },
      scenarios: [{ name: "x", steps: [{ ping: true }] }],
    };
    expect(load(JSON.stringify(json, null, 2)).scenarios).toHaveLength(1);
    expect(load(JSON.stringify(json, null, "\t")).scenarios).toHaveLength(1);
    expect(linesOf('{\n  // no\n  "version": 1\n}').join("\n")).toContain('2:3 unknown key "// no');
    expect(linesOf("{'version': 1,\n 'name': 'x' 'y'}")[0]).toMatch(/^2:\d+ not YAML/);
  });

  test("I36 CRLF and a missing final newline are accepted, NBSP as indentation is refused at its line", () => {
    expect(load(minimal().trimEnd().replaceAll("\n", "\r\n")).scenarios).toHaveLength(1);
    expect(linesOf(minimal().replace("    image", "\u00a0\u00a0image"))).toContainEqual(
      expect.stringMatching(/^4:1 unknown key/),
    );
  });

  test("I17 yes, no and on are text; where true or false is wanted that is said", () => {
    const [problem] = problemsOf(minimal({ server: "checks: { protocol: no }" }));
    expect(problem?.message).toContain('expected true or false, got "no"');
    expect(problem?.hint).toContain("write true or false");
    expect(argumentsOf(step("with: { a: no }"))).toEqual({ a: "no" });
  });

  test("I18 numbers stay as written where the server gets text", () => {
    const { servers } = load(
      minimal({
        server: "env: { A: 012, B: 1.10, C: 0x1F, D: 12:30:45, E: 1_000, F: TRUE }\nargs: [1.10]",
      }),
    ).runFile;
    expect(servers["a"]?.env).toEqual({
      A: "012",
      B: "1.10",
      C: "0x1F",
      D: "12:30:45",
      E: "1_000",
      F: "TRUE",
    });
    expect(servers["a"]?.args).toEqual(["1.10"]);
    const template = load(
      minimal({ server: "with: { version: 1.10, port: 80 }" }).replace(
        "image: alpine:3.20",
        "template: npm",
      ),
    );
    expect(template.runFile.servers["a"]?.with).toEqual({ version: "1.10", port: 80 });
  });

  test.each([
    "9007199254740993",
    "-9007199254740993",
    "0x20000000000001",
    "1e999",
    ".inf",
    "-.inf",
    ".nan",
  ])("I19 the number %s would become another and is refused", (number) => {
    expect(linesOf(step(`with: { n: ${number} }`))).toEqual([
      expect.stringMatching(/^9:20 .* quote it to keep it as text$/),
    ]);
  });

  test("I19 the largest exact numbers are kept", () => {
    const given = argumentsOf(step("with: { n: 9007199254740991, m: 0.1, k: 9007199254740992 }"));
    expect(given).toEqual({ n: Number.MAX_SAFE_INTEGER, m: 0.1, k: 9007199254740992 });
  });
});

describe("keys", () => {
  test("I07 duplicate keys are refused with both places", () => {
    expect(linesOf(minimal({ server: "pull: 1\npull: 2" }))).toContain(
      '6:5 the key "pull" is here twice; it was first written at 5:5',
    );
    expect(linesOf(step("with: { 1: a, '1': b }"))).toEqual([
      '9:23 the key "1" is here twice; it was first written at 9:17',
    ]);
  });

  test("I08 duplicate keys are refused in JSON too", () => {
    expect(linesOf('{"version":1,"version":1}')).toContain(
      '1:14 the key "version" is here twice; it was first written at 1:2',
    );
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "I15 the key %s is refused by name wherever it is",
    (key) => {
      for (const text of [
        `${key}: 1\n${minimal()}`,
        minimal({ server: `${key}: { x: 1 }` }),
        minimal({ server: `env: { ${key}: x }` }),
        step(`with: { deep: [{ ${key}: { polluted: yes } }] }`),
        step(`with: { "\\u005f_proto__": 1, ${key}: 1 }`),
      ]) {
        expect(linesOf(text).join("\n")).toContain(`the key ${key} is not allowed`);
      }
    },
  );

  test.each(["toString", "hasOwnProperty", "valueOf", "constructor", "__proto__"])(
    "I16 a server %s is refused, and is not found when only named",
    (name) => {
      expect(problemsOf(minimal().replace("  a:", `  ${name}:`)).length).toBeGreaterThan(0);
      expect(linesOf(step(`server: ${name}`)).join("\n")).toContain(`there is no server "${name}"`);
    },
  );

  test("I16 arguments named like methods of objects are kept", () => {
    const given = argumentsOf(step("with: { toString: 1, hasOwnProperty: 2 }"));
    expect(Object.entries(given)).toEqual([
      ["toString", 1],
      ["hasOwnProperty", 2],
    ]);
  });

  test("I15 no run file changes the prototype of objects", () => {
    const hostile = fc.constantFrom("__proto__", "constructor", "prototype", "polluted", "a");
    const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
      leaf: fc.constantFrom<unknown>("yes", 1, true),
      tree: fc.oneof(
        { depthSize: "small" },
        tie("leaf"),
        fc.array(fc.tuple(hostile, tie("tree")), { maxLength: 3 }).map((pairs) => ({ pairs })),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        try {
          load(step(`with: ${asJson({ pairs: [["polluted", value]] })}`));
        } catch {
          // Refused is as good.
        }
        const added = Object.keys(Object.prototype);
        // Cleaned up first: with a changed prototype the report of the failure would hang.
        for (const key of added) {
          Reflect.deleteProperty(Object.prototype, key);
        }
        expect(added).toEqual([]);
      }),
    );
  });

  test("I20 merge keys are refused by name", () => {
    expect(linesOf(minimal({ server: "<<: { env: {} }" }))).toContainEqual(
      expect.stringMatching(/^5:5 merge keys \(<<\) are not a part of YAML 1\.2/),
    );
  });

  test("keys that are not text are refused", () => {
    expect(linesOf("? [a]\n: 1\n")[0]).toBe("1:3 a key must be text");
    expect(linesOf("*x : 1\n").length).toBeGreaterThan(0);
  });
});

/** JSON that may have the same key twice and keys that objects cannot have. */
function asJson(value: unknown): string {
  if (typeof value !== "object" || value === null || !("pairs" in value)) {
    return JSON.stringify(value);
  }
  const pairs = value.pairs as readonly (readonly [string, unknown])[];
  return `{${pairs.map(([key, below]) => `${JSON.stringify(key)}: ${asJson(below)}`).join(", ")}}`;
}
