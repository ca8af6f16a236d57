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

/** A Node.js server that starts `child` and ends at the end of its stdin. */
function withChild(child: string, atEnd = "process.exit(5)") {
  const script = `${child}; process.stdin.on("end", () => { ${atEnd} }).resume(); console.log("ready")`;
  return plan(["node", "-e", script], {
    stop: { eofMs: 10_000, sigtermMs: 300, leftovers: true },
  });
}

test("a process that a server leaves behind is named, however it was started", async () => {
  const detached =
    'require("child_process").spawn("sleep", ["777"], { detached: true, stdio: "ignore" }).unref()';
  const orphan = 'require("child_process").execSync("sleep 888 >/dev/null 2>&1 &")';
  const container = await start(withChild(`${detached}; ${orphan}`));
  await said(container, "ready");
  const report = await container.stop();
  expect(report).toMatchObject({ rung: "eof", exit: { exitCode: 5 } });
  expect([...report.leftovers].sort()).toEqual(["sleep 777", "sleep 888"]);
});

test("a server that takes its children with it leaves none behind, and is not held up for the look", async () => {
  const child =
    'const child = require("child_process").spawn("sleep", ["777"], { detached: true })';
  const container = await start(withChild(child, "child.kill(); process.exit(5)"));
  await said(container, "ready");
  const report = await container.stop();
  expect(report).toMatchObject({ rung: "eof", exit: { exitCode: 5 }, leftovers: [] });
  expect(report.durationMs).toBeLessThan(2_000);
});

test("a server that ignores the end of stdin costs its time once, also when leftovers are looked for", async () => {
  const stop = { eofMs: 700, sigtermMs: 10_000, leftovers: true };
  const script = "trap 'exit 0' TERM; echo ready; while :; do sleep 0.1; done";
  const container = await start(plan(["sh", "-c", script], { stop }));
  await said(container, "ready");
  const report = await container.stop();
  expect(report).toMatchObject({ rung: "sigterm", exit: { exitCode: 0 }, leftovers: [] });
  expect(report.durationMs).toBeGreaterThanOrEqual(700);
  expect(report.durationMs).toBeLessThan(700 + 2_000);
});

test("a server without children is not held up at its end: no signal is sent to it", async () => {
  const signals: string[] = [];
  const listening = {
    ...engine(),
    kill: (id: string, signal: string) => {
      signals.push(signal);
      return engine().kill(id, signal);
    },
  };
  const container = await start(withChild(""), undefined, listening);
  await said(container, "ready");
  expect(await container.stop()).toMatchObject({ rung: "eof", exit: { exitCode: 5 } });
  expect(signals).toEqual([]);
});

test("a process that a server starts only at its end, and leaves behind, is named, too", async () => {
  const late =
    'require("child_process").spawn("sleep", ["999"], { detached: true, stdio: "ignore" }).unref(); setTimeout(() => process.exit(5), 1500)';
  const container = await start(withChild("", late));
  await said(container, "ready");
  expect(await container.stop()).toMatchObject({
    rung: "eof",
    exit: { exitCode: 5 },
    leftovers: ["sleep 999"],
  });
});
