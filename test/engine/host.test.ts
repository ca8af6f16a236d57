import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskOf } from "../../src/engine/host.ts";
import { useEngine } from "./real-engine.ts";

const engine = useEngine();
const devices = mkdtempSync(join(tmpdir(), "devices-"));
afterAll(() => rmSync(devices, { recursive: true }));

test("an engine tells what it runs on, and is asked once", async () => {
  const [host, again] = await Promise.all([engine().host(), engine().host()]);
  expect(again).toBe(host);
  expect(host.cpus).toBe(cpus().length);
  expect(Math.abs(host.memoryBytes - totalmem())).toBeLessThan(totalmem() / 100);
});

test("the disk of a folder is the whole device, also where it lies on a partition or a mapped device", () => {
  const { dev } = statSync(devices);
  const number = `${(dev >>> 8) & 0xfff}:${(dev & 0xff) | ((dev >>> 12) & 0xfff00)}`;
  const link = join(devices, number);
  expect(diskOf(devices, devices)).toBeUndefined();
  mkdirSync(join(devices, "block/sda/sda1"), { recursive: true });
  writeFileSync(join(devices, "block/sda/uevent"), "MAJOR=8\nMINOR=0\nDEVNAME=sda\n");
  writeFileSync(join(devices, "block/sda/sda1/uevent"), "MAJOR=8\nMINOR=1\nDEVNAME=sda1\n");
  writeFileSync(join(devices, "block/sda/sda1/partition"), "1\n");
  symlinkSync("block/sda", link);
  expect(diskOf(devices, devices)).toBe("/dev/sda");
  rmSync(link);
  symlinkSync("block/sda/sda1", link);
  expect(diskOf(devices, devices)).toBe("/dev/sda");
  expect(diskOf(join(devices, "none"), devices)).toBeUndefined();
});
