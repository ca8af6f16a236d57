import { randomBytes } from "node:crypto";
import { mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock, within } from "../../src/clock/index.ts";
import { connectEngine, type StatsSample } from "../../src/engine/index.ts";
import { image, runToEnd, spec, useEngine } from "./real-engine.ts";

const engine = useEngine();
const late = (what: string) => () => new Error(`${what} took too long`);

test("bytes come back as they went in, and stdin's end is passed on while output still comes", async () => {
  const bytes = randomBytes(3_000_000);
  const { exitCode, stdout, stderr } = await runToEnd(
    engine(),
    spec(["sh", "-c", "cat; echo last >&2; exit 3"]),
    bytes,
  );
  expect(exitCode).toBe(3);
  expect(stdout.equals(bytes)).toBe(true);
  expect(stderr.toString()).toBe("last\n");
});

test("nothing but what is written reaches the container's stdin: the attach request has no body", async () => {
  const { stdout } = await runToEnd(engine(), spec(["cat"]));
  expect(stdout.toString()).toBe("");
  // An engine forgives a body that comes with the headers, and takes one that comes late for stdin: look at the wire.
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const host = `unix://${join(folder, "docker.sock")}`;
  const stub = createHttpServer((_request, response) =>
    response.end(JSON.stringify({ ApiVersion: "1.41" })),
  );
  const received: string[] = [];
  stub.on("upgrade", (request, socket, head) => {
    received.push(request.headers["content-length"] ?? "0", head.toString());
    socket.on("data", (chunk: Buffer) => received.push(chunk.toString()));
    socket.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
  });
  await new Promise<void>((resolve) => stub.listen(join(folder, "docker.sock"), resolve));
  const stubbed = await connectEngine({ environment: { DOCKER_HOST: host }, clock: systemClock });
  const attachment = await stubbed.attach("a".repeat(64));
  await attachment.write(Buffer.from("first"));
  await expect.poll(() => received.join("|"), { timeout: 5000 }).toBe("0||first");
  stubbed.close();
  stub.close();
  rmSync(folder, { recursive: true });
});

test("a line of 20 MB arrives whole", async () => {
  const script = 'process.stdout.write("x".repeat(20_000_000) + "\\n")';
  const { stdout } = await runToEnd(engine(), spec(["node", "-e", script]));
  expect(stdout.length).toBe(20_000_001);
  expect(stdout.subarray(0, -1).every((byte) => byte === 0x78)).toBe(true);
});

test("output that nobody reads for a while stops the container but loses no byte", async () => {
  const id = await engine().createContainer(
    spec(["sh", "-c", "yes 0123456789abcde | head -n 300000"]),
  );
  const attachment = await engine().attach(id);
  const exited = engine().waitExit(id);
  await engine().start(id);
  // 4.8 MB: more than everything in between holds, so it cannot have ended.
  await systemClock.sleep(1000);
  expect((await engine().inspect(id))?.running).toBe(true);
  const chunks: Uint8Array[] = [];
  attachment.onStdout((chunk) => chunks.push(chunk));
  await Promise.all([exited, attachment.ended]);
  const text = Buffer.concat(chunks).toString();
  expect(text.length).toBe(16 * 300_000);
  expect(text === "0123456789abcde\n".repeat(300_000)).toBe(true);
});

test("F43 a server that never reads stdin keeps a write waiting, not others; the write fails when it ends", async () => {
  const deaf = await engine().createContainer(spec(["sleep", "1000"]));
  const attachment = await engine().attach(deaf);
  attachment.onStdout(() => {});
  const exited = engine().waitExit(deaf);
  await engine().start(deaf);
  let written: unknown = "waiting";
  const write = attachment.write(Buffer.alloc(5_000_000)).then(
    () => "written",
    (error: unknown) => error,
  );
  void write.then((outcome) => {
    written = outcome;
  });
  const { stdout } = await runToEnd(engine(), spec(["cat"]), Buffer.from("hello"));
  expect(stdout.toString()).toBe("hello");
  expect(written).toBe("waiting");
  await engine().kill(deaf, "SIGKILL");
  expect((await exited).exitCode).toBe(137);
  expect(await within(write, 5000, late("the write"))).toMatchObject({ code: "SESSION_CLOSED" });
});

test("a secret in the environment is in the body of the create call, not in its address", async () => {
  const { stdout } = await runToEnd(
    engine(),
    // 1 MB in an address is refused by the engine (431).
    spec(["sh", "-c", "env | wc -c"], { env: { A: "x".repeat(100_000), ...many(10) } }),
  );
  expect(Number(stdout.toString())).toBeGreaterThan(1_000_000);
});

function many(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`B${index}`, "x".repeat(100_000)]),
  );
}

test("the exit is known even if it was asked for after it happened", async () => {
  const id = await engine().createContainer(spec(["sh", "-c", "exit 5"]));
  const attachment = await engine().attach(id);
  attachment.onStdout(() => {});
  await engine().start(id);
  await attachment.ended;
  expect(await within(engine().waitExit(id), 3000, late("waitExit"))).toEqual({
    exitCode: 5,
    oomKilled: false,
    error: null,
  });
});

test("a container removed by someone else ends the wait", async () => {
  const id = await engine().createContainer(spec(["sleep", "1000"]));
  await engine().attach(id);
  const exited = engine().waitExit(id);
  await engine().start(id);
  await engine().remove(id);
  // Podman forgets a container's exit together with the container.
  expect([137, -1]).toContain((await within(exited, 3000, late("waitExit"))).exitCode);
  expect(await within(engine().waitExit(id), 3000, late("waitExit"))).toMatchObject({
    exitCode: -1,
    error: expect.stringContaining("removed"),
  });
});

test("F05 an engine that goes away ends the wait and the stream with a fault, within 3 s", async () => {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const path = join(folder, "docker.sock");
  const sockets: Socket[] = [];
  // A tunnel to the engine, so that the engine can go away for us alone.
  const tunnel = createServer((near) => {
    const far = connect("/var/run/docker.sock");
    sockets.push(near, far);
    near
      .on("error", () => {})
      .pipe(far.on("error", () => {}))
      .pipe(near);
  });
  await new Promise<void>((resolve) => tunnel.listen(path, resolve));
  const tunnelled = await connectEngine({
    environment: { DOCKER_HOST: `unix://${path}` },
    clock: systemClock,
  });
  const id = await tunnelled.createContainer(spec(["sleep", "1000"]));
  const attachment = await tunnelled.attach(id);
  attachment.onStdout(() => {});
  const exited = tunnelled.waitExit(id);
  await tunnelled.start(id);
  tunnel.close();
  for (const socket of sockets) {
    socket.destroy();
  }
  await within(attachment.ended, 3000, late("the stream's end"));
  await expect(within(exited, 3000, late("waitExit"))).rejects.toMatchObject({
    code: expect.stringMatching(/^ENGINE_/),
  });
  tunnelled.close();
  rmSync(folder, { recursive: true, force: true });
});

test("closing the engine ends what waits on it", async () => {
  const own = await connectEngine({ environment: process.env, clock: systemClock });
  const id = await own.createContainer(spec(["sleep", "1000"]));
  const attachment = await own.attach(id);
  attachment.onStdout(() => {});
  const exited = own.waitExit(id);
  await own.start(id);
  own.close();
  await expect(within(exited, 3000, late("waitExit"))).rejects.toMatchObject({
    code: "ENGINE_ERROR",
  });
  await within(attachment.ended, 3000, late("the stream's end"));
});

test("samples come while the container runs, and the following ends with it", async () => {
  const id = await engine().createContainer(
    spec(["sh", "-c", "timeout 2 yes > /dev/null"], { memoryBytes: 64 * 2 ** 20 }),
  );
  const attachment = await engine().attach(id);
  attachment.onStdout(() => {});
  const samples: StatsSample[] = [];
  await engine().start(id);
  const following = engine().stats(
    id,
    (sample) => samples.push(sample),
    new AbortController().signal,
  );
  await within(following, 20_000, late("the statistics"));
  expect(samples.length).toBeGreaterThanOrEqual(2);
  const [first, last] = [samples[0], samples.at(-1)];
  expect(last?.cpuMs).toBeGreaterThan((first?.cpuMs ?? 0) + 200);
  expect(last).toMatchObject({ memoryLimitBytes: 64 * 2 ** 20, rxBytes: 0, txBytes: 0 });
  expect(first?.pids).toBeGreaterThanOrEqual(2);
  expect(first?.memoryBytes).toBeGreaterThan(0);
});

test("following the statistics ends quietly when it is aborted", async () => {
  const id = await engine().createContainer(spec(["sleep", "1000"]));
  await engine().start(id);
  const abort = new AbortController();
  const following = engine().stats(id, () => abort.abort(), abort.signal);
  await expect(within(following, 5000, late("the abort"))).resolves.toBeUndefined();
});

test("the process list of a running container has a line for each", async () => {
  const id = await engine().createContainer(spec(["sh", "-c", "sleep 999 & sleep 1000"]));
  await engine().start(id);
  const lines = await engine().processes(id);
  expect(lines.some((line) => line.includes("sleep 999"))).toBe(true);
});

test("F13 an image that does not exist is called that, by its name", async () => {
  const created = engine().createContainer(spec(["true"], { image: "nope:latest" }));
  await expect(created).rejects.toMatchObject({
    code: "IMAGE_NOT_FOUND",
    message: expect.stringContaining("nope:latest"),
  });
  expect(await engine().inspectImage("nope:latest")).toBeUndefined();
  expect((await engine().inspectImage(image))?.id).toMatch(/^sha256:/);
});

test("F27 a missing mount source is refused, and not created on the host", async () => {
  const source = join(tmpdir(), `absent-${randomBytes(4).toString("hex")}`);
  const mounts = [{ kind: "bind", source, target: "/data", readOnly: true }] as const;
  await expect(engine().createContainer(spec(["true"], { mounts }))).rejects.toMatchObject({
    code: "MOUNT_SOURCE_MISSING",
    message: expect.stringContaining(source),
  });
  expect(() => rmdirSync(source)).toThrow("ENOENT");
});

test("the engine's own words are in the fault of what we have no name for", async () => {
  const id = await engine().createContainer(spec(["true"], { user: "nosuch" }));
  await expect(engine().start(id)).rejects.toMatchObject({
    code: "ENGINE_ERROR",
    message: expect.stringMatching(/start container .*unable to find user nosuch/),
  });
});

test("removing twice, killing what ended and starting what runs are no errors", async () => {
  const id = await engine().createContainer(spec(["sleep", "1000"]));
  await engine().start(id);
  await engine().start(id);
  await engine().kill(id, "SIGKILL");
  await engine().waitExit(id);
  await engine().kill(id, "SIGTERM");
  await engine().remove(id);
  await engine().remove(id);
  expect(await engine().inspect(id)).toBeUndefined();
});
