import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { commandFault } from "../../src/controller/index.ts";
import { connectEngine, type Engine, type StatsSample } from "../../src/engine/index.ts";
import { spec } from "./real-engine.ts";

// What Podman 5.8 answers where Docker answers otherwise; `npm run test:engines` runs a real one.

const stopped = { cause: "container is stopped", message: "container is stopped", response: 500 };
const gone = { cause: "no such container", message: "no container with ID 1 found", response: 500 };
const state = { Status: "exited", Running: false, Paused: false, ExitCode: 0, OOMKilled: false };
const dropped =
  "DAC_OVERRIDE FOWNER FSETID KILL NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT";
const frame = {
  read: "2026-11-26T17:03:04.880945002Z",
  pids_stats: { current: 2 },
  cpu_stats: { cpu_usage: { total_usage: 76_778_173 } },
  memory_stats: { usage: 561_152, limit: 25_276_514_304 },
};

const folder = mkdtempSync(join(tmpdir(), "podman-"));
const asked: string[] = [];
let server: Server;
let engine: Engine;
beforeAll(async () => {
  let frames = 2;
  const inspected = {
    Id: "1",
    Name: "/one",
    Config: { User: "0:0" },
    State: { ...state, Status: "exited", Error: "", Pid: 0 },
    HostConfig: { CapDrop: ["CHOWN", ...dropped.split(" ")], CapAdd: [] },
    NetworkSettings: {},
  };
  const withChown = { CapDrop: dropped.split(" "), CapAdd: ["CAP_NET_RAW"] };
  const answers: Readonly<Record<string, () => readonly [number, object]>> = {
    "/version": () => [200, { ApiVersion: "1.44", Components: [{ Name: "Podman Engine" }] }],
    "/containers/1/stats": () => (frames-- > 0 ? [200, frame] : [500, stopped]),
    "/containers/1/json": () => [200, inspected],
    "/containers/2/json": () => [200, { ...inspected, HostConfig: withChown }],
    "/containers/3/json": () => [500, gone],
  };
  server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/^\/v[\d.]+|\?.*/g, "");
    asked.push(path);
    const [status, body] = answers[path]?.() ?? [404, {}];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  const path = join(folder, "podman.sock");
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const environment = { DOCKER_HOST: `unix://${path}` };
  engine = await connectEngine({ environment, clock: { ...systemClock, sleep: async () => {} } });
});
afterAll(() => {
  engine.close();
  server.close();
  rmSync(folder, { recursive: true });
});

test("F27 a mount whose source is missing is refused before Podman would make it", async () => {
  const source = join(folder, "absent");
  const mounts = [{ kind: "bind", source, target: "/data", readOnly: true }] as const;
  await expect(engine.createContainer(spec(["true"], { mounts }))).rejects.toMatchObject({
    code: "MOUNT_SOURCE_MISSING",
    message: expect.stringContaining(source),
  });
  expect(asked).not.toContain("/containers/create");
});

test("statistics are asked for again and again, until the container has ended", async () => {
  const samples: StatsSample[] = [];
  await engine.stats("1", (sample) => samples.push(sample), new AbortController().signal);
  expect(samples).toHaveLength(2);
  expect(samples[0]).toMatchObject({ memoryBytes: 561_152, pids: 2 });
});

test("the capabilities that Podman says were dropped of its own are told as those that are left of all", async () => {
  const isolationOf = async (id: string) => (await engine.inspect(id))?.isolation;
  expect(await isolationOf("1")).toMatchObject({ capDrop: ["ALL"], capAdd: [] });
  expect(await isolationOf("2")).toMatchObject({ capDrop: ["ALL"], capAdd: ["CHOWN", "NET_RAW"] });
});

test("a container that goes away while Podman is asked for it is not there", async () => {
  expect(await engine.inspect("3")).toBeUndefined();
});

test("F25 the last words of Podman's init tell that there is no such program", () => {
  const exit = { exitCode: 1, oomKilled: false, error: null };
  const words = "ERROR (catatonit:6): failed to exec pid1: No such file or directory";
  expect(commandFault("s", exit, ["", words])).toMatchObject({
    code: "SERVER_COMMAND_NOT_FOUND",
    message: expect.stringContaining("no program for its command that can be run (No such file"),
  });
  expect(commandFault("s", { ...exit, exitCode: 127 }, [words])).toBeUndefined();
});
