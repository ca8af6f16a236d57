import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DefaultArtifactClient } from "@actions/artifact";
import { stringify } from "yaml";
import type { JobRequest, JobResult, TestStep } from "../runner/job.ts";
import type { ResultsService, StoredArtifact } from "../runner/results-service.ts";
import { runJob } from "../runner/runner.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const label = "io.github.docker-mcp-manager.run";

/** A workspace with a run file of one server (or of the given ones), to be removed by its `[Symbol.dispose]`. */
export interface Workspace extends Disposable {
  readonly folder: string;
}

export interface RunFileContent {
  readonly servers?: Readonly<Record<string, unknown>>;
  readonly scenarios: readonly unknown[];
}

/** The server of these tests, from a base image that is here anyway; the script comes in as a volume. */
export function serverSpec(
  mode = "plain",
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    image: "docker-mcp-manager/base-node:24",
    command: ["node", "/app/server.mjs", mode],
    volumes: [{ host_path: "./server.mjs", container_path: "/app/server.mjs" }],
    ...more,
  };
}

/** Writes `mcp-manager.yml`: text as it is, content as YAML. */
export function makeWorkspace(content: RunFileContent | string | undefined): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "action-"));
  cpSync(join(import.meta.dirname, "action-server.mjs"), join(folder, "server.mjs"));
  if (typeof content === "string") {
    writeFileSync(join(folder, "mcp-manager.yml"), content);
  } else if (content !== undefined) {
    const whole = { version: 1, servers: { probe: serverSpec() }, ...content };
    writeFileSync(join(folder, "mcp-manager.yml"), stringify(whole));
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ActionJob extends Partial<Omit<JobRequest, "steps" | "workspace">> {
  readonly with?: Readonly<Record<string, string>>;
  /** After the action's main, before its post. */
  readonly then?: TestStep["run"];
  readonly onStart?: (pid: number, phase: "main" | "post") => void;
}

/** Runs the built action on a workspace. */
export async function runAction(
  workspace: Workspace,
  service: ResultsService,
  { with: inputs = {}, then, onStart, env, ...request }: ActionJob = {},
): Promise<JobResult> {
  return runJob({
    workspace: workspace.folder,
    env: { ...service.env, ...env },
    steps: [
      { uses: root, with: inputs, ...(onStart === undefined ? {} : { onStart }) },
      ...(then === undefined ? [] : [{ run: then }]),
    ],
    ...request,
  });
}

/** Id of the run, as the job log names it. */
export function runIdOf(log: string): string {
  return /^Run ([0-9a-f]{32}) of /m.exec(log)?.[1] ?? "no run";
}

/** Containers, networks and volumes of a run that are still there. */
export async function leftOf(runId: string): Promise<string[]> {
  const filter = ["--filter", `label=${label}=${runId}`, "-q"];
  const lists = await Promise.all(
    [
      ["ps", "-a"],
      ["network", "ls"],
      ["volume", "ls"],
    ].map((command) => run("docker", [...command, ...filter])),
  );
  return lists.flatMap(({ stdout }) => stdout.split("\n").filter((line) => line !== ""));
}

/** Files of an artifact, by path, as the official client downloads and unpacks it. */
export async function download(
  service: ResultsService,
  artifact: StoredArtifact,
): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "artifact-"));
  const before = { ...process.env };
  // The client reads these from the environment of its process, which here is the test's own.
  Object.assign(process.env, service.env, { GITHUB_WORKSPACE: folder });
  try {
    await new DefaultArtifactClient().downloadArtifact(artifact.id, { path: folder });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return new Map(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, "latin1")];
      }),
    );
  } finally {
    for (const name of [...Object.keys(service.env), "GITHUB_WORKSPACE"]) {
      if (before[name] === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = before[name];
      }
    }
    rmSync(folder, { recursive: true });
  }
}
