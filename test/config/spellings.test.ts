import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureReference } from "../../src/config/index.ts";
import { anyText, linesOf, load, stepsOf, withSteps } from "./loading.ts";

const quoted = (text: string) => JSON.stringify(text).replaceAll("$", "$$$$");

describe("masks", () => {
  const maskOf = (written: string) => {
    const [step] = stepsOf(
      `- { call: a, expect: { text: { snapshot: { mask: [${quoted(written)}] } } } }`,
    );
    const predicate = step?.expectations[0]?.predicate;
    return predicate?.name === "snapshot" ? predicate.mask[0] : undefined;
  };

  test("between slashes are regular expressions, whatever they look for", () => {
    const literal = anyText({ minLength: 1, maxLength: 12 }).map((text) =>
      text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, (found) => `\\x${found.charCodeAt(0).toString(16)}`),
    );
    fc.assert(
      fc.property(literal, (source) => {
        expect(maskOf(`/${source}/`)).toEqual({ pattern: source });
      }),
      { numRuns: 60 },
    );
  });

  test("that begin neither with $ nor with / are refused, whatever they are", () => {
    const other = anyText({ maxLength: 12 }).filter((text) => !/^[$/]/.test(text));
    fc.assert(
      fc.property(other, (text) => {
        const step = `- { call: a, expect: { text: { snapshot: { mask: [${quoted(text)}] } } } }`;
        expect(linesOf(withSteps(step))).toEqual([expect.stringContaining("neither a JSONPath")]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("names in braces", () => {
  const found = (text: string) => Array.from(text.matchAll(captureReference), ([, name]) => name);
  const identifier = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
  const column = fc.stringMatching(/^[^\s{}]{1,5}(?: [^\s{}]{1,5}){0,2}$/);
  const space = fc.stringMatching(/^[ \t]{0,3}$/);

  test("are found between any text, with any space around them", () => {
    const around = fc.stringMatching(/^[^{}]{0,10}$/);
    fc.assert(
      fc.property(identifier, column, space, around, (name, label, gap, text) => {
        const written = `${text}{{${gap}${name}${gap}}}${text}{{${gap}row.${label}${gap}}}${text}`;
        expect(found(written)).toEqual([name, `row.${label}`]);
      }),
    );
  });

  test("are looked for in linear time", () => {
    const before = process.cpuUsage();
    for (const text of [
      "{{ ".repeat(80_000),
      `{{ row.${"a ".repeat(120_000)}`,
      `{{${" ".repeat(250_000)}`,
    ]) {
      expect(found(text)).toEqual([]);
    }
    const { user } = process.cpuUsage(before);
    expect(user / 1_000).toBeLessThan(2_000);
  });
});

describe("places", () => {
  test("of content blocks are those with a number and a part that there is", () => {
    const parts = ["type", "mime_type", "bytes", "sha256", "text", "uri", "name"];
    const inherited = fc.constantFrom("constructor", "toString", "__proto__");
    const part = fc.oneof(fc.constantFrom(...parts), inherited, fc.stringMatching(/^[a-z_]{1,9}$/));
    fc.assert(
      fc.property(fc.nat(999_999), part, (nth, name) => {
        const step = `- { call: a, expect: { "content[${nth}].${name}": { exists: true } } }`;
        if (parts.includes(name)) {
          expect(load(withSteps(step)).scenarios).toHaveLength(1);
        } else {
          expect(linesOf(withSteps(step))).toEqual([expect.stringContaining("unknown place")]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("that are no word of the table are refused, whatever they are", () => {
    const word = fc.stringMatching(/^[a-z_.]{1,12}$/);
    const known = new Set(
      "text is_error error error.code error.message structured content content.length duration bytes tokens rounds notifications progress requests logs stderr memory".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(word, (name) => {
        fc.pre(!known.has(name));
        const step = `- { call: a, expect: { ${quoted(name)}: { exists: true } } }`;
        expect(linesOf(withSteps(step)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("shares", () => {
  test("are percentages or numbers from 0 to 1", () => {
    const rate = (written: string) =>
      stepsOf(`- { ping: true, trials: { times: 2, pass_rate: ${written} } }`)[0]?.trials?.passRate;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        expect(rate(`${percent}%`)).toBe(percent / 100);
        expect(rate(String(percent / 100))).toBe(percent / 100);
      }),
      { numRuns: 30 },
    );
  });

  test.each(["101%", "-1%", "1.1", "-0.1", "half", "80 %", "%"])("not %s", (written) => {
    const step = `- { ping: true, trials: { times: 2, pass_rate: ${quoted(written)} } }`;
    expect(linesOf(withSteps(step))).toHaveLength(1);
  });
});
