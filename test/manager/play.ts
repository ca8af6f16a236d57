import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { RunRequest, RunSummary } from "../../src/api/index.ts";
import { type Clock, systemClock } from "../../src/clock/index.ts";
import { readOwner } from "../../src/controller/index.ts";
import { Manager } from "../../src/manager/index.ts";
import { type RecordReader, readRecord } from "../../src/record/index.ts";
import { registrySettings } from "../../src/registry/index.ts";

export const image = "docker-mcp-manager/base-node:24";
const servers = fileURLToPath(new URL("../servers/", import.meta.url));
const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

export interface PlayedRun {
  readonly summary: RunSummary;
  readonly lines: readonly string[];
  readonly record: RecordReader;
}

/** A manager without a process of its own; its workspace has `test/servers` in the folder `servers`. */
export function openManager(
  allow: readonly string[] = [],
  clock: Clock = systemClock,
): {
  manager: Manager;
  workspace: string;
  recordFile: string;
} {
  const workspace = mkdtempSync(join(tmpdir(), "play-"));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  cpSync(servers, join(workspace, "servers"), { recursive: true });
  mkdirSync(join(workspace, "out"));
  const recordFile = join(workspace, "out", "run.db");
  const manager = new Manager({
    ownership: {
      runId: randomBytes(16).toString("hex"),
      owner: readOwner(process.pid),
      expiresAtMs: systemClock.nowMs() + 600_000,
    },
    recordFile,
    workspace,
    engineEnvironment: process.env,
    version: "0.0.0",
    clock,
    user: userInfo(),
    registry: registrySettings(process.env, templates),
    allow,
    launchReaper: () => ({ release: async () => undefined }),
  });
  return { manager, workspace, recordFile };
}

/** What a manager is asked to run a run file with. */
export function runRequest(
  text: string,
  workspace: string,
  changes: Partial<RunRequest> = {},
): RunRequest {
  writeFileSync(join(workspace, "mcp-manager.yml"), text);
  return {
    file: "mcp-manager.yml",
    text,
    workspace,
    variables: {},
    secrets: {},
    only: [],
    updateSnapshots: false,
    ci: false,
    keepRunning: false,
    ...changes,
  };
}

/** Plays a run file in such a manager; `files` are in its workspace, too. */
export async function play(
  text: string,
  changes: Partial<RunRequest> = {},
  allow: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Promise<PlayedRun> {
  const { manager, workspace, recordFile } = openManager(allow);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  const lines: string[] = [];
  const summary = await manager.runScenarios(runRequest(text, workspace, changes), {
    progress: (line) => lines.push(line),
    signal: new AbortController().signal,
  });
  await manager.shutdown();
  const record = readRecord(recordFile);
  onTestFinished(() => record.close());
  return { summary, lines, record };
}

/** A server of `test/servers` in a mode, as an entry under `servers:`; `more` are further lines of the entry. */
export function faulty(name: string, mode: string, ...more: readonly string[]): string {
  const words = mode.split(" ").join(", ");
  return [
    `  ${name}:`,
    `    image: ${image}`,
    `    command: [node, /servers/faulty.mjs, ${words}]`,
    "    volumes: [{ host_path: ./servers, container_path: /servers }]",
    ...more.map((line) => `    ${line}`),
  ].join("\n");
}

/** A good server that starts in no time and is not watched at its end, for runs of many; such an entry, too. */
export function tiny(name: string, ...more: readonly string[]): string {
  return [
    `  ${name}:`,
    `    image: ${image}`,
    "    command: [sh, /servers/tiny.sh]",
    "    volumes: [{ host_path: ./servers, container_path: /servers }]",
    "    checks: { leftover_processes: false, idle_cpu: false }",
    ...more.map((line) => `    ${line}`),
  ].join("\n");
}

/** What the steps of each scenario came to, by its name. */
export function outcomesByScenario(
  record: RecordReader,
): Readonly<Record<string, readonly string[]>> {
  const names = new Map(record.scenarios().map(({ id, name }) => [id, name]));
  const lines = outcomes(record);
  const by: Record<string, string[]> = {};
  record.steps().forEach(({ scenarioId }, at) => {
    (by[names.get(scenarioId) ?? ""] ??= []).push(lines[at] ?? "");
  });
  return by;
}

/** What each step came to, as one line. */
export function outcomes(record: RecordReader): readonly string[] {
  return record
    .steps()
    .map(({ verb, target, outcome, reason }) =>
      `${verb} ${target}: ${outcome}${reason === null ? "" : `, ${reason}`}`.replace(" :", ":"),
    );
}
