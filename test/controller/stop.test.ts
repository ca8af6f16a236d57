import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { plan, type Started, stubborn, useRuns } from "./real-run.ts";

const { start, engine } = useRuns();

/** Until the container has said it: only then do its signal handlers stand. */
async function said(container: Started, word: string): Promise<void> {
  await expect.poll(() => container.stdout(), { timeout: 10_000, interval: 10 }).toContain(word);
}

test("a server that ends when stdin closes ends on the first rung, and its last words are heard", async () => {
  const container = await start(
    plan(["sh", "-c", "cat; echo bye; exit 4"], { stop: { eofMs: 10_000, sigtermMs: 300 } }),
  );
  await container.attachment.write(Buffer.from("hello\n"));
  const report = await container.stop();
  expect(report).toMatchObject({ rung: "eof", exit: { exitCode: 4, oomKilled: false } });
  expect(report.durationMs).toBeLessThan(10_000);
  expect(container.stdout()).toBe("hello\nbye\n");
});

test("a server that ignores the end of stdin ends on SIGTERM", async () => {
  const container = await start(
    plan(["sh", "-c", "trap 'echo term; exit 0' TERM; echo ready; while :; do sleep 0.1; done"], {
      stop: { eofMs: 300, sigtermMs: 10_000 },
    }),
  );
  await said(container, "ready");
  expect(await container.stop()).toMatchObject({ rung: "sigterm", exit: { exitCode: 0 } });
  expect(container.stdout()).toBe("ready\nterm\n");
});

test("F41 a server that ignores both is killed, within 2 s of its grace", async () => {
  const container = await start(stubborn);
  await said(container, "ready");
  const report = await container.stop();
  expect(report).toMatchObject({ rung: "sigkill", exit: { exitCode: 137, oomKilled: false } });
  expect(report.durationMs).toBeGreaterThanOrEqual(600);
  expect(report.durationMs).toBeLessThan(600 + 2000);
  await container.remove();
  expect(await engine().inspect(container.id)).toBeUndefined();
});

test("a rung without time is skipped: with none left the server is killed at once", async () => {
  const container = await start(
    plan(["sh", "-c", "echo ready; cat; echo bye"], { stop: { eofMs: 0, sigtermMs: 0 } }),
  );
  await said(container, "ready");
  expect(await container.stop()).toMatchObject({ rung: "sigkill", exit: { exitCode: 137 } });
  expect(container.stdout()).toBe("ready\n");
});

test("a server that has ended is reported so, and stopping twice gives one report", async () => {
  const container = await start(plan(["sh", "-c", "exit 9"]));
  await container.exited;
  const [first, second] = await Promise.all([container.stop(), container.stop()]);
  expect(first).toMatchObject({ rung: "already-exited", exit: { exitCode: 9 } });
  expect(second).toBe(first);
});

test("a paused server is stopped like any other", async () => {
  const container = await start(stubborn);
  await said(container, "ready");
  execFileSync("docker", ["pause", container.id]);
  expect(await container.stop()).toMatchObject({ rung: "sigkill", exit: { exitCode: 137 } });
});

test("F44 a server that closed its stdout is seen to be alive, and ends by the ladder", async () => {
  const container = await start(
    plan(["sh", "-c", "exec 1>&-; echo closed >&2; exec sleep 1000"], {
      stop: { eofMs: 300, sigtermMs: 10_000 },
    }),
  );
  await expect
    .poll(() => container.stderr(), { timeout: 10_000, interval: 10 })
    .toContain("closed");
  expect(await engine().inspect(container.id)).toMatchObject({ running: true });
  expect((await engine().processes(container.id)).join("\n")).toContain("sleep 1000");
  expect(await container.stop()).toMatchObject({ rung: "sigterm", exit: { exitCode: 143 } });
});

test("F38 a server killed for memory says so", async () => {
  const limits = { cpus: 1, memoryBytes: 32 * 2 ** 20, pids: 64 };
  const container = await start(plan(["tail", "/dev/zero"], { limits }));
  expect(await container.exited).toMatchObject({ exitCode: 137, oomKilled: true });
});
