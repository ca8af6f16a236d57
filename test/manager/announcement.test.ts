import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readOwner } from "../../src/controller/index.ts";
import { announce, runningManagers } from "../../src/manager/announcement.ts";

const announcement = {
  runId: "0123456789abcdef0123456789abcdef",
  owner: readOwner(process.pid),
  url: "http://127.0.0.1:1/mcp",
  token: "token",
};

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "announcements-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("A52 a manager is announced to its user alone, and taken back", () => {
  const folder = join(emptyFolder(), "new");
  const takeBack = announce(folder, announcement);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, `${announcement.runId}.json`)).mode & 0o777).toBe(0o600);
  expect(runningManagers(folder)).toEqual([announcement]);
  takeBack();
  expect(runningManagers(folder)).toEqual([]);
});

test("A52 in a folder that others may enter, or that a link leads to, nothing is announced and nothing believed", () => {
  const folder = emptyFolder();
  announce(folder, announcement);
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  onTestFinished(() => rmSync(link));
  expect(runningManagers(link)).toEqual([]);
  expect(() => announce(link, announcement)).toThrow(/not a folder of this user alone/);
  chmodSync(folder, 0o755);
  expect(runningManagers(folder)).toEqual([]);
  expect(() => announce(folder, { ...announcement, runId: "f".repeat(32) })).toThrow(
    /not a folder of this user alone/,
  );
  mkdirSync(join(folder, "own"), { mode: 0o700 });
  expect(runningManagers(join(folder, "own"))).toEqual([]);
});
