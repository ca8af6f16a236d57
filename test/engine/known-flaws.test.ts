import { expect, test } from "vitest";
import { flawsOf } from "../../src/engine/known-flaws.ts";

const cvesOf = (Name: string, Version: string) =>
  flawsOf([{ Name, Version }]).flatMap((sentence) => sentence.match(/CVE-[\d-]+/g) ?? []);
const leaky = ["CVE-2024-21626"];
const masked = ["CVE-2025-31133", "CVE-2025-52565", "CVE-2025-52881"];
const buildkit = ["CVE-2024-23651", "CVE-2024-23652", "CVE-2024-23653"];

test.each([
  ["runc", "1.1.5", [...leaky, ...masked]],
  ["runc", "1.1.12", masked],
  ["runc", "1.2.7", masked],
  ["runc", "1.2.8", []],
  ["runc", "1.3.2", masked],
  ["runc", "1.3.3", []],
  ["runc", "1.4.0-rc.1", masked],
  ["runc", "1.4.0", []],
  ["runc", "2.0.0", []],
  ["Engine", "20.10.24", buildkit],
  ["Engine", "25.0.1", buildkit],
  ["Engine", "25.0.2", []],
  ["Engine", "29.0.1", []],
  ["runc", "unknown", []],
  ["crun", "1.0.0", []],
])("A50 what is known against %s %s", (name, version, cves) => {
  expect(cvesOf(name, version)).toEqual(cves);
});

test("A50 it is said what the flaw lets a container do and which release fixes it, and that a distribution may have", () => {
  const [plain] = flawsOf([{ Name: "runc", Version: "1.1.11" }]);
  expect(plain).toBe(
    "runc 1.1.11 of the engine lets an image reach the host's files (CVE-2024-21626; fixed in 1.1.12)",
  );
  const [patched] = flawsOf([{ Name: "runc", Version: "1.1.5+ds1" }]);
  expect(patched).toMatch(/; its distribution may have fixed that under this version$/);
});
