import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/log/index.ts";

const secret = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 8, maxLength: 60 }),
    fc.string({ unit: "binary-ascii", minLength: 8, maxLength: 60 }),
    fc.base64String({ minLength: 8, maxLength: 200 }),
    fc.stringMatching(/^[a-z0-9/+&<>"'%=\\ -]{8,60}$/),
  )
  .filter((text) => text.trim() === text && text.length >= 8 && !/[\r\n]/.test(text));

const bytesAround = fc.uint8Array({ maxLength: 7 });

function base64(before: Uint8Array, value: string, after: Uint8Array): string {
  return Buffer.concat([before, Buffer.from(value), after]).toString("base64");
}

/** How a server may print what it was given. */
const encodings: Record<string, (value: string) => string> = {
  raw: (value) => value,
  "upper case": (value) => value.toUpperCase(),
  "lower case": (value) => value.toLowerCase(),
  hex: (value) => Buffer.from(value).toString("hex"),
  "upper-case hex": (value) => Buffer.from(value).toString("hex").toUpperCase(),
  URL: (value) => encodeURIComponent(value),
  "URL, lower-case escapes": (value) =>
    encodeURIComponent(value).replace(/%../g, (escape) => escape.toLowerCase()),
  form: (value) => new URLSearchParams({ q: value }).toString().slice(2),
  JSON: (value) => JSON.stringify(value).slice(1, -1),
  "JSON in JSON": (value) => JSON.stringify(JSON.stringify(value)).slice(3, -3),
  "JSON, ASCII only": (value) =>
    JSON.stringify(value)
      .slice(1, -1)
      .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "JSON, markup escaped": (value) =>
    JSON.stringify(value)
      .slice(1, -1)
      .replaceAll("<", "\\u003c")
      .replaceAll(">", "\\u003E")
      .replaceAll("&", "\\u0026"),
  "JSON, slashes escaped": (value) => JSON.stringify(value).slice(1, -1).replaceAll("/", "\\/"),
  XML: (value) =>
    value
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
};

describe("a secret is removed", () => {
  test.each(Object.entries(encodings))("A27 %s", (_, encode) => {
    fc.assert(
      fc.property(secret, fc.lorem(), fc.lorem(), (value, before, after) => {
        const redacted = createRedactor({ KEY: value }).redact(
          `${before} ${encode(value)} ${after}`,
        );
        expect(redacted).not.toContain(encode(value));
        expect(redacted).toContain("***");
        expect(
          redacted.startsWith(before) || before.toLowerCase().includes(value.toLowerCase()),
        ).toBe(true);
      }),
    );
  });

  test.each([
    ["base64", (text: string) => text],
    ["base64 without padding", (text: string) => text.replaceAll("=", "")],
    [
      "base64url",
      (text: string) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
    ],
  ])("A27 %s at every alignment", (_, variant) => {
    fc.assert(
      fc.property(secret, bytesAround, bytesAround, (value, before, after) => {
        const encoded = variant(base64(before, value, after));
        const redacted = createRedactor({ KEY: value }).redact(`<${encoded}>`);
        const whole = Buffer.from(redacted.slice(1, -1).replace("***", ""), "base64");
        expect(redacted).toContain("***");
        expect(whole.includes(value)).toBe(false);
        // At most the two characters that it shares with its neighbours are left of it.
        const left = redacted.length - "<***>".length;
        expect(left).toBeLessThanOrEqual(
          Math.ceil((before.length * 8) / 6) + Math.ceil((after.length * 8) / 6) + 4,
        );
      }),
    );
  });

  test("A27 with line breaks put into it, as `base64` wraps at 76 characters", () => {
    fc.assert(
      fc.property(
        secret,
        fc.nat(),
        fc.constantFrom("\n", "\r\n", "\\n", "\\r\\n", "\\\\n"),
        (value, at, lineBreak) => {
          // Where a backslash meets an escape, nobody can say whose it is.
          fc.pre(!(lineBreak.startsWith("\\") && value.includes("\\")));
          const place = 1 + (at % (value.length - 1));
          const broken = value.slice(0, place) + lineBreak + value.slice(place);
          expect(createRedactor({ KEY: value }).redact(`a ${broken} b`)).toBe("a *** b");
        },
      ),
    );
  });

  test("each line of a value of several lines, but not its brackets", () => {
    const redactor = createRedactor({ KEY: '{\n  "private": "abcdefgh",\r\n  "id": 12345\n}\n' });
    expect(redactor.redact('x "private": "abcdefgh", y')).toBe("x *** y");
    expect(redactor.redact('{ "id": 12345 }')).toBe("{ *** }");
    expect(redactor.redact("{}")).toBe("{}");
  });

  test("one that stands within the beginning of another", () => {
    const redactor = createRedactor({ A: "xabcdefgz", B: "abcd", C: "x-on-and-on", D: "on" });
    expect(redactor.redact("xabcdef!")).toBe("x***ef!");
    expect(redactor.redact("x-on y")).toBe("x-*** y");
  });

  test("every one of several, also where they overlap", () => {
    const redactor = createRedactor({ A: "abcdefgh", B: "efghijkl", C: "abcd" });
    expect(redactor.redact("<abcdefghijkl> <abcd> <ABCDEFGH>")).toBe("<***> <***> <***>");
  });
});

describe("what is no secret stays", () => {
  test("text without one is not changed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.toLowerCase().includes("canary"));
        expect(createRedactor({ KEY: "canary-0123456789" }).redact(text)).toBe(text);
      }),
    );
  });

  test("without secrets nothing is looked at", () => {
    const redactor = createRedactor({});
    expect(redactor.active).toBe(false);
    expect(redactor.redact("canary")).toBe("canary");
  });

  test("a value of white space is none", () => {
    expect(createRedactor({ KEY: " \n\t" }).active).toBe(false);
  });

  test("a secret shorter than four characters is removed only as a whole word", () => {
    const redactor = createRedactor({ KEY: "on" });
    expect(redactor.redact("on and ON, (on) but only one bonbon")).toBe(
      "*** and ***, (***) but only one bonbon",
    );
  });

  test("A27 reversed and compressed are not recognised, as documented", () => {
    const redactor = createRedactor({ KEY: "canary-0123456789" });
    expect(redactor.redact("9876543210-yranac")).toBe("9876543210-yranac");
  });

  test("JSON with a secret removed is still JSON", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("\\", "n", "u", "0", "41", '"', "a", "b", "/", "é"))
          .map((parts) => parts.join("")),
        secret,
        (text, value) => {
          const json = JSON.stringify({ text: `${text}${value}${text}` });
          const redacted = createRedactor({ KEY: value, OTHER: "nabu", THIRD: "0041" }).redact(
            json,
          );
          expect(() => JSON.parse(redacted) as unknown).not.toThrow();
        },
      ),
    );
    expect(createRedactor({ KEY: "nabu" }).redact('"x\\nabu"')).toBe('"x***"');
    expect(createRedactor({ KEY: "0041" }).redact('"\\u00414"')).not.toContain("\\u*");
  });
});

describe("a secret across a cut", () => {
  test("A27 leaves no beginning of itself", () => {
    const value = "canary-0123456789";
    const redactor = createRedactor({ KEY: value });
    for (let longest = 1; longest < 40; longest += 1) {
      const { text, truncated } = redactor.cut(`0123 ${value} ${value} rest`, longest);
      expect(text).not.toMatch(/c(a|$)/);
      expect(truncated).toBe(true);
    }
  });

  test("counts bytes and never cuts within a character", () => {
    const redactor = createRedactor({});
    expect(redactor.cut("aé€😀", 10)).toEqual({ text: "aé€😀", truncated: false });
    expect(redactor.cut("aé€😀", 9)).toEqual({ text: "aé€", truncated: true });
    expect(redactor.cut("aé€😀", 5)).toEqual({ text: "aé", truncated: true });
    expect(redactor.cut("abc", 9, true)).toEqual({ text: "abc", truncated: true });
  });
});
