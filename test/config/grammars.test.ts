import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText, linesOf, load, minimal } from "./loading.ts";

describe("names", () => {
  const pattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;
  const bad = [
    "../x",
    "a/b",
    "-rf",
    "--privileged",
    "x".repeat(300),
    "",
    " ",
    "a\nb",
    "é",
    "\u202eabc",
    "😀",
    "CON",
    "A",
    "a.b",
    "_a",
  ];

  test.each(bad)("I24 the server name %j is refused by its pattern", (name) => {
    expect(linesOf(minimal().replace("  a:\n", `  ? ${JSON.stringify(name)}\n  :\n`))[0]).toMatch(
      /the name must be 1 to 63 characters of a-z, 0-9, - and _/,
    );
  });

  test("I24 a server name is accepted exactly when it has the pattern", () => {
    const close = fc.string({
      unit: fc.constantFrom("a", "z", "0", "-", "_", "A", ".", " "),
      minLength: 1,
      maxLength: 66,
    });
    fc.assert(
      fc.property(fc.oneof(close, anyText({ minLength: 1, maxLength: 20 })), (name) => {
        const text = minimal().replace("  a:\n", () => `  ? ${JSON.stringify(name)}\n  :\n`);
        let accepted = true;
        try {
          load(text);
        } catch {
          accepted = false;
        }
        expect(accepted).toBe(pattern.test(name));
      }),
    );
  });

  test("I25 names that differ only in case cannot both be", () => {
    expect(linesOf(minimal().replace("  a:", "  A: { image: x }\n  a:")).join("\n")).toContain(
      "servers.A: the name must be",
    );
    const twice = `${minimal()}  - name: ONE\n    steps: [{ ping: }]\n`;
    expect(linesOf(twice)).toEqual([
      '9:11 the scenario name "ONE" is taken (case does not count) by the one at 6:11',
    ]);
  });
});

describe("values with a grammar", () => {
  test.each([
    "--help",
    "-v/:/h",
    "a b",
    "UPPER:tag",
    "x@sha256:short",
    "",
    "x:",
    ":x",
    "x@",
    "a//b",
    "x:tag;rm",
    "x\n",
    "x".repeat(600),
  ])("I26 %j is not an image reference", (image) => {
    expect(linesOf(minimal().replace("alpine:3.20", JSON.stringify(image)))[0]).toMatch(
      /^4:12 servers\.a\.image/,
    );
  });

  test.each([
    "alpine",
    "alpine:3.20",
    "ghcr.io/a/b-c_d.e:1.0",
    "localhost:5000/x",
    `x@sha256:${"0".repeat(64)}`,
    "Registry.Example.com/x",
  ])("I26 %j is one", (image) => {
    expect(
      load(minimal().replace("alpine:3.20", JSON.stringify(image))).runFile.servers["a"]?.image,
    ).toBe(image);
  });

  test.each([
    "0",
    "0s",
    "-1",
    "-1s",
    "1e12",
    "5 parsecs",
    "2147483648ms",
    "100d",
    "1h1m",
    "s",
    '""',
    ".5s",
    "1_000ms",
    "[1s]",
    "99999999999999999999s",
  ])("I30 the timeout %s is refused with the range", (timeout) => {
    expect(linesOf(minimal({ head: `timeout: ${timeout}` }))).toEqual([
      expect.stringMatching(
        /^2:10 timeout.* from 1s to 1d|^2:10 timeout is out of range; allowed are 1s to 1d/,
      ),
    ]);
  });

  test.each([
    ["1s", 1_000],
    ["1.1s", 1_100],
    ["90 s", 90_000],
    ["1d", 86_400_000],
  ])("I30 the timeout %s is %d ms", (timeout, ms) => {
    expect(load(minimal({ head: `timeout: ${timeout}` })).runFile.timeout).toBe(ms);
  });

  test.each([
    ["memory", "1q"],
    ["memory", "1m"],
    ["memory", "999t"],
    ["memory", "5MiB"],
    ["memory", "2000GiB"],
    ["memory", "536870912"],
    ["memory", "-64MiB"],
    ["cpus", "0"],
    ["cpus", "1000"],
    ["cpus", "-1"],
    ["cpus", "'1'"],
    ["pids", "0"],
    ["pids", "-1"],
    ["pids", "1.5"],
    ["pids", "1e9"],
  ])("I31 %s: %s is refused at its place", (key, value) => {
    const lines = linesOf(minimal({ server: `limits: { ${key}: ${value} }` }));
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^5:${15 + key.length + 2} servers\\.a\\.limits\\.${key}`)),
    ]);
  });

  test("I31 the least and the greatest limits are accepted", () => {
    const limits = (written: string) =>
      load(minimal({ server: `limits: { ${written} }` })).runFile.servers["a"]?.limits;
    expect(limits("memory: 6MiB, cpus: 0.01, pids: 1")).toMatchObject({
      memory: 6 * 2 ** 20,
      cpus: 0.01,
      pids: 1,
    });
    expect(limits("memory: 1024GiB, cpus: 512, pids: 100000")).toMatchObject({
      memory: 2 ** 40,
      cpus: 512,
      pids: 100_000,
    });
  });

  test.each([0, -1, 65_536, 1.5, "22/tcp", "a"])("I32 the port %j is refused", (port) => {
    const server = `transport: http\nhttp: { port: ${JSON.stringify(port)} }`;
    expect(linesOf(minimal({ server }))).toEqual([
      expect.stringMatching(/^6:19 .*port: expected a whole number from 1 to 65535/),
    ]);
    expect(load(minimal({ server: "transport: http\nhttp: { port: 22 }" })).scenarios).toHaveLength(
      1,
    );
  });

  test.each(["(", "[z-a]", "\\\\p{Nope}", "(?<a>x)(?<a>y)", "a{2,1}"])(
    "I38 the regular expression %j is refused before any start",
    (source) => {
      expect(linesOf(minimal({ step: `expect: { text: { matches: "${source}" } }` }))).toEqual([
        expect.stringMatching(/^9:36 .*matches is not a regular expression/),
      ]);
    },
  );

  test("bounds are numbers, durations in ms and sizes in bytes", () => {
    const { expectations } =
      load(
        minimal({
          step: "expect: { bytes: { below: 64KiB }, duration: { above: 1ms, below: 2 } }",
        }),
      ).scenarios[0]?.steps[0] ?? {};
    expect(expectations?.map(({ place, predicate }) => [place, predicate])).toEqual([
      ["bytes", { name: "below", value: 65_536 }],
      ["duration", { name: "above", value: 1 }],
      ["duration", { name: "below", value: 2 }],
    ]);
    expect(linesOf(minimal({ step: "expect: { bytes: { below: much } }" }))[0]).toContain(
      "is neither a number, nor a duration",
    );
  });
});
