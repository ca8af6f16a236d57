import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Clock, systemClock } from "../../src/clock/index.ts";
import type { Engine, StatsSample } from "../../src/engine/index.ts";
import type { EventRow, SampleRow } from "../../src/record/index.ts";
import { sampleServer } from "../../src/resource/index.ts";
import { spec, useEngine } from "../engine/real-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "cgroup-"));
afterAll(() => rmSync(folder, { recursive: true }));

const id = "0123456789abcdef";

function tree(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const v2 = `system.slice/docker-${id}.scope`;
const cgroupV2 = tree("v2", {
  [`${v2}/memory.current`]: "5000000\n",
  [`${v2}/memory.stat`]: "anon 1\ninactive_file 1000000\nactive_file 7\n",
  [`${v2}/memory.max`]: "max\n",
  [`${v2}/memory.events`]: "low 0\nmax 9\noom 3\noom_kill 2\n",
  [`${v2}/cpu.stat`]: "usage_usec 2500\nuser_usec 1\nnr_throttled 1\nthrottled_usec 7000\n",
  [`${v2}/pids.events`]: "max 5\n",
  [`${v2}/pids.current`]: "3\n",
  [`${v2}/cgroup.procs`]: "42\n43\n",
});
const cgroupV1 = tree("v1", {
  [`memory/docker/${id}/memory.usage_in_bytes`]: "5000000\n",
  [`memory/docker/${id}/memory.stat`]: "inactive_file 1\ntotal_inactive_file 1000000\n",
  [`memory/docker/${id}/memory.limit_in_bytes`]: "9223372036854771712\n",
  [`memory/docker/${id}/cgroup.procs`]: "42\n43\n",
  [`memory/docker/${id}/memory.oom_control`]: "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n",
  [`cpu/docker/${id}/cpu.stat`]: "nr_periods 9\nnr_throttled 1\nthrottled_time 7000000\n",
  [`pids/docker/${id}/pids.events`]: "max 5\n",
  [`cpuacct/docker/${id}/cpuacct.usage`]: "2500000\n",
  [`pids/docker/${id}/pids.current`]: "3\n",
});
const proc = tree("proc", {
  "42/net/dev": [
    "Inter-|   Receive                  |  Transmit",
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets",
    "    lo: 99 1 0 0 0 0 0 0 99 1 0 0 0 0 0 0",
    "  eth0: 1000 1 0 0 0 0 0 0 200 1 0 0 0 0 0 0",
    "  eth1:    5 1 0 0 0 0 0 0   6 1 0 0 0 0 0 0",
  ].join("\n"),
});

const noStats: Pick<Engine, "stats"> = {
  stats: () => Promise.reject(new Error("the engine was asked")),
};

interface Sampling {
  readonly samples: SampleRow[];
  readonly events: EventRow[];
  readonly stop: AbortController;
  readonly done: Promise<unknown>;
}

function begin(
  engine: Pick<Engine, "stats">,
  container: string,
  paths: { readonly cgroupRoot?: string; readonly procRoot?: string; readonly clock?: Clock } = {},
): Sampling {
  const samples: SampleRow[] = [];
  const events: EventRow[] = [];
  const stop = new AbortController();
  const record = {
    sample: (row: SampleRow) => samples.push(row),
    event: (row: EventRow) => events.push(row),
  };
  const deps = { clock: systemClock, ...paths, record, signal: stop.signal };
  return { samples, events, stop, done: sampleServer(engine, container, "srv", deps) };
}

describe("where the cgroup can be read", () => {
  test.each([
    ["v1", cgroupV1],
    ["v2", cgroupV2],
  ])("%s: one sample at once and one at the stop, without the engine", async (_, cgroupRoot) => {
    const sampling = begin(noStats, id, { cgroupRoot, procRoot: proc });
    expect(sampling.samples).toHaveLength(1);
    sampling.stop.abort();
    expect(await sampling.done).toEqual({ memoryKills: 2, pidsRefused: 5, throttledMs: 7 });
    expect(sampling.samples).toHaveLength(2);
    expect(sampling.events).toEqual([]);
    expect(sampling.samples[0]).toEqual({
      server: "srv",
      atMs: expect.any(Number) as number,
      cpuMs: 2.5,
      cpuPercent: null,
      memoryBytes: 4_000_000,
      memoryLimitBytes: null,
      rxBytes: 1_005,
      txBytes: 206,
      pids: 3,
    });
    expect(sampling.samples[1]?.cpuPercent).toBe(0);
  });

  test("of a server that rests only the processor time is read, until it has run for half a millisecond or ends", async () => {
    const root = join(folder, "resting");
    cpSync(cgroupV2, root, { recursive: true });
    let wake = (): void => undefined;
    const sleep = () => new Promise<void>((resolve) => (wake = resolve));
    const sampling = begin(noStats, id, {
      cgroupRoot: root,
      procRoot: proc,
      clock: { ...systemClock, sleep },
    });
    const look = async (usedMs: number, memory: number) => {
      writeFileSync(join(root, v2, "cpu.stat"), `usage_usec ${usedMs * 1e3}\n`);
      writeFileSync(join(root, v2, "memory.current"), `${memory}\n`);
      wake();
      await new Promise(setImmediate);
    };
    await look(2.9, 6_000_000);
    await look(3.1, 7_000_000);
    await look(3.2, 8_000_000);
    sampling.stop.abort();
    wake();
    await sampling.done;
    expect(sampling.samples.map(({ cpuMs, memoryBytes }) => [cpuMs, memoryBytes])).toEqual([
      [2.5, 4_000_000],
      [2.9, 4_000_000],
      [3.1, 6_000_000],
      [3.2, 6_000_000],
      [3.2, 7_000_000],
    ]);
  });

  test("CPU is the share of one core since the sample before", async () => {
    const root = join(folder, "moving");
    cpSync(cgroupV2, root, { recursive: true });
    let now = 10_000;
    const sampling = begin(noStats, id, {
      cgroupRoot: root,
      procRoot: join(folder, "nowhere"),
      clock: { ...systemClock, nowMs: () => now },
    });
    now = 10_200;
    writeFileSync(join(root, v2, "cpu.stat"), "usage_usec 302500\n");
    sampling.stop.abort();
    await sampling.done;
    expect(sampling.samples[1]).toMatchObject({ cpuMs: 302.5, cpuPercent: 150, rxBytes: 0 });
  });

  test("a container that has ended ends the sampling quietly", async () => {
    const root = join(folder, "ending");
    cpSync(cgroupV2, root, { recursive: true });
    const sampling = begin(noStats, id, {
      cgroupRoot: root,
      clock: { ...systemClock, sleep: () => Promise.resolve(rmSync(root, { recursive: true })) },
    });
    await sampling.done;
    expect(sampling.samples).toHaveLength(1);
    expect(sampling.events).toEqual([]);
  });
});

describe("elsewhere", () => {
  const stats = (atMs: number, cpuMs: number): StatsSample => ({
    atMs,
    cpuMs,
    memoryBytes: 1,
    memoryLimitBytes: 2,
    rxBytes: 3,
    txBytes: 4,
    pids: 5,
  });

  test("the engine's samples are written as they come", async () => {
    const sampling = begin(
      {
        async stats(_, onSample) {
          onSample(stats(1_000, 100));
          onSample(stats(2_000, 350));
        },
      },
      "absent",
    );
    await sampling.done;
    expect(sampling.samples.map(({ cpuMs, cpuPercent }) => [cpuMs, cpuPercent])).toEqual([
      [100, null],
      [350, 25],
    ]);
  });

  test("a failure is an event, not a throw", async () => {
    const sampling = begin(noStats, "absent");
    await sampling.done;
    expect(sampling.events).toMatchObject([{ kind: "sampling-failed", server: "srv" }]);
    expect(sampling.events[0]?.data).toContain("the engine was asked");
  });

  test("a failure because of the stop is none", async () => {
    const sampling = begin({ stats: () => Promise.reject(new Error("aborted")) }, "absent");
    sampling.stop.abort();
    await sampling.done;
    expect(sampling.events).toEqual([]);
  });
});

describe("a real container", () => {
  const engine = useEngine();
  const busy =
    "while (process.cpuUsage().user < 250000); setInterval(() => {}, 1000); console.log('x')";

  async function started(): Promise<{ container: string; ready: Promise<void> }> {
    const container = await engine().createContainer(spec(["node", "-e", busy]));
    const attachment = await engine().attach(container);
    const ready = new Promise<void>((resolve) => attachment.onStdout(() => resolve()));
    await engine().start(container);
    return { container, ready };
  }

  test.each([
    ["read here", {}],
    ["asked of its engine", { cgroupRoot: join(folder, "nowhere") }],
  ])("%s shows what it used", async (_, paths) => {
    const { container, ready } = await started();
    let enough: (() => void) | undefined;
    const two = new Promise<void>((resolve) => (enough = resolve));
    const sampling = begin(
      {
        stats: (id, onSample, signal) => {
          let seen = 0;
          return engine().stats(
            id,
            (sample) => {
              onSample(sample);
              seen += 1;
              if (seen === 2) {
                enough?.();
              }
            },
            signal,
          );
        },
      },
      container,
      paths,
    );
    await ready;
    await ("cgroupRoot" in paths ? two : undefined);
    sampling.stop.abort();
    await sampling.done;
    const last = sampling.samples.at(-1);
    expect(sampling.events).toEqual([]);
    expect(sampling.samples.length).toBeGreaterThanOrEqual(2);
    expect(last?.cpuMs).toBeGreaterThan(200);
    expect(last?.memoryBytes).toBeGreaterThan(5 * 2 ** 20);
    expect(last?.memoryBytes).toBeLessThan(256 * 2 ** 20);
    expect(last?.memoryLimitBytes).toBe(256 * 2 ** 20);
    expect(last?.pids).toBeGreaterThan(1);
    await engine().remove(container);
  });
});
