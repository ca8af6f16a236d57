import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { stringify } from "yaml";
import { buildByBuildx } from "../../src/action/buildx-images.ts";
import { askCache, type CacheTimes, type CacheUser } from "../../src/action/cache-process.ts";
import { restoreImages } from "../../src/action/image-cache.ts";
import { saveImages } from "../../src/action/image-save.ts";
import type { ImagesOfRun } from "../../src/action/run-state.ts";
import { systemClock } from "../../src/clock/index.ts";
import { server as serverSchema } from "../../src/config/server.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import { openRecord } from "../../src/record/index.ts";
import { type PlannedImage, planImage, resolveImage } from "../../src/registry/index.ts";
import type { ResultsService } from "../runner/results-service.ts";

const root = join(import.meta.dirname, "../..");
const templates = join(root, "templates");

/** One job's part in the cache: a run file with one server that is built, and what main and post do for its image. */
export interface CachedJob {
  readonly engine: Engine;
  readonly image: PlannedImage;
  readonly lines: string[];
  readonly restore: (times?: CacheTimes) => ReturnType<typeof restoreImages>;
  /** Builds the image, or finds it; its id. */
  readonly build: () => Promise<string>;
  readonly buildx: () => ReturnType<typeof buildByBuildx>;
  /** Puts an entry into the cache that a job of another mind made: this archive, with the digest it is said to have. */
  readonly plant: (key: string, archive: Uint8Array, sha256?: string) => Promise<void>;
  /** Post, after a run in which the build took so long. */
  readonly save: (images: ImagesOfRun, buildMs?: number) => Promise<readonly string[]>;
}

type Later = (undo: () => Promise<void>) => void;

/** A workspace with a Dockerfile that never was before, so that nothing of it is in any cache. */
export async function makeWorkspace(later: Later = onTestFinished): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), "cached-"));
  later(() => rm(workspace, { recursive: true, force: true }));
  await writeFile(join(workspace, "Dockerfile"), "FROM scratch\nCOPY nonce /nonce\n");
  await writeFile(join(workspace, "nonce"), randomBytes(8).toString("hex"));
  return workspace;
}

export async function cachedJob(
  workspace: string,
  service: Pick<ResultsService, "env">,
  environment: Readonly<Record<string, string>> = {},
  later: Later = onTestFinished,
): Promise<CachedJob> {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const stateDir = await mkdtemp(join(tmpdir(), "cached-state-"));
  await mkdir(join(stateDir, "report"));
  const spec = serverSchema.parse({ build: "." });
  const deps = {
    engine,
    templatesFolder: templates,
    workspaceRoot: workspace,
    runFileFolder: workspace,
    cacheFolder: join(root, ".cache/base-image"),
    clock: systemClock,
    onProgress: () => undefined,
  };
  const image = await planImage(spec, deps);
  if (image === undefined) {
    throw new Error("a server with a build has an image");
  }
  later(async () => {
    await engine.removeImage(image.reference);
    engine.close();
    await rm(stateDir, { recursive: true, force: true });
  });
  const text = stringify({
    version: 1,
    servers: { probe: { build: "." } },
    scenarios: [{ name: "one", steps: [{ list: "tools" }] }],
  });
  const lines: string[] = [];
  const log = { say: (line: string) => void lines.push(line), foreign: () => undefined };
  const own: CacheUser = {
    execPath: process.execPath,
    // The bundle that the step starts: from the sources each of the forty would take three times as long.
    cacheEntry: join(root, "dist/main/index.js"),
    environment: { ...process.env, ...service.env, GITHUB_EVENT_NAME: "push", ...environment },
    signal: new AbortController().signal,
    clock: systemClock,
    templates,
  };
  const request = { file: "mcp-manager.yml", text, workspace, variables: {}, secrets: {} };
  return {
    engine,
    image,
    lines,
    restore: (times) => restoreImages({ request, stateDir }, own, log, times),
    buildx: () => buildByBuildx({ request, stateDir }, own, log),
    build: async () => (await resolveImage(spec, deps)).imageId,
    plant: async (key, archive, sha256 = createHash("sha256").update(archive).digest("hex")) => {
      const folder = join(stateDir, "planted");
      await mkdir(join(folder, "image"), { recursive: true });
      await writeFile(join(folder, "image/image.tar"), archive);
      await writeFile(
        join(folder, "image/about.json"),
        JSON.stringify({ sha256, buildMs: 60_000 }),
      );
      expect(await askCache("save", key, folder, own)).toMatchObject({ word: "saved" });
    },
    save: (images, buildMs = 60_000) => {
      const clock = { nowMs: () => systemClock.nowMs() };
      const record = openRecord(join(stateDir, "report/run.db"), { redact: (all) => all, clock });
      record.server("probe", { image: image.reference, buildMs });
      record.close();
      return saveImages(stateOf(images), stateDir, own, log);
    },
  };
}

function stateOf(images: ImagesOfRun): Parameters<typeof saveImages>[0] {
  return {
    runId: randomBytes(16).toString("hex"),
    owner: null,
    pid: null,
    url: null,
    token: "",
    artifactName: "",
    retentionDays: 0,
    upload: false,
    summary: false,
    annotations: false,
    cancelled: false,
    published: true,
    images,
  };
}
