import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readInputs } from "../../src/action/inputs.ts";
import { startSession } from "../../src/action/run-session.ts";
import { systemClock } from "../../src/clock/index.ts";

const root = join(import.meta.dirname, "../..");

/** Starts the session of a job whose workspace holds these files; its manager only says where it listens. */
function session(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
) {
  const folder = mkdtempSync(join(tmpdir(), "locked-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  const managerEntry = join(folder, "manager.mjs");
  writeFileSync(
    managerEntry,
    'import { writeSync } from "node:fs"; writeSync(3, \'{"url":"http://127.0.0.1:1/mcp"}\\n\');',
  );
  const own = {
    environment: {
      PATH: process.env["PATH"],
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      GITHUB_STATE: join(folder, "state"),
      GITHUB_JOB: "test",
    },
    version: "0.0.0",
    managerEntry,
    cacheEntry: "",
    templates: join(root, "templates"),
    execPath: process.execPath,
    userId: undefined,
    parentPid: process.ppid,
    signal: new AbortController().signal,
    write: () => undefined,
    clock: systemClock,
  };
  // Commands to the runner that would be carried out when this test itself runs in a job.
  const commands = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  onTestFinished(() => commands.mockRestore());
  const log = { say: () => undefined, foreign: () => undefined };
  return startSession(readInputs(inputs), own, log);
}

const runFile =
  "version: 1\nservers: { a: { image: b } }\nscenarios: [{ name: x, steps: [{ ping: }] }]\n";

test("the input `locked` hands the lock file beside the run file to the manager", async () => {
  const files = { "mcp-manager.yml": runFile, "mcp-manager.lock.yml": "the lock" };
  const lock = { file: "mcp-manager.lock.yml", text: "the lock" };
  expect((await session(files, { INPUT_LOCKED: "true" })).request.lock).toEqual(lock);
  expect((await session(files, {})).request.lock).toBeUndefined();
});

test("without a lock file a locked job ends before any manager is started", async () => {
  const locked = session({ "mcp-manager.yml": runFile }, { INPUT_LOCKED: "true" });
  await expect(locked).rejects.toMatchObject({ code: "LOCK_NOT_FOUND", exitCode: 2 });
});
