import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { forFileName } from "../../src/text/index.ts";

const bad = [
  "a\nb",
  "a:b",
  "\u001b[31m",
  "-rf",
  "..",
  ".",
  "",
  "/etc/passwd",
  "x".repeat(255),
  "\ud800",
  "CON",
  "con.txt",
  "lpt1",
  "a\\b",
  "trailing.",
  "ü".repeat(100),
  "%41",
  "%~",
];

test("A32 every name is a plain, short, harmless one, and can be written", () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of bad) {
    const safe = forFileName(name);
    expect(safe).toMatch(/^[A-Za-z0-9_%][A-Za-z0-9._%~-]*$/);
    expect(safe.length).toBeLessThanOrEqual(120);
    expect(safe).not.toMatch(/^(?:con|lpt1)(?:\.|$)|\.$/i);
    writeFileSync(join(folder, safe), "");
  }
  expect(readdirSync(folder)).toHaveLength(bad.length);
});

test("A32 different texts have different names", () => {
  const part = fc.constantFrom(
    "a",
    "%",
    "~",
    ".",
    "-",
    "é",
    "\ud800",
    "\udc00",
    "41",
    "u",
    "D800",
    "/",
    "x".repeat(110),
  );
  const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(forFileName(a) === forFileName(b)).toBe(a === b);
    }),
    { numRuns: 2_000 },
  );
});

test("a plain name stays as it is", () => {
  expect(forFileName("server-everything_2.0")).toBe("server-everything_2.0");
});
