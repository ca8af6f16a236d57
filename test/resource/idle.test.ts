import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { idleCpu, memoryNow } from "../../src/resource/index.ts";
import { spec, useEngine } from "../engine/real-engine.ts";

const engine = useEngine();
const limits = { windowMs: 1_000, mostPercent: 10 };

function deps() {
  return { clock: systemClock, signal: new AbortController().signal };
}

async function started(script: string): Promise<string> {
  const id = await engine().createContainer(spec(["node", "-e", script]));
  const attachment = await engine().attach(id);
  const said = new Promise<void>((resolve) => attachment.onStdout(() => resolve()));
  await engine().start(id);
  await said;
  return id;
}

test("a server in a busy loop uses most of a core while nothing is asked of it", async () => {
  const id = await started('console.log("go"); for (;;);');
  expect(await idleCpu(id, limits, deps())).toBeGreaterThan(limits.mostPercent);
  await engine().remove(id);
});

test("a quiet server is known after a short look", async () => {
  const id = await started('console.log("go"); setInterval(() => {}, 1e6);');
  await systemClock.sleep(200);
  const began = systemClock.monotonicMs();
  expect(await idleCpu(id, { ...limits, windowMs: 60_000 }, deps())).toBeLessThan(10);
  expect(systemClock.monotonicMs() - began).toBeLessThan(2_000);
  await engine().remove(id);
});

test("a server that is busy only at first is not held for one that never rests", async () => {
  const script =
    'console.log("go"); const end = Date.now() + 400; while (Date.now() < end); setInterval(() => {}, 1e6);';
  const id = await started(script);
  const cpu = await idleCpu(id, { windowMs: 4_000, mostPercent: 25 }, deps());
  expect(cpu).toBeLessThan(25);
  await engine().remove(id);
});

test("nothing is known of a container that is not here, nor after an abort", async () => {
  expect(await idleCpu("0".repeat(64), limits, deps())).toBeUndefined();
  const id = await started('console.log("go"); for (;;);');
  expect(await idleCpu(id, limits, { ...deps(), signal: AbortSignal.abort() })).toBeUndefined();
  await engine().remove(id);
});

test("memory is that of this moment; of a container that is not here nothing is known", async () => {
  const id = await started(
    'globalThis.kept = Buffer.alloc(64 * 2 ** 20, 1); console.log("go"); setInterval(() => {}, 1e6);',
  );
  expect(memoryNow(id)).toBeGreaterThan(64 * 2 ** 20);
  expect(memoryNow("0".repeat(64))).toBeUndefined();
  await engine().remove(id);
});

test("a busy server that waits for a core is watched for the whole window", async () => {
  const root = mkdtempSync(join(tmpdir(), "idle-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const group = join(root, "cgroup/docker/busy");
  const thread = join(root, "proc/7/task/7");
  mkdirSync(group, { recursive: true });
  mkdirSync(thread, { recursive: true });
  const counted = { usedMs: 0, waitedMs: 0, nowMs: 0 };
  const count = (ms: number, used: number, waited: number) => {
    counted.nowMs += ms;
    counted.usedMs += ms * used;
    counted.waitedMs += ms * waited;
    writeFileSync(join(group, "cpu.stat"), `usage_usec ${Math.round(counted.usedMs * 1e3)}`);
    writeFileSync(join(thread, "schedstat"), `0 ${Math.round(counted.waitedMs * 1e6)} 1`);
  };
  for (const [name, text] of Object.entries({
    "memory.max": "max",
    "memory.stat": "inactive_file 0",
    "memory.current": "1",
    "pids.current": "1",
    "cgroup.procs": "7",
  })) {
    writeFileSync(join(group, name), text);
  }
  count(0, 0, 0);
  const clock = {
    ...systemClock,
    monotonicMs: () => counted.nowMs,
    // A crowd in the first look, and room after it.
    sleep: async (ms: number) => count(ms, ms === 200 ? 0.05 : 0.6, ms === 200 ? 0.9 : 0),
  };
  const roots = { cgroupRoot: join(root, "cgroup"), procRoot: join(root, "proc") };
  expect(await idleCpu("busy", limits, { ...deps(), ...roots, clock })).toBeCloseTo(60);
  const crowded = { ...clock, sleep: async (ms: number) => count(ms, 0.05, 0.93) };
  expect(await idleCpu("busy", limits, { ...deps(), ...roots, clock: crowded })).toBeCloseTo(98);
  const rarely = { ...clock, sleep: async (ms: number) => count(ms, 0.01, 0.5) };
  expect(await idleCpu("busy", limits, { ...deps(), ...roots, clock: rarely })).toBeCloseTo(1);
  writeFileSync(join(group, "cgroup.procs"), "");
  expect(await idleCpu("busy", limits, { ...deps(), ...roots, clock })).toBeCloseTo(5);
});
