import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import type { ServerState } from "../../src/record/index.ts";
import { commandLine, processesNaming } from "../e2e/action-leftovers.ts";
import { idleDaemon } from "./daemon-process.ts";
import { image } from "./play.ts";

const tinyServer = fileURLToPath(new URL("../servers/tiny.sh", import.meta.url));
/** What a build waits for; no other process of this machine is called so. */
const endless = `1000.${process.pid}`;
/** How long a busy machine may take to bring all of them into their states. */
const slow = { timeout: 40_000, interval: 20 };
const forSure = "restart: { when: always, delay: 1m, longest_delay: 1m }";

/** A server, what its entry says besides, and the steps after its first answer, which bring it into that state. */
const servers: Readonly<Record<string, readonly [ServerState, readonly string[], string?]>> = {
  builds: ["building", ["build: ./image"]],
  waits: ["starting", [`image: "${image}"`, "command: [sleep, '1000']"]],
  "is-up": ["ready", []],
  "is-asked": ["ready", [], "{ call: sleep, timeout: 2m }"],
  "is-ill": [
    "unhealthy",
    ["health: { interval: 100ms, timeout: 100ms, failures: 1 }"],
    "{ exec: [killall, -STOP, sh] }",
  ],
  "is-frozen": ["paused", [], "{ pause: true }"],
  "has-crashed": ["restarting", [forSure], "{ exec: [killall, -KILL, sh] }"],
  stops: ["stopping", []],
};

function entry(name: string, more: readonly string[]): string {
  const what = more.some((line) => /^(?:image|build):/.test(line)) ? [] : [`image: "${image}"`];
  const runs = more.some((line) => line.startsWith("command:"))
    ? []
    : [`command: [sh, -c, "trap '' TERM; sh /app/tiny.sh; exec sleep 1000"]`];
  return [
    `  ${name}:`,
    "    volumes: [{ host_path: ./tiny.sh, container_path: /app/tiny.sh }]",
    "    stop: { eof: 1m, sigterm: 1m }",
    "    ready: { timeout: 2m }",
    ...[...what, ...runs, ...more].map((line) => `    ${line}`),
  ].join("\n");
}

const runFile = `version: 1
servers:
${Object.entries(servers)
  .map(([name, [, more]]) => entry(name, more))
  .join("\n")}
scenarios:
${Object.entries(servers)
  .map(([name, [, , step]]) => {
    const steps = ["{ ping: true }", ...(step === undefined ? [] : [step])].join(", ");
    return `  - { name: ${name}, server: ${name}, steps: [${steps}] }`;
  })
  .join("\n")}
`;

test("F60 a manager that is killed while its servers are in every state leaves nothing but a record that can be read", async () => {
  const daemon = await idleDaemon();
  const { runId, pid, folder, client } = daemon;
  cpSync(tinyServer, join(folder, "tiny.sh"));
  mkdirSync(join(folder, "image"));
  writeFileSync(
    join(folder, "image/Dockerfile"),
    `FROM ${image}\nRUN echo ${runId} && sleep ${endless}\n`,
  );
  async function states(): Promise<Readonly<Record<string, string>>> {
    const { servers: views } = await client.call("docker_list_servers", {});
    const all = views as readonly { readonly server_name: string; readonly status: string }[];
    return Object.fromEntries(all.map(({ server_name, status }) => [server_name, status]));
  }
  let asked = false;
  daemon.play(runFile, (line) => (asked ||= line.includes("is-asked › ping")), true);
  await expect.poll(async () => asked && (await states())["stops"], slow).toBe("ready");
  void client.call("docker_stop_server", { server_name: "stops" }).catch(() => undefined);
  const wanted = Object.fromEntries(
    Object.entries(servers).map(([name, [state]]) => [name, state]),
  );
  const refused = () =>
    daemon.read((record) =>
      record.steps().flatMap(({ verb, reason }) => (verb === "pause" ? [reason] : [])),
    );
  // An engine that does not freeze a server is told apart from one that is slow.
  await expect.poll(async () => [await states(), refused()], slow).toEqual([wanted, [null]]);
  // One more on its way: where in the making of its container this falls is chance.
  void client.call("docker_restart_server", { server_name: "is-up" }).catch(() => undefined);
  await systemClock.sleep(40);
  process.kill(pid, "SIGKILL");

  await expect.poll(daemon.left, { timeout: 15_000 }).toEqual([]);
  // The reaper ends last.
  await expect.poll(() => processesNaming(runId), { timeout: 15_000 }).toEqual([]);
  expect(readdirSync(tmpdir()).filter((name) => name.includes(runId))).toEqual([]);
  await expect.poll(() => processesCalled(`sleep\0${endless}`), { timeout: 15_000 }).toEqual([]);
  const kept = daemon.read((record) => ({
    outcome: record.run().outcome,
    states: Object.fromEntries(record.servers().map(({ name, state }) => [name, state])),
    pings: record.steps().filter(({ verb, outcome }) => verb === "ping" && outcome === "passed"),
    last: [...record.transitions("is-frozen")].at(-1)?.state,
  }));
  expect(kept).toMatchObject({ outcome: null, last: "paused" });
  expect({ ...kept.states, "is-up": "ready" }).toEqual(wanted);
  expect(kept.pings).toHaveLength(6);
}, 120_000);

function processesCalled(words: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(Number(pid)).startsWith(words));
}
