import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "../../src/report/index.ts";

const baseImage = "docker-mcp-manager/base-node:24";
/** `built`: what users run. `source`: for tests of what servers do, which follow every change of a check. */
export const programs = {
  built: fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url)),
  source: fileURLToPath(new URL("../../src/cli.ts", import.meta.url)),
};
const faultyServers = fileURLToPath(new URL("../servers/", import.meta.url));

export interface CliResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
}

/** A folder to run the CLI in, gone when disposed of. */
export interface Workspace extends Disposable {
  readonly folder: string;
  write(name: string, text: string): string;
  /** Runs the CLI to its end; `whenStarted` gets the child as soon as it is there. */
  cli(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  report(): Report;
  /** Everything the run left in its report folder, as one text. */
  artifacts(): string;
}

/** A server of `test/servers` in a mode, as an entry under `servers:`; `more` are further lines of the entry. */
export function faultyServer(name: string, mode: string, more: readonly string[] = []): string {
  const [word = mode, ...rest] = mode.split(" ");
  return [
    `  ${name}:`,
    `    image: ${baseImage}`,
    `    command: [node, /servers/faulty.mjs, ${[word, ...rest.map((each) => JSON.stringify(each))].join(", ")}]`,
    "    volumes: [{ host_path: ./servers, container_path: /servers }]",
    ...more.map((line) => `    ${line}`),
  ].join("\n");
}

interface CliOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly onOutput?: (soFar: string, kill: (signal: NodeJS.Signals) => void) => void;
}

export function createWorkspace(program: keyof typeof programs = "built"): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "workspace-"));
  cpSync(faultyServers, join(folder, "servers"), { recursive: true });
  const out = join(folder, "docker-mcp-manager-report");
  return {
    folder,
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return name;
    },
    cli: (args, options = {}) => runCli(programs[program], folder, args, options),
    report: () => JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Report,
    artifacts: () =>
      ["report.html", "report.json", "junit.xml", "summary.md", "run-file.yml", "run.db"]
        .map((name) => join(out, name))
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, "latin1"))
        .join("\n"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function runCli(
  program: string,
  folder: string,
  args: readonly string[],
  options: CliOptions,
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    const seen = () => options.onOutput?.(stdout + stderr, (signal) => child.kill(signal));
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      seen();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
      seen();
    });
    child.on("error", reject);
    child.on("close", (exitCode, signal) =>
      resolve({ exitCode, signal, stdout, stderr, wallMs: performance.now() - began }),
    );
  });
}
