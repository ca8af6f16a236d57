import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { type Ownership, sweep } from "../../src/controller/index.ts";
import { useRuns } from "./real-run.ts";

const { engine, run, idsOf } = useRuns();
const script = fileURLToPath(new URL("doomed.ts", import.meta.url));

/** A manager with a reaper and a running server, and more servers on their way. */
async function doomed(runId: string, ending = ""): Promise<ChildProcess & { said?: string }> {
  const manager = spawn(process.execPath, [script, runId, ending], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, RUNNER_TRACKING_ID: "tracked", API_KEY: "secret" },
  });
  onTestFinished(() => void manager.kill("SIGKILL"));
  const [said] = (await once(manager.stdout, "data")) as [Buffer];
  return Object.assign(manager, { said: said.toString() });
}

/** A manager that kills itself at a call to the engine. */
async function selfKilled(runId: string, ending: string): Promise<void> {
  const manager = spawn(process.execPath, [script, runId, ending], { stdio: "inherit" });
  const [, signal] = (await once(manager, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
}

/** What a run still has, or had in the temporary folder, once its reaper has ended; how long its objects stayed. */
async function afterReaping(
  ownership: Ownership,
): Promise<{ readonly ms: number; readonly left: readonly string[] }> {
  const startedAt = performance.now();
  await expect.poll(() => idsOf(ownership), { timeout: 10_000, interval: 20 }).toEqual([]);
  const ms = performance.now() - startedAt;
  await expect.poll(() => reapersOf(ownership.runId), { timeout: 10_000 }).toEqual([]);
  const files = readdirSync(tmpdir()).filter((name) => name.includes(ownership.runId));
  return { ms, left: [...(await idsOf(ownership)), ...named(ownership), ...files] };
}

/** What has the run in its name: found also when it lacks the labels. */
function named({ runId }: Ownership): readonly string[] {
  return [["ps", "-a", "--format", "{{.Names}}"], ...["network", "volume"].map(namesOf)]
    .flatMap((words) => execFileSync("docker", words, { encoding: "utf8" }).split("\n"))
    .filter((name) => name.includes(runId.slice(0, 12)));
}

function namesOf(kind: string): string[] {
  return [kind, "ls", "--format", "{{.Name}}"];
}

/** Reapers of a run, found as the operating system shows them. */
function reapersOf(runId: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const command = read(`/proc/${pid}/cmdline`).split("\0");
      return command.includes("reaper") && command.includes(runId);
    })
    .map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

// Seeded: where in the making of a container each falls is chance enough.
test.each([0, 37, 90, 160])(
  "F60 a manager killed %i ms into making a server leaves nothing after 2 s",
  async (ms) => {
    const ownership = run();
    const manager = await doomed(ownership.runId);
    expect(await idsOf(ownership)).not.toEqual([]);
    await systemClock.sleep(ms);
    manager.kill("SIGKILL");
    const reaped = await afterReaping(ownership);
    expect(reaped.left).toEqual([]);
    expect(reaped.ms).toBeLessThan(2000);
  },
);

test.each([
  "during createNetwork",
  "after createNetwork",
  "during createVolume",
  "after createVolume",
  "during createContainer",
  "after createContainer",
  "after attach",
  "during start",
])("F61 a manager that dies %s leaves nothing", async (moment) => {
  const ownership = run();
  await selfKilled(ownership.runId, moment);
  expect((await afterReaping(ownership)).left).toEqual([]);
});

test.each([
  // The server's init is stopped at that moment, so that what it leaves can be seen.
  ["on the stop ladder", "after top"],
  ["between the container and its network", "after removeObject"],
])("F62 a manager that dies in its teardown, %s, leaves nothing", async (_, moment) => {
  const ownership = run();
  await selfKilled(ownership.runId, moment);
  expect((await afterReaping(ownership)).left).toEqual([]);
});

test("A51 nobody but its manager can speak to a reaper or keep it waiting, not even a child of the manager", async () => {
  const ownership = run();
  const manager = await doomed(ownership.runId, "child");
  const child = Number(manager.said?.split("\n")[0]);
  onTestFinished(() => void process.kill(child, "SIGKILL"));
  const [pid = 0] = reapersOf(ownership.runId);
  const sockets = readdirSync(`/proc/${pid}/fd`).filter((fd) =>
    readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith("socket:"),
  );
  // Its stdin, one end of a pair without a name: nobody else can open it.
  expect(sockets).toEqual(["0"]);
  expect(() => writeFileSync(`/proc/${pid}/fd/0`, "done\n")).toThrow(/ENXIO/);
  manager.kill("SIGKILL");
  expect((await afterReaping(ownership)).left).toEqual([]);
  expect(read(`/proc/${child}/cmdline`)).toContain("sleep");
});

test("F63 when the reaper is killed too, the sweep by run removes everything", async () => {
  const ownership = run();
  const manager = await doomed(ownership.runId);
  for (const pid of reapersOf(ownership.runId)) {
    process.kill(pid, "SIGKILL");
  }
  manager.kill("SIGKILL");
  await once(manager, "exit");
  const before = await idsOf(ownership);
  expect(before).not.toEqual([]);
  expect(await sweep(engine(), { runId: ownership.runId })).toMatchObject({ left: 0 });
  expect(await idsOf(ownership)).toEqual([]);
  expect(readdirSync(tmpdir()).filter((name) => name.includes(ownership.runId))).toEqual([]);
});

test("a reaper that is released ends at once and removes nothing", async () => {
  const ownership = run();
  const manager = await doomed(ownership.runId, "release");
  await once(manager, "exit");
  expect(reapersOf(ownership.runId)).toEqual([]);
  expect(await idsOf(ownership)).toHaveLength(2);
});

test("F71 a reaper is of a session of its own, without the runner's mark or any secret, and waits with its manager", async () => {
  const ownership = run();
  const manager = await doomed(ownership.runId);
  const [pid = 0] = reapersOf(ownership.runId);
  const environment = read(`/proc/${pid}/environ`);
  expect(environment).toContain("PATH=");
  expect(environment).not.toMatch(/RUNNER_TRACKING_ID|API_KEY/);
  const session = (of: number | undefined) =>
    read(`/proc/${of}/stat`).split(") ")[1]?.split(" ")[3];
  expect(session(pid)).toBe(String(pid));
  expect(session(manager.pid)).not.toBe(String(pid));
  manager.kill("SIGKILL");
  await expect.poll(() => reapersOf(ownership.runId), { timeout: 10_000 }).toEqual([]);
});
