// Makes a fresh clone ready to test: packages and Node.js 24, a Docker Engine, a browser, base images.
// Runs on Node.js 18 or newer with nothing installed; says one line per step; does nothing when all is there.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A step that cannot be done, with the exit code it ends with. */
class SetupError extends Error {
  constructor(message, exitCode, output = "") {
    super(message);
    this.exitCode = exitCode;
    /** All that a failed program printed. */
    this.output = output;
  }
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const exitCodes = { usage: 2, engine: 4, internal: 70 };
const engineLog = "/var/log/docker-mcp-manager-dockerd.log";
const engineStartMs = 60_000;
const mayInstall =
  process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get") !== undefined;
let packageListsFetched = false;

await step("packages", installPackages);
const node = await step("node", findNode);
await step("engine", provideEngine);
await step("browser", provideBrowser);
await step("base image", () => provideBaseImages(node.value));

/** Runs one step and prints its line: what it did and how long it took. */
async function step(name, work) {
  const started = performance.now();
  try {
    const result = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`setup: ${name.padEnd(10)}  ${result.did} (${seconds} s)`);
    return result;
  } catch (error) {
    console.error(
      `setup: ${name.padEnd(10)}  ${error instanceof SetupError ? error.message : error.stack}`,
    );
    process.exit(error.exitCode ?? exitCodes.internal);
  }
}

function installPackages() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, "node_modules/.docker-mcp-manager-setup");
  if (readIfThere(stamp) === digest) {
    return { did: "up to date" };
  }
  const installed = installedAsLocked(JSON.parse(lock));
  if (!installed) {
    installFromRegistry();
  }
  writeFileSync(stamp, digest);
  return { did: installed ? "up to date" : "installed as locked" };
}

function installFromRegistry() {
  const npm =
    onPath("npm") ?? fail("npm is not on the PATH; install Node.js with npm", exitCodes.usage);
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  say("installing npm packages as locked");
  try {
    run(npm, ["ci", ...quiet], { cwd: root });
  } catch (error) {
    // A registry without the binaries of other platforms leaves them out of the lockfile, and `npm ci` takes that for
    // a lockfile out of step. `npm install` keeps to the versions locked; the lockfile itself stays as it is.
    if (!error.output?.includes("from lock file")) {
      throw error;
    }
    say("the lockfile lacks packages of other platforms; installing what it has");
    run(npm, ["install", "--no-save", ...quiet], { cwd: root });
  }
}

/** Whether what npm noted of its last install is what the lockfile wants; packages for other machines are not missed. */
function installedAsLocked(lock) {
  const text = readIfThere(join(root, "node_modules/.package-lock.json"));
  if (text === undefined) {
    return false;
  }
  const installed = JSON.parse(text).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const found = installed[path];
    return path.startsWith("node_modules/") && !(wanted.optional && found === undefined)
      ? found?.version === wanted.version && found?.integrity === wanted.integrity
      : true;
  });
}

function findNode() {
  const packaged = join(root, "node_modules", `node-linux-${process.arch}`, "bin/node");
  const major = Number(process.versions.node.split(".")[0]);
  const binary = existsSync(packaged) ? packaged : major >= 24 ? process.execPath : undefined;
  if (binary === undefined) {
    fail(
      `this is Node.js ${process.versions.node}, and no package brings version 24 for this machine; install Node.js 24`,
      exitCodes.usage,
    );
  }
  const version = spawnSync(binary, ["--version"], { encoding: "utf8" });
  return version.status === 0
    ? { did: `${version.stdout.trim()} at ${binary}`, value: binary }
    : fail(
        `${binary} does not start: ${version.error?.message ?? version.stderr}`,
        exitCodes.usage,
      );
}

async function provideEngine() {
  const { DOCKER_HOST } = process.env;
  const places = DOCKER_HOST ? [DOCKER_HOST] : engineSockets();
  const answers = await Promise.all(places.map(ping));
  const answering = places.find((_, index) => answers[index] === "answers");
  if (answering !== undefined) {
    return { did: `answers at ${answering}` };
  }
  // The docker CLI knows of contexts (Docker Desktop, Colima); the product reads them too.
  if (!DOCKER_HOST && spawnSync("docker", ["version"], { stdio: "ignore" }).status === 0) {
    return { did: "answers through the docker CLI's context" };
  }
  if (answers.includes("EACCES")) {
    fail(
      `no permission to use the engine at ${places.join(", ")}; add the user to the group docker and log in again`,
      exitCodes.engine,
    );
  }
  if (DOCKER_HOST) {
    fail(
      `no engine answers at DOCKER_HOST=${DOCKER_HOST} (${answers[0]}); start it or unset DOCKER_HOST`,
      exitCodes.engine,
    );
  }
  if (!mayInstall && !(onPath("dockerd") && process.getuid?.() === 0)) {
    fail(
      "no Docker Engine answers; install and start one (on Debian and Ubuntu `npm run setup` as root does it)",
      exitCodes.engine,
    );
  }
  const done = [];
  if (onPath("dockerd") === undefined) {
    say("no Docker Engine is installed; installing Debian's package docker.io");
    aptInstall(["docker.io"]);
    done.push("installed docker.io");
  }
  return { did: [...done, await startEngine()].join(", ") };
}

function engineSockets() {
  const { XDG_RUNTIME_DIR, HOME } = process.env;
  const rootless = [
    XDG_RUNTIME_DIR && `${XDG_RUNTIME_DIR}/docker.sock`,
    HOME && `${HOME}/.docker/run/docker.sock`,
  ];
  return [...rootless.filter((path) => path && existsSync(path)), "/var/run/docker.sock"].map(
    (path) => `unix://${path}`,
  );
}

/** "answers", or the reason why not. A TCP engine counts as answering when it accepts a connection: TLS is left to the product. */
function ping(address) {
  return new Promise((resolve) => {
    const onError = (error) => resolve(error.code ?? error.message);
    if (!address.startsWith("unix://")) {
      const url = new URL(address.includes("://") ? address : `tcp://${address}`);
      const socket = connect({
        host: url.hostname,
        port: Number(url.port || 2375),
        timeout: 5_000,
      });
      socket.once("connect", () => socket.end(() => resolve("answers")));
      socket.once("timeout", () => socket.destroy(new Error("no answer in 5 s")));
      socket.once("error", onError);
      return;
    }
    const asked = request(
      { socketPath: address.slice("unix://".length), path: "/_ping", timeout: 5_000 },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200 ? "answers" : `status ${answer.statusCode}`);
      },
    );
    asked.once("timeout", () => asked.destroy(new Error("no answer in 5 s")));
    asked.once("error", onError);
    asked.end();
  });
}

async function startEngine() {
  // The package's own script may have started it already.
  if ((await ping("unix:///var/run/docker.sock")) === "answers") {
    return "the package started dockerd";
  }
  if (existsSync("/run/systemd/system")) {
    say("starting docker.service");
    run("systemctl", ["start", "docker"]);
    return (await answersWithin(() => undefined))
      ? "started docker.service"
      : engineFailed("docker.service", undefined);
  }
  say(`starting dockerd, its log is ${engineLog}`);
  const log = openSync(engineLog, "a");
  const engine = spawn(onPath("dockerd") ?? "dockerd", [], {
    detached: true,
    stdio: ["ignore", log, log],
  });
  let ended;
  engine.once("error", (error) => {
    ended = error.message;
  });
  engine.once("exit", (code, signal) => {
    ended = `ended with ${signal ?? code}`;
  });
  if (!(await answersWithin(() => ended))) {
    engineFailed("dockerd", ended);
  }
  engine.unref();
  return `started dockerd (log ${engineLog})`;
}

async function answersWithin(endedEarly) {
  const deadline = performance.now() + engineStartMs;
  while (performance.now() < deadline && endedEarly() === undefined) {
    if ((await ping("unix:///var/run/docker.sock")) === "answers") {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function engineFailed(what, ended) {
  const lines = (readIfThere(engineLog) ?? "").trimEnd().split("\n").slice(-15).join("\n");
  fail(
    `${what} ${ended ?? `does not answer after ${engineStartMs / 1000} s`}. The end of its log:\n${lines}`,
    exitCodes.engine,
  );
}

function provideBrowser() {
  const browser = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    .map(onPath)
    .find(Boolean);
  if (browser !== undefined) {
    return { did: `found ${browser}` };
  }
  if (!mayInstall) {
    return { did: "none; the report's browser tests need chromium, install it" };
  }
  say("no browser for the report's tests; installing Debian's package chromium");
  try {
    aptInstall(["chromium"]);
    return { did: "installed chromium" };
  } catch (error) {
    return {
      did: `chromium cannot be had here (${error.message}); the report's browser tests need it`,
    };
  }
}

function provideBaseImages(binary) {
  const script = join(root, ".github/scripts/base-images.mjs");
  const cache = join(root, ".cache/base-image");
  mkdirSync(cache, { recursive: true });
  const made = spawnSync(binary, [script, cache], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (made.status !== 0) {
    fail(
      `base image could not be provided (exit ${made.status ?? made.signal})`,
      made.status ?? exitCodes.internal,
    );
  }
  return { did: made.stdout.trim() };
}

function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (!packageListsFetched) {
    run("apt-get", ["update", "-q"], { env });
    packageListsFetched = true;
  }
  run("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...names], { env });
}

/** Runs a program silently; when it fails, its last lines are the error. */
function run(program, args, options = {}) {
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

function onPath(program) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return folders.map((folder) => join(folder || ".", program)).find((path) => existsSync(path));
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function say(line) {
  console.log(`setup: ${" ".repeat(10)}  ${line} ...`);
}

function fail(message, exitCode) {
  throw new SetupError(message, exitCode);
}
