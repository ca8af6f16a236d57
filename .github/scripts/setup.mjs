// Makes a fresh clone ready to test: packages and Node.js 24, a Docker Engine, a browser, base images.
// Runs on Node.js 18 or newer with nothing installed; says one line per step; does nothing when all is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { provideEngine } from "./setup-engine.mjs";
import {
  aptInstall,
  exitCodes,
  fail,
  mayInstall,
  onPath,
  readIfThere,
  run,
  SetupError,
  say,
} from "./setup-machine.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

await step("packages", installPackages);
const node = await step("node", findNode);
await step("engine", provideEngine);
await step("browser", provideBrowser);
await step("bases", () => provideBaseImages(node.value));

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
  provideDebianMaker();
  const script = join(root, ".github/scripts/base-images.mjs");
  const cache = join(root, ".cache/base-image");
  mkdirSync(cache, { recursive: true });
  const made = spawnSync(binary, [script, cache], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (made.status !== 0) {
    fail(
      `base images could not be provided (exit ${made.status ?? made.signal})`,
      made.status ?? exitCodes.internal,
    );
  }
  return { did: made.stdout.trim() };
}

/** mmdebstrap makes the base images where no registry answers; without it the base images' own line says what is missing. */
function provideDebianMaker() {
  if (!mayInstall || onPath("mmdebstrap") !== undefined) {
    return;
  }
  say("installing Debian's package mmdebstrap for base images");
  try {
    aptInstall(["mmdebstrap", "debian-archive-keyring"]);
  } catch (error) {
    say(`mmdebstrap cannot be had here: ${error.message}`);
  }
}
