import { expect, test } from "vitest";
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
