import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir, uptime } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOwnerAlive, ownerToken, readOwner } from "../../src/controller/index.ts";

function changed(token: string, place: number, value: string): string {
  return token.split(".").with(place, value).join(".");
}

test("a running process is alive by its own token only while it runs", async () => {
  // A command name with blanks and brackets, which stands in the middle of /proc/PID/stat.
  const folder = mkdtempSync(join(tmpdir(), "owner-"));
  const oddName = join(folder, "a) b (c 1 2");
  symlinkSync("/bin/sleep", oddName);
  const before = uptime();
  const child = spawn(oddName, ["1000"]);
  await once(child, "spawn");
  rmSync(folder, { recursive: true });
  const token = readOwner(child.pid ?? 0);
  // Clock ticks of 10 ms since boot, as the machine's uptime counts them in seconds.
  const startedAt = Number(token.split(".")[3]) / 100;
  expect(startedAt).toBeGreaterThanOrEqual(before - 0.1);
  expect(startedAt).toBeLessThanOrEqual(uptime());
  expect(isOwnerAlive(token)).toBe(true);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isOwnerAlive(token)).toBe(false);
  expect(() => readOwner(child.pid ?? 0)).toThrow(String(child.pid));
});

test("F74 a process that took over the pid is not the owner: the start time tells them apart", () => {
  const token = readOwner(process.pid);
  expect(isOwnerAlive(token)).toBe(true);
  const startTime = Number(token.split(".")[3]);
  expect(isOwnerAlive(changed(token, 3, String(startTime - 1)))).toBe(false);
});

test("another boot, another pid namespace and what is no token are nobody alive", () => {
  const token = readOwner(process.pid);
  expect(isOwnerAlive(changed(token, 0, "00000000-0000-4000-8000-000000000000"))).toBe(false);
  expect(isOwnerAlive(changed(token, 1, "1"))).toBe(false);
  expect(isOwnerAlive("")).toBe(false);
  expect(isOwnerAlive("1.2.3.4")).toBe(false);
});

test("a token is made of its four parts", () => {
  const bootId = "01234567-89ab-4cde-8f01-23456789abcd";
  expect(ownerToken({ bootId, pidNamespace: 4026531836, pid: 77, startTime: 123 })).toBe(
    `${bootId}.4026531836.77.123`,
  );
});
