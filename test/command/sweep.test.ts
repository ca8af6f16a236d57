import { randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { sweepImages } from "../../src/command/sweep-images.ts";
import { sweepJson, sweepPage } from "../../src/command/sweep-page.ts";
import { objectLabels, readOwner } from "../../src/controller/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { commandOf } from "./in-process.ts";

const runId = "0123456789abcdef0123456789abcdef";
const ownership = { runId, owner: readOwner(process.pid), expiresAtMs: 0 };
const labels = objectLabels(ownership, "server", { server: "one", template: "npm" });

// The engine of this machine may be swept by any run beside this test, so what is removed is not looked for on it.
const found = {
  removed: 1,
  left: 1,
  objects: [
    { kind: "container", id: "c1", name: "a-server", labels, reason: "its manager is dead" },
    { kind: "network", id: "n1", name: "a-net", labels, reason: "its lease has run out" },
  ],
  stuck: [
    {
      kind: "network",
      id: "n1",
      name: "a-net",
      labels,
      reason: "its lease has run out",
      error: "has active endpoints \u001b[31m",
    },
  ],
  kept: [{ kind: "volume", id: "v1", name: "a-vol", labels, reason: "its manager runs" }],
  images: [
    { id: `sha256:${"ab".repeat(32)}`, tag: null, bytes: 2 ** 20 },
    { id: `sha256:${"cd".repeat(32)}`, tag: "docker-mcp-manager/npm:0123456789abcdef", bytes: 0 },
  ],
  dryRun: false,
} as const;

function cells(page: string): string[][] {
  return page.split("\n").map((line) => line.split(/ {2,}/));
}

test("what a sweep removed, could not remove and left alone is told, with the reasons", () => {
  expect(cells(sweepPage(found))).toEqual([
    ["", "KIND", "NAME", "FOR", "RUN", "WHY"],
    ["removed", "container", "a-server", "server one", "0123456789ab", "its manager is dead"],
    ["stuck", "network", "a-net", "server one", "0123456789ab", "has active endpoints"],
    ["removed", "image", "abababababab", "–", "–", "a newer one took its name (1 MiB)"],
    [
      "removed",
      "image",
      "docker-mcp-manager/npm:0123456789abcdef",
      "–",
      "–",
      expect.stringContaining("older than was asked for"),
    ],
    ["stays", "volume", "a-vol", "server one", "0123456789ab", "its manager runs"],
    ["1 object and 2 images removed, 1 left."],
    [""],
  ]);
  expect(JSON.parse(sweepJson(found))).toMatchObject({
    removed: 1,
    left: 1,
    dry_run: false,
    stuck: [{ id: "n1" }],
    kept: [{ reason: "its manager runs" }],
    images: [{ tag: null, bytes: 2 ** 20 }, {}],
  });
});

test("a dry run tells what would go", () => {
  const page = sweepPage({ ...found, removed: 0, left: 2, stuck: [], dryRun: true });
  expect(cells(page).map(([what]) => what)).toEqual([
    "",
    "would go",
    "would go",
    "would go",
    "would go",
    "stays",
    "2 objects and 2 images to remove.",
    "",
  ]);
  const nothing = { ...found, removed: 0, left: 0, objects: [], stuck: [], kept: [], images: [] };
  expect(sweepPage(nothing)).toBe("0 objects and 0 images removed, 0 left.\n");
});

test("A51 images go that lost their name, and on request those built long ago, but no base and nothing that is used", async () => {
  const hour = 3_600_000;
  const nowMs = 100 * hour;
  const image = (id: string, tags: readonly string[], ageMs: number) => ({
    id,
    tags,
    createdAtMs: nowMs - ageMs,
    sizeBytes: 1,
  });
  const built = (name: string) => `docker-mcp-manager/${name}:0123456789abcdef`;
  const key = "0123456789abcdef";
  const lookAlikes = [
    `docker-mcp-manager/npm:${key}0`,
    `docker-mcp-manager/npm:${key.toUpperCase()}`,
    "docker-mcp-manager/npm:latest",
    `docker-mcp-managers/npm:${key}`,
    `docker-mcp-manager/mine/npm:${key}`,
    `localhost:5000/docker-mcp-manager/npm:${key}`,
    `docker-mcp-manager:${key}`,
  ];
  const asked: string[] = [];
  const engine = {
    labelledImages: async () => [
      image("sha256:1", [], hour),
      // Perhaps one that is being built.
      image("sha256:2", [], 1_000),
      image("sha256:3", [built("npm"), "mine:1"], 90 * hour),
      image("sha256:4", [built("young")], hour),
      image("sha256:5", ["docker-mcp-manager/base-node:24"], 90 * hour),
      image("sha256:6", [built("used")], 90 * hour),
      image("sha256:7", lookAlikes, 90 * hour),
    ],
    removeUnusedImage: async (reference: string) => {
      asked.push(reference);
      return !reference.includes("used");
    },
  };
  const swept = async (olderThanMs: number | undefined, dryRun = false) =>
    (await sweepImages(engine, { nowMs, olderThanMs, dryRun })).map(({ id, tag }) => tag ?? id);
  expect(await swept(undefined)).toEqual(["sha256:1"]);
  expect(await swept(48 * hour, true)).toEqual(["sha256:1", built("npm"), built("used")]);
  expect(asked).toEqual(["sha256:1"]);
  expect(await swept(48 * hour)).toEqual(["sha256:1", built("npm")]);
});

test("sweep leaves a living manager's objects alone, and says that it does", async () => {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const own = { ...ownership, runId: randomBytes(16).toString("hex") };
  const name = `sweep-test-${own.runId.slice(0, 12)}`;
  // Its lease has run out, but its owner is this very process.
  const id = await engine.createNetwork(name, objectLabels(own, "network"), { internal: true });
  onTestFinished(async () => {
    await engine.removeObject({ kind: "network", id });
    engine.close();
  });
  const { out } = await commandOf(["sweep", "--dry-run"], { environment: process.env });
  const row = out.split("\n").find((line) => line.includes(name)) ?? "";
  const cut = own.runId.slice(0, 12);
  expect(row.split(/ {2,}/)).toEqual([
    "stays",
    "network",
    name,
    "network",
    cut,
    "its manager runs",
  ]);
  const left = await engine.listLabelled([`io.github.docker-mcp-manager.run=${own.runId}`]);
  expect(left).toMatchObject([{ id, name }]);
});
