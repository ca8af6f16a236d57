// The set-up's Docker Engine: found, else started, else installed and started.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import {
  aptInstall,
  exitCodes,
  fail,
  mayInstall,
  onPath,
  readIfThere,
  run,
  say,
} from "./setup-machine.mjs";

const engineLog = "/var/log/docker-mcp-manager-dockerd.log";
const engineStartMs = 60_000;

/** Says what was done; ends with exit code 4 when no engine can be had. */
export async function provideEngine() {
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
