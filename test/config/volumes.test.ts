import { describe, expect, test } from "vitest";
import { linesOf, load, minimal } from "./loading.ts";

function lines(volume: string): readonly string[] {
  return linesOf(minimal({ server: `volumes: [${volume}]` }), { allow: [] });
}

test.each([
  [
    "{ container_path: /x }",
    "5:15 the volume has none of host_path, volume, tmpfs; exactly one of host_path, volume, tmpfs says whose files it has",
  ],
  [
    "{ host_path: x, tmpfs: 1MiB, container_path: /x }",
    "5:31 the volume has both host_path and tmpfs; exactly one of host_path, volume, tmpfs says whose files it has",
  ],
  [
    "{ tmpfs: 1MiB, seed: x, container_path: /x }",
    "5:36 seed: only a volume of the run (`volume: NAME`) is given files at first",
  ],
  [
    "{ volume: x, seed: ../y, container_path: /x }",
    '5:34 the path "../y" lies outside the workspace',
  ],
  ["{ volume: ../x, container_path: /x }", "must be 1 to 63 characters"],
  ["{ tmpfs: 1B, container_path: /x }", "is out of range; allowed are 4KiB to"],
  ['{ host_path: "a:/b:rw,z", container_path: "/x,y:/z" , mode: z }', 'unknown key "mode"'],
])("A11 %s is refused where it stands", (volume, line) => {
  expect(lines(volume)).toEqual([expect.stringContaining(line)]);
});

test("the host's files are read-only unless it is said, the rest is not", () => {
  const text = `volumes:
  - { host_path: a, container_path: /a }
  - { host_path: b, container_path: /b, read_only: false }
  - { volume: c, container_path: /c }
  - { tmpfs: 1MiB, container_path: /d }
  - { volume: c, container_path: /e, read_only: true }`;
  const volumes = load(minimal({ server: text })).runFile.servers["a"]?.volumes ?? [];
  expect(volumes.map(({ read_only }) => read_only)).toEqual([true, false, false, false, true]);
});

test("a volume of the run has one seed, whoever names it", () => {
  const entry = (seed: string) =>
    `{ image: a, volumes: [{ volume: v, seed: ${seed}, container_path: /x }] }`;
  const text = (second: string) =>
    `version: 1\nservers:\n  a: ${entry("one")}\n  b: ${entry(second)}\nscenarios: [{ name: one, server: a, steps: [{ ping: true }] }]\n`;
  const without = text("one").replace("seed: one, ", "");
  expect(load(without).runFile.servers["a"]?.volumes[0]?.seed).toBe("one");
  expect(linesOf(text("two"))).toEqual(['4:47 the volume "v" is given two seeds, "one" and "two"']);
});

describe("A11 a volume in one that a server may write to could become a link to anything", () => {
  const file = (a: string, b: string) =>
    `version: 1\nservers:\n  a: { image: a, volumes: [${a}] }\n  b: { image: a, volumes: [${b}] }\nscenarios: [{ name: one, server: a, steps: [{ ping: true }] }]\n`;
  const at = (path: string, more = "") => `{ host_path: ${path}, container_path: /x${more} }`;
  const writable = ", read_only: false";

  test.each([
    [at("./data", writable), at("data/in/../sub"), '4:41 the volume of "b" lies in one of "a", '],
    [at("data/sub"), at("data", writable), '4:41 the volume of "b" holds one of "a", '],
    [at(".", writable), "{ volume: v, seed: data, container_path: /x }", '"b" lies in one of "a"'],
  ])("%s and %s are refused", (a, b, line) => {
    expect(linesOf(file(a, b))).toEqual([expect.stringContaining(line)]);
  });

  test.each([
    [at("data"), at("data/sub", writable)],
    [at("data", writable), at("data", writable)],
    [at("data", writable), at("data2")],
  ])("%s and %s are not", (a, b) => {
    expect(load(file(a, b)).runFile.servers).toHaveProperty("b");
  });
});
