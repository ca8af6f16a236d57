import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine, type EngineEnvironment } from "../../src/engine/index.ts";

const folder = mkdtempSync(join(tmpdir(), "engine-"));
const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) {
    close();
  }
  rmSync(folder, { recursive: true });
});

/** Connects, and hangs up again if that worked; the time it took comes along. */
async function connect(environment: EngineEnvironment) {
  const start = performance.now();
  try {
    const engine = await connectEngine({ environment, clock: systemClock });
    engine.close();
    return { info: engine.info, ms: performance.now() - start };
  } catch (fault) {
    return { fault, ms: performance.now() - start };
  }
}

async function stubEngine(name: string, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  const path = join(folder, `${name}.sock`);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return `unix://${path}`;
}

function version(answer: object): RequestListener {
  return (request, response) => {
    response.statusCode = request.url?.startsWith("/version") ? 200 : 404;
    response.end(JSON.stringify({ Version: "99.0", Os: "linux", Arch: "amd64", ...answer }));
  };
}

test("the engine of this machine is found, and one API version pinned", async () => {
  const { info } = await connect(process.env);
  expect(info).toMatchObject({
    kind: "docker",
    os: "linux",
    endpoint: "unix:///var/run/docker.sock",
  });
  expect(info?.apiVersion).toMatch(/^1\.\d\d$/);
});

test("A50 an engine whose runc is known to be unsafe is connected to, and what is known is told", async () => {
  const stub = version({ ApiVersion: "1.51", Components: [{ Name: "runc", Version: "1.1.5" }] });
  const { info } = await connect({ DOCKER_HOST: await stubEngine("old-runc", stub) });
  expect(info?.flaws.join()).toContain("CVE-2024-21626");
  const sound = version({ ApiVersion: "1.51", Components: [{ Name: "runc", Version: "1.4.0" }] });
  expect((await connect({ DOCKER_HOST: await stubEngine("new-runc", sound) })).info?.flaws).toEqual(
    [],
  );
});

test("F01 no socket: not installed, the socket named, within 2 s", async () => {
  const { fault, ms } = await connect({ DOCKER_HOST: "unix:///nope.sock" });
  expect(fault).toMatchObject({
    code: "ENGINE_NOT_INSTALLED",
    exitCode: 4,
    message: expect.stringContaining("unix:///nope.sock"),
    hint: expect.stringContaining("DOCKER_HOST"),
  });
  expect(String(fault)).not.toContain("ENOENT");
  expect(ms).toBeLessThan(2000);
});

test("F01 a socket file that nobody listens on: not running", async () => {
  const path = join(folder, "left.sock");
  const holder = spawn(process.execPath, [
    "-e",
    `require("net").createServer().listen(${JSON.stringify(path)},()=>console.log("up"))`,
  ]);
  await heard(holder, "up");
  // Killed, so that the file stays.
  holder.kill("SIGKILL");
  await new Promise((resolve) => holder.once("exit", resolve));
  const { fault } = await connect({ DOCKER_HOST: `unix://${path}` });
  expect(fault).toMatchObject({
    code: "ENGINE_NOT_RUNNING",
    message: expect.stringContaining(path),
  });
});

test("F01 a TCP port that refuses: not running", async () => {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const { fault } = await connect({ DOCKER_HOST: `tcp://127.0.0.1:${port}` });
  expect(fault).toMatchObject({
    code: "ENGINE_NOT_RUNNING",
    message: expect.stringContaining(`tcp://127.0.0.1:${port}`),
  });
});

test("an engine that accepts and stays silent is given up within 2 s", async () => {
  const host = await stubEngine("silent", () => {});
  const { fault, ms } = await connect({ DOCKER_HOST: host });
  expect(fault).toMatchObject({
    code: "ENGINE_UNRESPONSIVE",
    message: expect.stringContaining(host),
  });
  expect(ms).toBeLessThan(2000);
});

test("F02 a user who may not use the socket is told so, with what to do", async () => {
  const host = await stubEngine(
    "forbidden",
    version({ ApiVersion: "1.45", MinAPIVersion: "1.24" }),
  );
  chmodSync(folder, 0o755);
  chmodSync(host.slice("unix://".length), 0);
  const script = fileURLToPath(new URL("connect-as.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    // Permissions do not stop root, so root asks as nobody.
    ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
    cwd: "/",
    env: { DOCKER_HOST: host },
  });
  expect(JSON.parse(stdout)).toMatchObject({
    code: "ENGINE_PERMISSION_DENIED",
    message: expect.stringContaining(host),
    hint: expect.stringContaining("group"),
  });
});

test.each([
  ["too new", { ApiVersion: "1.70", MinAPIVersion: "1.60" }, /1\.60 to 1\.70.*1\.41 to 1\.\d\d/],
  ["too old", { ApiVersion: "1.20", MinAPIVersion: "1.12" }, /1\.12 to 1\.20.*1\.41 to 1\.\d\d/],
])("F03 an engine that is %s is refused with both ranges", async (name, answer, ranges) => {
  const { fault } = await connect({ DOCKER_HOST: await stubEngine(name, version(answer)) });
  expect(fault).toMatchObject({
    code: "ENGINE_UNSUPPORTED",
    exitCode: 4,
    message: expect.stringMatching(ranges),
  });
});

test("F03 a newer engine that still speaks a tested version is spoken to in that", async () => {
  const { info } = await connect({
    DOCKER_HOST: await stubEngine("newer", version({ ApiVersion: "1.60", MinAPIVersion: "1.44" })),
  });
  expect(info?.apiVersion).toBe("1.51");
});

test("something that answers but is no engine is refused as such", async () => {
  const { fault } = await connect({
    DOCKER_HOST: await stubEngine("other", (_q, response) => response.end('{"a":1}')),
  });
  expect(fault).toMatchObject({
    code: "ENGINE_UNSUPPORTED",
    message: expect.stringContaining("not a Docker Engine"),
  });
});

test("A14 podman is told apart, and that its networks are not closed is said", async () => {
  const { info } = await connect({
    DOCKER_HOST: await stubEngine(
      "podman",
      version({ ApiVersion: "1.44", Components: [{ Name: "Podman Engine" }] }),
    ),
  });
  expect(info?.kind).toBe("podman");
  expect(info?.flaws).toEqual([expect.stringContaining("reaches what the host serves")]);
});

test.each([
  ["ssh://me@host", "over ssh"],
  ["tcp://", "not an address"],
  ["ftp://host", "not an address"],
])("DOCKER_HOST=%s is refused as a wrong setting", async (host, words) => {
  const { fault } = await connect({ DOCKER_HOST: host });
  expect(fault).toMatchObject({
    code: "USAGE",
    exitCode: 2,
    message: expect.stringContaining(words),
  });
});

test("TLS without its three files is refused, naming the folder", async () => {
  const { fault } = await connect({
    DOCKER_HOST: "tcp://127.0.0.1:2376",
    DOCKER_CERT_PATH: folder,
  });
  expect(fault).toMatchObject({ code: "USAGE", message: expect.stringContaining(folder) });
});

test("a rootless socket comes before the system's", async () => {
  const host = await stubEngine("docker", version({ ApiVersion: "1.45", MinAPIVersion: "1.24" }));
  const { info } = await connect({ XDG_RUNTIME_DIR: folder });
  expect(info?.endpoint).toBe(host);
});

test("DOCKER_CONTEXT leads where the docker CLI's own files say, and an unknown one is refused", async () => {
  const host = await stubEngine("context", version({ ApiVersion: "1.45", MinAPIVersion: "1.24" }));
  writeContext("mine", host);
  expect((await connect({ HOME: folder, DOCKER_CONTEXT: "mine" })).info?.endpoint).toBe(host);
  const elsewhere = { DOCKER_CONFIG: join(folder, ".docker"), DOCKER_CONTEXT: "mine" };
  expect((await connect(elsewhere)).info?.endpoint).toBe(host);
  expect((await connect({ HOME: folder, DOCKER_CONTEXT: "other" })).fault).toMatchObject({
    code: "USAGE",
    message: expect.stringContaining('"other"'),
  });
});

test("a context that leads over ssh is refused with what to do instead", async () => {
  const name = "far";
  writeContext(name, "ssh://me@far");
  expect((await connect({ HOME: folder, DOCKER_CONTEXT: name })).fault).toMatchObject({
    code: "USAGE",
    message: expect.stringContaining("ssh://me@far"),
    hint: expect.stringContaining("DOCKER_HOST=unix://"),
  });
});

/** As the docker CLI keeps it. */
function writeContext(name: string, host: string): void {
  const id = createHash("sha256").update(name).digest("hex");
  const meta = join(folder, ".docker/contexts/meta", id);
  mkdirSync(meta, { recursive: true });
  const content = { Name: name, Endpoints: { docker: { Host: host } } };
  writeFileSync(join(meta, "meta.json"), JSON.stringify(content));
}

function heard(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(word)) {
        resolve();
      }
    });
  });
}
