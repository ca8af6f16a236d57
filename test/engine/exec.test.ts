import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { spec, useEngine } from "./real-engine.ts";

const engine = useEngine();
const never = new AbortController().signal;

/** A container that idles, started; its id. */
async function idle(command: readonly string[] = ["sleep", "1000"]): Promise<string> {
  const id = await engine().createContainer(spec(command));
  await engine().start(id);
  return id;
}

test("a command's output, by stream, and its exit code come back", async () => {
  const id = await idle();
  const command = ["sh", "-c", "echo out; echo err >&2; exit 3"];
  expect(await engine().exec(id, command, never)).toEqual({
    exitCode: 3,
    stdout: "out\n",
    stderr: "err\n",
    truncated: false,
  });
  await engine().remove(id);
});

test("a command that floods is read to its end; 1 MiB of it is kept, and that is said", async () => {
  const id = await idle();
  const command = ["sh", "-c", "yes 0123456789abcde | head -n 300000; echo last >&2"];
  const result = await engine().exec(id, command, never);
  expect(result).toMatchObject({ exitCode: 0, stderr: "last\n", truncated: true });
  expect(result.stdout.length).toBe(2 ** 20);
  await engine().remove(id);
});

test("a program that is not there is a fault, and one that ends with 127 by itself is not", async () => {
  const id = await idle();
  await expect(engine().exec(id, ["no-such-program"], never)).rejects.toMatchObject({
    code: "SERVER_COMMAND_NOT_FOUND",
    message: expect.stringContaining("no-such-program"),
  });
  expect((await engine().exec(id, ["sh", "-c", "exit 127"], never)).exitCode).toBe(127);
  await engine().remove(id);
});

test("a command that hangs is given up when the signal aborts", async () => {
  const id = await idle();
  const enough = new AbortController();
  const reason = new Error("enough");
  setTimeout(() => enough.abort(reason), 300);
  const began = systemClock.monotonicMs();
  await expect(engine().exec(id, ["sleep", "1000"], enough.signal)).rejects.toBe(reason);
  expect(systemClock.monotonicMs() - began).toBeLessThan(5_000);
  await engine().remove(id);
});

test("processes have their parents and states, also that of a stopped one", async () => {
  const id = await idle(["sh", "-c", "sleep 900 & sleep 1000; true"]);
  await expect.poll(async () => (await engine().top(id)).length, { timeout: 5_000 }).toBe(4);
  await engine().kill(id, "SIGSTOP");
  // A process stops when its turn comes, which on a loaded machine is later.
  await expect.poll(async () => (await engine().top(id))[0]?.state).toMatch(/^T/);
  const [init, shell, ...sleeps] = await engine().top(id);
  // Podman counts as the container does.
  expect([(await engine().inspect(id))?.pid, 1]).toContain(init?.pid);
  expect(shell).toMatchObject({ parent: init?.pid, command: expect.stringContaining("sh -c") });
  expect(sleeps.map(({ command }) => command)).toEqual(["sleep 900", "sleep 1000"]);
  expect(sleeps.every(({ parent }) => parent === shell?.pid)).toBe(true);
  await engine().remove(id);
});

test("a paused container does nothing until it is resumed", async () => {
  const id = await idle();
  await engine().pause(id);
  expect(await engine().inspect(id)).toMatchObject({ running: true, paused: true });
  await engine().unpause(id);
  expect(await engine().inspect(id)).toMatchObject({ running: true, paused: false });
  await engine().remove(id);
});
