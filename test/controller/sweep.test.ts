import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import {
  labelKeys,
  makeTempFolder,
  type Ownership,
  objectLabels,
  readOwner,
  sweep,
} from "../../src/controller/index.ts";
import type { Removable } from "../../src/engine/index.ts";
import { image, plan, stubborn, useRuns } from "./real-run.ts";

const { engine, run, start, idsOf } = useRuns();
const decoys: string[] = [];
const labelled = new Map<string, Removable>();
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
  labelled.set(id, { kind: "container", id, name: "", labels });
  return id;
}

/** A network or volume with labels; removed at the end. */
function make(kind: "network" | "volume", labels: Record<string, string>): string {
  const name = `test-${randomBytes(8).toString("hex")}`;
  const flags = Object.entries(labels).flatMap((pair) => ["--label", pair.join("=")]);
  const id = execFileSync("docker", [kind, "create", ...flags, name], { encoding: "utf8" }).trim();
  onTestFinished(() => {
    try {
      execFileSync("docker", [kind, "rm", name], { stdio: "ignore" });
    } catch {
      // Swept, as it was to be.
    }
  });
  return id;
}

/**
 * The engine, but of its objects only these: other runs on this machine are none of our business.
 *
 * The first listing is of what was made: a manager beside this test may sweep what is nobody's before we look.
 */
function only(ids: readonly string[]) {
  let listings = 0;
  return {
    async listLabelled(labels: readonly string[]) {
      listings += 1;
      const made = ids.flatMap((id) => labelled.get(id) ?? []);
      return listings === 1 && made.length === ids.length
        ? made
        : (await engine().listLabelled(labels)).filter(({ id }) => ids.includes(id));
    },
    removeObject: (object: Pick<Removable, "kind" | "id">) => engine().removeObject(object),
  };
}

/** Of a process that was, and is no more. */
async function deadOwner(): Promise<string> {
  const child = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1e6)"]);
  await once(child.stdout, "data");
  const owner = readOwner(child.pid ?? 0);
  child.kill("SIGKILL");
  await once(child, "exit");
  return owner;
}

test("everything of a run goes, running containers, network and volume", async () => {
  const ownership = run();
  const volume = { kind: "run", name: "data", containerPath: "/data", readOnly: false } as const;
  await start({ ...stubborn, egress: "full" }, ownership);
  await start({ ...stubborn, volumes: [volume] }, ownership);
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
  const again = { removed: 0, left: 0, stuck: [], objects: [], kept: [] };
  expect(await sweep(engine(), { runId: ownership.runId })).toEqual(again);
});

test("A51 what only looks like ours stays", async () => {
  const ownership = run();
  const real = objectLabels(ownership, "server");
  const { [labelKeys.run]: runId = "", ...rest } = real;
  const nearly: readonly Record<string, string>[] = [
    { ...rest, "io.github.docker-mcp-manager.runx": runId },
    { ...rest, "io.github.docker-mcp-managerx.run": runId },
    { ...rest, "com.example.run": runId },
    { ...real, [labelKeys.run]: `${runId}0` },
    { ...real, [labelKeys.run]: runId.toUpperCase() },
    { ...real, [labelKeys.run]: ` ${runId}` },
    { [labelKeys.run]: runId },
    { ...real, [labelKeys.owner]: "me" },
    { ...real, [labelKeys.expires]: "soon" },
    { ...real, [labelKeys.role]: "database" },
  ];
  const kept = await Promise.all(nearly.map((labels) => create(labels)));
  const networks = nearly.slice(-4).map((labels) => make("network", labels));
  const volumes = nearly.map((labels) => make("volume", labels));
  await create(real);
  make("network", real);
  make("volume", real);
  expect(await sweep(engine(), { runId })).toMatchObject({ removed: 3, left: 0 });
  const all = [...kept, ...networks, ...volumes];
  const stale = await sweep(only(all), { stale: { nowMs: ownership.expiresAtMs + 1 } });
  expect(stale).toMatchObject({ objects: [], kept: [] });
  const docker = (kind: string, ids: readonly string[]) =>
    execFileSync("docker", [kind, "inspect", "--format", "{{.Name}}", ...ids], { stdio: "ignore" });
  expect(() => docker("container", kept)).not.toThrow();
  expect(() => docker("network", networks)).not.toThrow();
  expect(() => docker("volume", volumes)).not.toThrow();
});

test("F63 the next run's sweep takes dead owners' and expired strangers' objects, never a living owner's", async () => {
  const dead = await deadOwner();
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
  expect(report.objects.map(({ id, reason }) => `${id} ${reason}`).sort()).toEqual(
    [`${gone[0]} its manager is dead`, `${gone[1]} its lease has run out`].sort(),
  );
  expect(report.kept.map(({ id, reason }) => `${id} ${reason}`).sort()).toEqual(
    [
      `${kept[0]} its manager runs`,
      `${kept[1]} its manager runs`,
      `${kept[2]} its lease holds`,
    ].sort(),
  );
  expect(report).toMatchObject({ removed: 2, left: 0 });
  for (const id of kept) {
    expect(await engine().inspect(id)).toBeDefined();
  }
});

test("without a run and without stale, nothing is chosen", async () => {
  const owner = readOwner(process.pid).replace(/^[^.]*/, "00000000-0000-4000-8000-000000000000");
  const id = await create(objectLabels(run({ owner, expiresAtMs: 0 }), "server"));
  expect(await sweep(only([id]), {})).toMatchObject({ removed: 0, left: 0, objects: [] });
});

test("what cannot be removed is counted as left and hinders nothing else", async () => {
  const ownership = run();
  const [held, free] = [
    await create(objectLabels(ownership, "server")),
    await create(objectLabels(ownership, "server")),
  ];
  const store = {
    ...only([held, free]),
    removeObject: (object: Pick<Removable, "kind" | "id">) =>
      object.id === held ? Promise.reject(new Error("held")) : engine().removeObject(object),
  };
  expect(await sweep(store, { runId: ownership.runId })).toMatchObject({
    removed: 1,
    left: 1,
    stuck: [{ id: held, error: "held" }],
  });
});

test("the sweep of a run takes what its killed manager left in the temporary folder, and nobody else's", async () => {
  const [ours, other] = [run(), run()];
  const [folder, stays] = [makeTempFolder(ours), makeTempFolder(other)];
  onTestFinished(() => rmSync(stays, { recursive: true }));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, "template.yml"), "");
  await sweep(engine(), { runId: ours.runId, dryRun: true });
  expect(existsSync(folder)).toBe(true);
  await sweep(engine(), { runId: ours.runId });
  expect([folder, stays].map((path) => existsSync(path))).toEqual([false, true]);
});

test("F72 A52 the next run's sweep takes temporary folders of the dead, follows no link, and leaves all others", async () => {
  const dead = await deadOwner();
  const stranger = dead.replace(/^[^.]*/, "00000000-0000-4000-8000-000000000000");
  const gone = makeTempFolder(run({ owner: dead }));
  const old = makeTempFolder(run({ owner: stranger }));
  utimesSync(old, 0, 0);
  const kept = [makeTempFolder(run({ owner: stranger })), makeTempFolder(run())];
  const precious = mkdtempSync(join(tmpdir(), "precious-"));
  writeFileSync(join(precious, "file"), "");
  const link = `${gone.slice(0, -6)}abcdef`;
  symlinkSync(precious, link);
  const lookAlike = mkdtempSync(join(tmpdir(), "docker-mcp-manager-base-"));
  onTestFinished(() => {
    for (const path of [...kept, precious, link, lookAlike]) {
      rmSync(path, { recursive: true });
    }
  });
  await sweep(only([]), { stale: { nowMs: systemClock.nowMs() } });
  expect([gone, old].filter((path) => existsSync(path))).toEqual([]);
  expect([...kept, join(precious, "file"), link, lookAlike].every((path) => existsSync(path))).toBe(
    true,
  );
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
