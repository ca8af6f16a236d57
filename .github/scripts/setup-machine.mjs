// What the set-up's steps need of the machine: its programs, its package manager, and one way to fail.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const exitCodes = { usage: 2, engine: 4, internal: 70 };

/** A step that cannot be done, with the exit code it ends with. */
export class SetupError extends Error {
  constructor(message, exitCode, output = "") {
    super(message);
    this.exitCode = exitCode;
    /** All that a failed program printed. */
    this.output = output;
  }
}

/** Whether missing programs can be installed: Debian or Ubuntu, as root. */
export const mayInstall =
  process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get") !== undefined;
let packageListsFetched = false;

/** Installs Debian packages; the lists are fetched once. */
export function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (!packageListsFetched) {
    run("apt-get", ["update", "-q"], { env });
    packageListsFetched = true;
  }
  run("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...names], { env });
}

/** Runs a program silently; when it fails, its last lines are the error. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  if (done.status !== 0) {
    const output = `${done.stdout ?? ""}${done.stderr ?? ""}`.trimEnd();
    const reason = done.error?.message ?? `exit ${done.status ?? done.signal}`;
    const end = output.split("\n").slice(-15).join("\n");
    throw new SetupError(
      `\`${program} ${args.join(" ")}\` failed (${reason}):\n${end}`,
      exitCodes.internal,
      output,
    );
  }
}

export function onPath(program) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return folders.map((folder) => join(folder || ".", program)).find((path) => existsSync(path));
}

export function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

export function say(line) {
  console.log(`setup: ${" ".repeat(10)}  ${line} ...`);
}

export function fail(message, exitCode) {
  throw new SetupError(message, exitCode);
}
