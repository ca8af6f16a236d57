import { createHash, randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { cacheKey, savingRefused, savingUseless } from "../../src/action/image-cache-rules.ts";
import { systemClock } from "../../src/clock/index.ts";
import { imageLabels } from "../../src/registry/index.ts";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";
import { type CachedJob, cachedJob, makeWorkspace } from "./image-cache-job.ts";

let service: ResultsService;
let made: Made;
const undo: (() => Promise<void>)[] = [];
beforeAll(async () => {
  service = await startResultsService();
  const other = await make();
  made = { ...(await make()), other: other.archive };
});
afterAll(async () => {
  for (const each of undo.toReversed()) {
    await each();
  }
  await service.close();
});

/** An image that was built once and is on the engine no more, as archives of several kinds. */
interface Made {
  readonly workspace: string;
  /** Key of its entry. */
  readonly key: string;
  readonly archive: Buffer;
  readonly named: Buffer;
  /** The archive of another image. */
  readonly other: Buffer;
}

async function make(): Promise<Omit<Made, "other">> {
  const later = (each: () => Promise<void>) => undo.push(each);
  const workspace = await makeWorkspace(later);
  const { engine, image, build } = await cachedJob(workspace, service, {}, later);
  const id = await build();
  const archive = await whole(await engine.saveImages([id]));
  const named = await whole(await engine.saveImages([image.reference]));
  await engine.removeImage(image.reference);
  const key = cacheKey(image.key, engine.info, systemClock.nowMs());
  return { workspace, key, archive, named };
}

/** A job with a cache of its own. */
async function withOwnCache(): Promise<{ job: CachedJob; own: ResultsService }> {
  const own = await startResultsService();
  onTestFinished(() => own.close());
  return { job: await cachedJob(made.workspace, own), own };
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    // Without an encoding set, a response yields buffers.
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The one notice of a job that restored nothing, and then built its image. */
async function builtBecause(job: CachedJob): Promise<string> {
  const { images, notices } = await job.restore();
  expect(images.restored).toBe(0);
  expect(notices).toHaveLength(1);
  expect(await job.engine.inspectImage(job.image.reference)).toBeUndefined();
  await job.build();
  expect(await job.engine.inspectImage(job.image.reference)).toBeDefined();
  return notices[0] ?? "";
}

test("an image that one job built and saved is restored in the next, the same, with the time that saved", async () => {
  const workspace = await makeWorkspace();
  const job = await cachedJob(workspace, service);
  const { images } = await job.restore();
  const id = await job.build();
  expect(images).toMatchObject({ missing: [{ reference: job.image.reference }], restored: 0 });
  expect(await job.save(images)).toEqual([]);
  expect(job.lines).toEqual([
    `Image ${job.image.reference} is not in the cache.`,
    expect.stringMatching(/^Image cache: docker-mcp-manager\S+ \(\S+ B\) saved in /),
  ]);
  expect(service.cacheKeys()).toContain(images.missing[0]?.key);

  await job.engine.removeImage(job.image.reference);
  const second = await cachedJob(workspace, service);
  const again = await second.restore();
  expect(again.notices).toEqual([]);
  expect(again.images).toMatchObject({ missing: [], restored: 1 });
  expect(again.images.savedMs).toBeGreaterThan(20_000);
  expect(second.lines).toEqual([
    expect.stringMatching(/restored from the cache in .*; building it took 1 min\.$/),
  ]);
  expect(await second.engine.inspectImage(second.image.reference)).toMatchObject({
    id,
    labels: expect.objectContaining({ [imageLabels.key]: second.image.key }),
  });
  // What is on the engine is not asked for at all.
  const asked = service.requests.length;
  expect((await second.restore()).images).toEqual({ missing: [], restored: 0, savedMs: 0 });
  expect(service.requests.length).toBe(asked);
});

describe("F84 A48 an entry that is not what it should be is not loaded, and the image is built:", () => {
  test("F84 an archive that does not have the digest it was saved with", async () => {
    const { job } = await withOwnCache();
    const damaged = Buffer.from(made.archive);
    damaged.write("A", damaged.indexOf("architecture"));
    const sha256 = createHash("sha256").update(made.archive).digest("hex");
    await job.plant(made.key, damaged, sha256);
    expect(await builtBecause(job)).toMatch(/damaged/);
  });

  test("F84 an archive that is none", async () => {
    const { job } = await withOwnCache();
    await job.plant(made.key, randomBytes(4096));
    expect(await builtBecause(job)).toMatch(/The image is built/);
  });

  test("A48 the image of another content", async () => {
    const { job } = await withOwnCache();
    await job.plant(made.key, made.other);
    expect(await builtBecause(job)).toMatch(/another content/);
  });

  test("A48 an archive with a name, which would take that name from the image that has it", async () => {
    const { job } = await withOwnCache();
    await job.plant(made.key, made.named);
    expect(await builtBecause(job)).toMatch(/names its image/);
  });

  test("an entry whose key only begins like the one asked for", async () => {
    const { job, own } = await withOwnCache();
    await job.plant(`${made.key}0`, made.archive);
    const { images, notices } = await job.restore();
    expect(images).toMatchObject({ missing: [{ key: made.key }], restored: 0 });
    expect(notices).toEqual([]);
    expect(own.requests.filter((route) => route.startsWith("GET "))).toEqual([]);
  });
});

describe("F84 a cache service that fails is a notice, and the image is built:", () => {
  test.each([
    ["answers with errors", { status: 500 }, /did not answer in time/, 3_000],
    ["refuses", { status: 403 }, /could not be restored/, 20_000],
    ["hangs", { delayMs: 60_000 }, /did not answer in time/, 3_000],
  ])("F84 one that %s", async (_, misbehaviour, reason, lookupMs) => {
    const broken = await startResultsService();
    broken.misbehave(() => misbehaviour);
    const job = await cachedJob(await makeWorkspace(), broken);
    const { images, notices } = await job.restore({ lookupMs, transferMs: 3_000 });
    await broken.close();
    expect(notices).toEqual([expect.stringMatching(reason)]);
    // Nothing is to be saved where nothing could be asked.
    expect(images).toEqual({ missing: [], restored: 0, savedMs: 0 });
  });

  test("F84 one that is down", async () => {
    const gone = await startResultsService();
    await gone.close();
    const job = await cachedJob(await makeWorkspace(), gone);
    const { notices } = await job.restore({ lookupMs: 3_000, transferMs: 3_000 });
    expect(notices).toEqual([expect.stringMatching(/did not answer in time|not be restored/)]);
  });

  test("F84 a download that stalls", async () => {
    const { job, own } = await withOwnCache();
    await job.plant(made.key, made.archive);
    own.misbehave((route) => (route.includes("/account/") ? { delayMs: 60_000 } : undefined));
    const { notices } = await job.restore({ lookupMs: 600_000, transferMs: 1_000 });
    expect(notices).toEqual([expect.stringMatching(/did not answer in time/)]);
  });

  test("a token that may only read: nothing is saved, with the service's reason", async () => {
    const readOnly = await startResultsService();
    const denied = { ok: false, signed_upload_url: "", message: "cache write denied: read-only" };
    readOnly.misbehave((route) =>
      route.includes("CreateCacheEntry") ? { status: 200, body: denied } : undefined,
    );
    const job = await cachedJob(await makeWorkspace(), readOnly);
    const { images } = await job.restore();
    await job.build();
    const notices = await job.save(images);
    await readOnly.close();
    expect(notices).toEqual([
      expect.stringMatching(/was not saved\. .*cache write denied: read-only/),
    ]);
  });
});

test("A48 what a pull request builds is saved for nobody", async () => {
  const event = { GITHUB_EVENT_NAME: "pull_request" };
  const job = await cachedJob(await makeWorkspace(), service, event);
  const { images } = await job.restore();
  await job.build();
  const before = service.cacheKeys();
  expect(await job.save(images)).toEqual([]);
  expect(job.lines.at(-1)).toBe(
    "Image cache: nothing is saved, for a job of the event pull_request saves no images.",
  );
  expect(service.cacheKeys()).toEqual(before);
  for (const name of [
    "pull_request_target",
    "pull_request_review",
    "pull_request_review_comment",
  ]) {
    expect(savingRefused({ GITHUB_EVENT_NAME: name })).toContain(name);
  }
  expect(savingRefused({ GITHUB_EVENT_NAME: "push" })).toBeUndefined();
  expect(savingRefused({ GITHUB_EVENT_NAME: "push", ACTIONS_CACHE_MODE: "read" })).toBeDefined();
});

test("two jobs that save the same image at once: one does, the other says so", async () => {
  const workspace = await makeWorkspace();
  const jobs = [await cachedJob(workspace, service), await cachedJob(workspace, service)];
  const missed = await Promise.all(jobs.map((job) => job.restore()));
  await jobs[0]?.build();
  const notices = await Promise.all(
    jobs.map((job, index) =>
      job.save(missed[index]?.images ?? { missing: [], restored: 0, savedMs: 0 }),
    ),
  );
  expect(notices).toEqual([[], []]);
  const said = jobs.map(({ lines }) => lines.at(-1) ?? "");
  expect(said.filter((line) => / saved in /.test(line)).length).toBeGreaterThan(0);
  expect(said.every((line) => / saved in |another job has done so/.test(line))).toBe(true);
});

test("two jobs that restore the same image at once both have it", async () => {
  const { job, own } = await withOwnCache();
  await job.plant(made.key, made.archive);
  const jobs = [job, await cachedJob(made.workspace, own)];
  const restored = await Promise.all(jobs.map((each) => each.restore()));
  expect(restored.map(({ images, notices }) => [images.restored, notices])).toEqual([
    [1, []],
    [1, []],
  ]);
});

test("an image is saved only where that pays, and the log says why it does not", async () => {
  const job = await cachedJob(await makeWorkspace(), service);
  const { images } = await job.restore();
  await job.build();
  expect(await job.save(images, 2_000)).toEqual([]);
  expect(job.lines.at(-1)).toMatch(/ is not saved: building took 2 s, and restoring its /);
  const gibibyte = 2 ** 30;
  expect(savingUseless({ buildMs: 60_000, sizeBytes: gibibyte / 2 })).toBeUndefined();
  expect(savingUseless({ buildMs: 9_000, sizeBytes: gibibyte / 2 })).toMatch(/^building took 9 s/);
  expect(savingUseless({ buildMs: 600_000, sizeBytes: 3 * gibibyte })).toBe(
    "it has 3 GiB, more than 2 GiB",
  );
});

test("an entry is of one content, one platform and one week", () => {
  const week = 7 * 86_400_000;
  const linux = { os: "linux", arch: "amd64" };
  const key = cacheKey("abc", linux, 0);
  expect(cacheKey("abc", linux, week - 1)).toBe(key);
  expect(
    new Set([
      key,
      cacheKey("abd", linux, 0),
      cacheKey("abc", { ...linux, arch: "arm64" }, 0),
      cacheKey("abc", linux, week),
    ]).size,
  ).toBe(4);
});
