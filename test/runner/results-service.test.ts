import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { restoreCache, saveCache } from "@actions/cache";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type ResultsService, startResultsService } from "./results-service.ts";

/** The clients read these from the environment of their process, which here is the test's own. */
const names = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_CACHE_SERVICE_V2",
  "GITHUB_WORKSPACE",
  "RUNNER_TEMP",
];
const before = names.map((name) => [name, process.env[name]] as const);
let folder = "";
let service: ResultsService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "results-"));
  await mkdir(join(folder, "in/deep"), { recursive: true });
  await writeFile(join(folder, "in/a.txt"), "hello");
  await writeFile(join(folder, "in/deep/b.bin"), randomBytes(9 * 2 ** 20));
  await writeFile(join(folder, "in/report.html"), "<h1>Report</h1>");
});
beforeEach(async () => {
  service = await startResultsService();
  Object.assign(process.env, service.env, { GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder });
});
afterEach(() => service.close());
afterAll(async () => {
  for (const [name, value] of before) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  }
  await rm(folder, { recursive: true });
});

test("a zip goes up in blocks and comes down with the same content and digest", async () => {
  const client = new DefaultArtifactClient();
  const root = join(folder, "in");
  const { id, digest } = await client.uploadArtifact(
    "files",
    [join(root, "a.txt"), join(root, "deep/b.bin")],
    root,
  );
  expect(service.requests.filter((route) => route.startsWith("PUT")).length).toBeGreaterThan(2);
  const [stored] = service.artifacts();
  expect(stored).toMatchObject({
    id,
    name: "files",
    mimeType: "application/zip",
    digest: `sha256:${digest}`,
  });
  expect(
    createHash("sha256")
      .update(stored?.content ?? "")
      .digest("hex"),
  ).toBe(digest);
  const down = await client.downloadArtifact(id ?? 0, {
    path: join(folder, "out"),
    expectedHash: `sha256:${digest}`,
  });
  expect(down.digestMismatch).toBe(false);
  expect(await readFile(join(folder, "out/deep/b.bin"))).toEqual(
    await readFile(join(root, "deep/b.bin")),
  );
});

test("a single file goes up as it is, under its own name and type", async () => {
  const client = new DefaultArtifactClient();
  const root = join(folder, "in");
  await client.uploadArtifact("ignored", [join(root, "report.html")], root, { skipArchive: true });
  const [stored] = service.artifacts();
  expect(stored).toMatchObject({ name: "report.html", mimeType: "text/html" });
  expect(stored?.content.toString()).toBe("<h1>Report</h1>");
});

test("a second artifact of the same name is a conflict; after a delete the name is free", async () => {
  const client = new DefaultArtifactClient();
  const root = join(folder, "in");
  const upload = () => client.uploadArtifact("twice", [join(root, "a.txt")], root);
  await upload();
  await expect(upload()).rejects.toThrow(/409|Conflict/);
  await client.deleteArtifact("twice");
  await upload();
  expect(service.artifacts()).toHaveLength(1);
});

test("a refusal reaches the client, and only where it was asked for", async () => {
  service.misbehave((route) => (route.includes("FinalizeArtifact") ? { status: 403 } : undefined));
  const client = new DefaultArtifactClient();
  const root = join(folder, "in");
  await expect(client.uploadArtifact("refused", [join(root, "a.txt")], root)).rejects.toThrow(
    /403|Forbidden/,
  );
  expect(service.artifacts()).toHaveLength(0);
});

test("a cache is saved once, found by its key and by a prefix, and missed otherwise", async () => {
  const paths = [join(folder, "in")];
  expect(await saveCache(paths, "key-1")).toBeGreaterThan(0);
  expect(await saveCache(paths, "key-1")).toBe(-1);
  await rm(join(folder, "in/a.txt"));
  expect(await restoreCache(paths, "key-1")).toBe("key-1");
  expect(await readFile(join(folder, "in/a.txt"), "utf8")).toBe("hello");
  expect(await restoreCache(paths, "key-2", ["key-"])).toBe("key-1");
  expect(await restoreCache(paths, "other")).toBeUndefined();
  expect(service.cacheKeys()).toEqual(["key-1"]);
});
