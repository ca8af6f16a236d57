import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { within } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";

/** What the manager may know of the runner's environment: the engine's address, the way out, and whose job it is. */
const passedOn = [
  /^(?:PATH|HOME|LANG|TMPDIR|XDG_RUNTIME_DIR|RUNNER_TRACKING_ID|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/,
  /^DOCKER_[A-Z_]+$/,
  /^(?:HTTP|HTTPS|NO|ALL)_PROXY$/i,
];

const readyMs = 20_000;
/** In MiB. V8's own choice grew by 50 MiB in 200 starts and stops, all of it room for what is thrown away at once. */
const youngHeap = "--max-semi-space-size=2";
const tailLines = 20;

export interface LaunchRequest {
  readonly execPath: string;
  readonly managerEntry: string;
  /** Folder of the boot file; only this user may enter it. */
  readonly stateDir: string;
  readonly reportDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly runId: string;
  readonly token: string;
  readonly workspace: string;
  /** Owner token of the process that runs the job; null where there is none to be seen. */
  readonly job: string | null;
  /** What servers may relax of their isolation, by name. */
  readonly allow?: readonly string[];
  /** A mirror of Docker Hub. */
  readonly registryMirror?: string;
}

export interface LaunchedManager {
  /** Undefined when it could not be started at all. */
  readonly pid: number | undefined;
  /** Its URL, once it listens. Rejects MANAGER_UNREACHABLE with the end of its log. */
  readonly url: Promise<string>;
}

/**
 * Starts the manager so that it outlives this process: detached, its output in a file.
 *
 * An inherited stdout would hold the step for 5 s after its end. What is secret goes through a file of mode 0600.
 */
export function launchManager(request: LaunchRequest): LaunchedManager {
  const bootFile = join(request.stateDir, "boot.json");
  const boot = {
    runId: request.runId,
    token: request.token,
    recordFile: join(request.reportDir, "run.db"),
    workspace: request.workspace,
    announcements: null,
    registryMirror: request.registryMirror ?? null,
    job: request.job,
    allow: request.allow ?? [],
  };
  writeFileSync(bootFile, JSON.stringify(boot), { mode: 0o600, flag: "wx" });
  const logFile = managerLogOf(request.reportDir);
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(request.execPath, [youngHeap, request.managerEntry, bootFile], {
    cwd: "/",
    detached: true,
    env: managerEnvironment(request.environment),
    stdio: ["ignore", log, log, "pipe"],
  });
  closeSync(log);
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(notStarted(error.message, logFile)));
    child.once("exit", (code, signal) =>
      reject(notStarted(`it ended with ${signal ?? `exit code ${code}`}`, logFile)),
    );
  });
  // The fourth entry of stdio is a pipe that we only read from.
  const ready = firstLine(child.stdio[3] as Readable).then((line) => urlIn(line, logFile));
  const url = within(Promise.race([ready, failed]), readyMs, () =>
    notStarted(`it did not listen within ${readyMs / 1_000} s`, logFile),
  );
  // Judged by whoever awaits it; an early end of this process must not count as unhandled.
  url.catch(() => undefined);
  failed.catch(() => undefined);
  return { pid: child.pid, url };
}

export function managerLogOf(reportDir: string): string {
  return join(reportDir, "manager.log");
}

/** The variables of the runner that the manager gets. */
export function managerEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && passedOn.some((pattern) => pattern.test(name)) ? [[name, value]] : [],
    ),
  );
}

/** The last lines of a log file, and before them what Node.js itself died of; empty when there is none. */
export function tailOf(file: string): string {
  try {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const tail = lines.slice(-tailLines);
    // Behind it comes a stack of the engine's own, longer than any tail.
    const fatal = lines.findLast((line) => line.startsWith("FATAL ERROR: "));
    return [...(fatal === undefined || tail.includes(fatal) ? [] : [fatal]), ...tail].join("\n");
  } catch {
    return "";
  }
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
      const end = text.indexOf("\n");
      if (end >= 0) {
        resolve(text.slice(0, end));
        // Left open, the pipe would keep this process alive.
        stream.destroy();
      }
    });
    stream.once("error", reject);
  });
}

function urlIn(line: string, logFile: string): string {
  // Written by our own manager.
  const { url } = JSON.parse(line) as { url?: unknown };
  if (typeof url !== "string") {
    throw notStarted("it gave no address", logFile);
  }
  return url;
}

function notStarted(reason: string, logFile: string): Fault {
  const tail = tailOf(logFile);
  return new Fault(
    "MANAGER_UNREACHABLE",
    `The manager could not be started: ${reason}.${tail === "" ? "" : `\n${tail}`}`,
  );
}
