import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough, type Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { type BuildOptions, buildFailureOf } from "../../src/engine/index.ts";
import { buildWith, contextOf, faultOf } from "./build-context.ts";
import { longTime, processesWith } from "./processes.ts";
import { image, useEngine } from "./real-engine.ts";

const engine = useEngine();

function build(context: Readable, changes: Partial<BuildOptions> = {}, signal?: AbortSignal) {
  return buildWith(engine(), context, changes, signal);
}

test("F18 a build that hangs is stopped at its time limit, names the step it was at, and nothing of it runs on", async () => {
  const seconds = longTime();
  const dockerfile = `FROM ${image}\nRUN echo begun && sleep ${seconds}\n`;
  const started = performance.now();
  const fault = await faultOf(build(contextOf({ Dockerfile: dockerfile }), { timeoutMs: 3_000 }));
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(fault.code).toBe("IMAGE_BUILD_FAILED");
  expect(fault.message).toMatch(
    /was stopped after 3 s, its time limit at `RUN echo begun && sleep/,
  );
  expect(fault.message).toMatch(/\nbegun$/);
  expect(buildFailureOf(fault)?.step).toMatch(/^\[2\/2\] RUN echo begun/);
  await expect.poll(() => processesWith(seconds), { timeout: 10_000 }).toEqual([]);
});

test("a cancelled build leaves no process behind, also when its context was still being sent", async () => {
  const seconds = longTime();
  const begun = new AbortController();
  const dockerfile = `FROM ${image}\nRUN sleep ${seconds}\n`;
  const running = build(contextOf({ Dockerfile: dockerfile }), {}, begun.signal);
  await expect.poll(() => processesWith(seconds).length, { timeout: 10_000 }).not.toBe(0);
  begun.abort(new Error("enough"));
  await expect(running).rejects.toThrow("enough");
  await expect.poll(() => processesWith(seconds), { timeout: 10_000 }).toEqual([]);

  const sending = new AbortController();
  const never = new PassThrough();
  never.write(Buffer.alloc(512));
  never.once("data", () => setImmediate(() => sending.abort(new Error("enough of this"))));
  await expect(build(never, {}, sending.signal)).rejects.toThrow("enough of this");
  expect(never.destroyed).toBe(true);
});

test("a context that cannot be read to its end ends the build with the reason", async () => {
  const broken = new PassThrough();
  broken.write(Buffer.alloc(512));
  broken.once("data", () => setImmediate(() => broken.destroy(new Error("EIO: a disk error"))));
  const fault = await faultOf(build(broken, { timeoutMs: 5_000 }));
  expect([fault.code, fault.message]).toEqual([
    "IMAGE_BUILD_FAILED",
    expect.stringMatching(/^build image \S+: the context could not be read: EIO: a disk error$/),
  ]);
});

test("F19 a flood of output is shown up to a limit, counted, and its last lines quoted", async () => {
  const nonce = randomBytes(4).toString("hex");
  // More than the engine itself passes on of one step would hide what is counted here.
  const dockerfile = `FROM ${image}\nRUN seq 1 20000 && printf ${nonce}\n`;
  const { lines } = await build(contextOf({ Dockerfile: dockerfile }));
  expect(lines).toContain("1000");
  expect(lines).not.toContain("1001");
  const counted = lines.indexOf("… 19001 more lines, 20001 in all; the last:");
  expect(lines[counted + 1]).toBe(nonce);
  expect(lines.length).toBeLessThan(1_030);
});

test("F19 five million lines are bounded by the engine's limit or ours", async () => {
  const nonce = randomBytes(4).toString("hex");
  const dockerfile = `FROM ${image}\nRUN yes ${nonce} | head -n 5000000; exit 9\n`;
  const fault = await faultOf(build(contextOf({ Dockerfile: dockerfile })));
  expect(fault.message.length).toBeLessThan(10_000);
  expect(fault.message).toMatch(/Last 50 of \d{5,7} lines of the step:\n/);
});

test("a line of 800 kB and a bar that draws over itself are told as the short lines they are", async () => {
  const nonce = randomBytes(4).toString("hex");
  const draw = "printf '10%%\\r20%%\\rdone\\n'";
  const dockerfile = `FROM ${image}\nRUN ${draw} && head -c 800000 /dev/zero | tr '\\0' x && echo ${nonce}\n`;
  const { lines } = await build(contextOf({ Dockerfile: dockerfile }));
  expect(lines).toContain("done");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(4_100);
});

test("progress names steps by number, what was cached, how much was sent and how long it took", async () => {
  const nonce = randomBytes(4).toString("hex");
  const dockerfile = `FROM ${image} AS made\nRUN echo ${nonce}\nRUN sleep 1.1\n`;
  const files = { Dockerfile: dockerfile, filling: "x".repeat(30 * 2 ** 20) };
  const { lines } = await build(contextOf(files));
  const steps = lines.filter((line) => line.startsWith("["));
  expect(steps).toEqual(expect.arrayContaining([`[2/3] RUN echo ${nonce}`, "[3/3] RUN sleep 1.1"]));
  expect(steps.some((line) => /^\[3\/3\] RUN sleep 1\.1: 1\.\d s$/.test(line))).toBe(true);
  expect(lines.filter((line) => /^context: \d+\.\d MiB sent$/.test(line))).toHaveLength(1);
  expect(lines).toContain("context of 30.0 MiB sent");
  expect(lines.at(-1)).toMatch(/^built in \d+\.\d s$/);
  const again = await build(contextOf(files));
  expect(again.lines).toContain(`[2/3] RUN echo ${nonce}: cached`);
});

test("F28 a program of another processor is explained", async () => {
  // The head of an ELF file for AArch64, and nothing that could run.
  const elf =
    "7f454c46020101000000000000000000 0200b700010000000000000000000000 00000000000000000000000040003800 00000000000000000000000000000000";
  const bytes = elf.replaceAll(" ", "").replace(/../g, (hex) => `\\\\x${hex}`);
  const dockerfile = `FROM ${image}\nRUN printf '${bytes}' > /foreign && chmod +x /foreign\nRUN ["/foreign"]\n`;
  const fault = await faultOf(build(contextOf({ Dockerfile: dockerfile })));
  expect(fault.message).toMatch(/exec format error/i);
  expect(fault.hint).toMatch(/another processor/);
});

test("A49 an address may be added from, and its failure is the step's", async () => {
  const server = createServer((_request, answer) => answer.end("from afar"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const add = `ADD http://127.0.0.1:${port}/file /file`;
  const dockerfile = `FROM ${image}\n${add}\nRUN grep afar /file && echo ${randomBytes(4).toString("hex")}\n`;
  expect((await build(contextOf({ Dockerfile: dockerfile }))).lines).toContain("from afar");
});

test("a step that finds the disk full is told apart, with what frees space", async () => {
  const dockerfile = `FROM ${image}\nRUN echo ${randomBytes(4).toString("hex")} > /dev/full\n`;
  const fault = await faultOf(build(contextOf({ Dockerfile: dockerfile })));
  expect(fault.code).toBe("ENGINE_DISK_FULL");
  expect(fault.message).toMatch(/No space left on device/i);
  expect(fault.hint).toMatch(/prune/);
});
