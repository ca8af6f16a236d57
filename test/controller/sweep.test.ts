import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import {
  labelKeys,
  type Ownership,
  objectLabels,
  readOwner,
  sweep,
} from "../../src/controller/index.ts";
import type { Removable } from "../../src/engine/index.ts";
import { image, plan, stubborn, useRuns } from "./real-run.ts";

const { engine, run, start, idsOf } = useRuns();
const decoys: string[] = [];
afterAll(async () => {
  for (const id of decoys) {
    await engine().remove(id);
  }
});

async function create(labels: Record<string, string>): Promise<string> {
  const id = await engine().createContainer({
    name: `test-${randomBytes(8).toString("hex")}`,
    image,
    env: {},
    labels,
    mounts: [],
    tmpfs: {},
    network: null,
    cpus: 1,
    memoryBytes: 64 * 2 ** 20,
    pids: 16,
    readOnlyRootfs: true,
  });
  decoys.push(id);
  return id;
}

/** The engine, but of its objects only these: other runs on this machine are none of our business. */
function only(ids: readonly string[]) {
  return {
    listLabelled: async (labels: readonly string[]) =>
      (await engine().listLabelled(labels)).filter(({ id }) => ids.includes(id)),
    removeObject: (object: Removable) => engine().removeObject(object),
  };
}

test("everything of a run goes, running containers, network and volume", async () => {
  const ownership = run();
  await start({ ...stubborn, egress: "full" }, ownership);
  await start(stubborn, ownership);
  const labels = Object.entries(objectLabels(ownership, "server")).flatMap((pair) => [
    "--label",
    pair.join("="),
  ]);
  execFileSync("docker", ["volume", "create", ...labels]);
  const before = await sweep(engine(), { runId: ownership.runId, dryRun: true });
  expect(before).toMatchObject({ removed: 0, left: 4 });
  expect(before.objects.map(({ kind }) => kind)).toEqual([
    "container",
    "container",
    "network",
    "volume",
  ]);
  expect(await sweep(engine(), { runId: ownership.runId })).toMatchObject({ removed: 4, left: 0 });
  expect(await idsOf(ownership)).toEqual([]);
  expect(await sweep(engine(), { runId: ownership.runId })).toEqual({
    removed: 0,
    left: 0,
    objects: [],
  });
});

test("what only looks like ours stays", async () => {
  const ownership = run();
  const real = objectLabels(ownership, "server");
  const { [labelKeys.run]: runId = "", ...rest } = real;
  const kept = await Promise.all([
    create({ ...rest, "io.github.docker-mcp-manager.runx": runId }),
    create({ ...rest, "io.github.docker-mcp-managerx.run": runId }),
    create({ ...rest, "com.example.run": runId }),
    create({ ...real, [labelKeys.run]: `${runId}0` }),
    create({ ...real, [labelKeys.run]: runId.toUpperCase() }),
    create({ [labelKeys.run]: runId }),
    create({ ...real, [labelKeys.owner]: "me" }),
    create({ ...real, [labelKeys.expires]: "soon" }),
    create({ ...real, [labelKeys.role]: "database" }),
  ]);
  const ours = await create(real);
  expect(await sweep(engine(), { runId })).toMatchObject({ removed: 1, left: 0 });
  expect(await engine().inspect(ours)).toBeUndefined();
  const stale = await sweep(only(kept), { stale: { nowMs: ownership.expiresAtMs + 1 } });
  expect(stale.objects).toEqual([]);
  for (const id of kept) {
    expect(await engine().inspect(id)).toBeDefined();
  }
});

test("F63 the next run's sweep takes dead owners' and expired strangers' objects, never a living owner's", async () => {
  const child = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1e6)"]);
  await once(child.stdout, "data");
  const dead = readOwner(child.pid ?? 0);
  child.kill("SIGKILL");
  await once(child, "exit");
  const stranger = dead.replace(/^[^.]*/, "00000000-0000-4000-8000-000000000000");
  const nowMs = systemClock.nowMs();
  const of = (changes: Partial<Ownership>) => create(objectLabels(run(changes), "server"));
  const gone = [
    await of({ owner: dead, expiresAtMs: nowMs + 60_000 }),
    await of({ owner: stranger, expiresAtMs: nowMs - 1 }),
  ];
  const kept = [
    await of({ expiresAtMs: nowMs - 60_000 }),
    await of({ expiresAtMs: nowMs + 60_000 }),
    await of({ owner: stranger, expiresAtMs: nowMs + 60_000 }),
  ];
  const report = await sweep(only([...gone, ...kept]), { stale: { nowMs } });
  expect(report.objects.map(({ id }) => id).sort()).toEqual([...gone].sort());
  expect(report).toMatchObject({ removed: 2, left: 0 });
  for (const id of kept) {
    expect(await engine().inspect(id)).toBeDefined();
  }
});

test("without a run and without stale, nothing is chosen", async () => {
  const owner = readOwner(process.pid).replace(/^[^.]*/, "00000000-0000-4000-8000-000000000000");
  const id = await create(objectLabels(run({ owner, expiresAtMs: 0 }), "server"));
  expect(await sweep(only([id]), {})).toEqual({ removed: 0, left: 0, objects: [] });
});

test("what cannot be removed is counted as left and hinders nothing else", async () => {
  const ownership = run();
  const [held, free] = [
    await create(objectLabels(ownership, "server")),
    await create(objectLabels(ownership, "server")),
  ];
  const store = {
    ...only([held, free]),
    removeObject: (object: Removable) =>
      object.id === held ? Promise.reject(new Error("held")) : engine().removeObject(object),
  };
  expect(await sweep(store, { runId: ownership.runId })).toMatchObject({ removed: 1, left: 1 });
});

test("the sweep of a run takes what its killed manager left in the temporary folder, and nobody else's", async () => {
  const [ours, other] = [run(), run()].map(({ runId }) => ({
    runId,
    folder: mkdtempSync(join(tmpdir(), `docker-mcp-manager-${runId}-`)),
  }));
  await sweep(engine(), { runId: ours?.runId ?? "", dryRun: true });
  expect(existsSync(ours?.folder ?? "")).toBe(true);
  await sweep(engine(), { runId: ours?.runId ?? "" });
  expect(existsSync(ours?.folder ?? "")).toBe(false);
  expect(existsSync(other?.folder ?? "")).toBe(true);
});

test("F73 two runs of the same plan at once share nothing, and each sweep takes only its own", async () => {
  const [one, two] = [run(), run()];
  const wanted = plan(["sleep", "1000"], { egress: "full" });
  const started = await Promise.all(
    [one, two, one, two].map((ownership) => start(wanted, ownership)),
  );
  const states = await Promise.all(started.map(({ id }) => engine().inspect(id)));
  expect(new Set(states.map((state) => state?.name)).size).toBe(4);
  expect(new Set(states.map((state) => state?.isolation["network"])).size).toBe(2);
  expect(await sweep(engine(), { runId: one.runId })).toMatchObject({ removed: 3, left: 0 });
  expect(await idsOf(one)).toEqual([]);
  expect(await idsOf(two)).toHaveLength(3);
  for (const index of [1, 3]) {
    expect(await engine().inspect(started[index]?.id ?? "")).toMatchObject({ running: true });
  }
});
