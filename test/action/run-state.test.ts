import { randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createStateDir,
  findState,
  type RunState,
  writeState,
} from "../../src/action/run-state.ts";

let runnerTemp = "";
beforeEach(() => {
  runnerTemp = mkdtempSync(join(tmpdir(), "state-"));
});
afterEach(() => rmSync(runnerTemp, { recursive: true }));

const userId = process.getuid?.();

function newState(): RunState {
  return {
    runId: randomBytes(16).toString("hex"),
    owner: null,
    pid: null,
    url: null,
    token: "token",
    artifactName: "name",
    retentionDays: 0,
    upload: true,
    summary: true,
    annotations: true,
    cancelled: false,
    published: false,
  };
}

function find(saved: string | undefined) {
  return findState(saved, runnerTemp, userId);
}

test("what main wrote is found by the run's id, and only this user can read it", () => {
  const state = newState();
  const stateDir = createStateDir(runnerTemp, state);
  writeState(stateDir, { ...state, pid: 42 });
  expect(find(state.runId)).toEqual({ kind: "found", state: { ...state, pid: 42 }, stateDir });
  expect(statSync(stateDir).mode & 0o777).toBe(0o700);
  expect(statSync(join(stateDir, "state.json")).mode & 0o777).toBe(0o600);
});

test.each([undefined, ""])("F75 no saved state (%j) is nothing to do", (saved) => {
  expect(find(saved)).toEqual({ kind: "none" });
});

test.each([
  "../../etc",
  "1",
  "0".repeat(31),
  "G".repeat(32),
  `${"a".repeat(32)}/..`,
  `${"a".repeat(32)}\n`,
])("A07 a forged run id (%j) leads nowhere", (saved) => {
  expect(find(saved)).toMatchObject({ kind: "unusable", runId: undefined, stateDir: undefined });
});

test("F75 a folder that is gone is said, and its place is known", () => {
  const state = newState();
  expect(find(state.runId)).toMatchObject({
    kind: "unusable",
    exists: false,
    runId: state.runId,
    stateDir: join(runnerTemp, `docker-mcp-manager-${state.runId}`),
  });
});

test.each(["", "{", "null", "[]", '{"runId":"x"}'])(
  "F75 a damaged state file (%j) gives no pid",
  (text) => {
    const state = newState();
    const stateDir = createStateDir(runnerTemp, state);
    writeFileSync(join(stateDir, "state.json"), text);
    expect(find(state.runId)).toMatchObject({ kind: "unusable", runId: state.runId, stateDir });
  },
);

test("F75 the state of another run in this run's folder is refused", () => {
  const [own, other] = [newState(), newState()];
  const stateDir = createStateDir(runnerTemp, own);
  writeState(stateDir, other);
  expect(find(own.runId)).toMatchObject({
    kind: "unusable",
    reason: expect.stringContaining("another run"),
  });
});

test("A07 a link in place of the folder or of the file is refused", () => {
  const state = newState();
  const stateDir = createStateDir(runnerTemp, state);
  const file = join(stateDir, "state.json");
  renameSync(file, join(runnerTemp, "elsewhere.json"));
  symlinkSync(join(runnerTemp, "elsewhere.json"), file);
  expect(find(state.runId)).toMatchObject({
    kind: "unusable",
    reason: expect.stringContaining("not a file of ours"),
  });
  renameSync(stateDir, join(runnerTemp, "elsewhere"));
  symlinkSync(join(runnerTemp, "elsewhere"), stateDir);
  expect(find(state.runId)).toMatchObject({ kind: "unusable", stateDir: undefined });
});

test("A07 a folder that others may enter, or of another user, is refused", () => {
  const state = newState();
  const stateDir = createStateDir(runnerTemp, state);
  chmodSync(stateDir, 0o755);
  expect(find(state.runId)).toMatchObject({ kind: "unusable", stateDir: undefined });
  chmodSync(stateDir, 0o700);
  expect(findState(state.runId, runnerTemp, (userId ?? 0) + 1)).toMatchObject({
    kind: "unusable",
    stateDir: undefined,
  });
  expect(find(state.runId).kind).toBe("found");
});

test("a state is replaced whole, also over what a killed writer left", () => {
  const state = newState();
  const stateDir = createStateDir(runnerTemp, state);
  writeFileSync(join(stateDir, "state.json.tmp"), "{half");
  writeState(stateDir, { ...state, published: true });
  expect(JSON.parse(readFileSync(join(stateDir, "state.json"), "utf8"))).toMatchObject({
    published: true,
  });
});

test("a folder that exists already is not taken over", () => {
  const state = newState();
  mkdirSync(join(runnerTemp, `docker-mcp-manager-${state.runId}`));
  expect(() => createStateDir(runnerTemp, state)).toThrow(/EEXIST/);
});
