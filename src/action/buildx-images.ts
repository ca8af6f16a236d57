import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { asFault } from "../fault/index.ts";
import { resolveImage } from "../registry/index.ts";
import { duration } from "../text/index.ts";
import { interruption } from "./action-process.ts";
import { buildxBuild, findBuildx } from "./buildx.ts";
import type { CacheUser } from "./cache-process.ts";
import { savingRefused } from "./image-cache-rules.ts";
import { type ImagePlan, planImages, type WantedImage } from "./image-plan.ts";
import type { JobLog } from "./job-log.ts";
import type { RunSession } from "./run-session.ts";

/**
 * Builds the images of the run by buildx, before the manager asks for them: it then finds them on the engine.
 *
 * Whatever fails comes back as a notice, and the manager builds as ever, with all it says of a build that fails.
 * Rejects INTERRUPTED alone.
 */
export async function buildByBuildx(
  session: Pick<RunSession, "request" | "stateDir">,
  own: CacheUser,
  log: JobLog,
): Promise<readonly string[]> {
  const notices: string[] = [];
  const folder = join(session.stateDir, "buildx");
  let plan: ImagePlan | undefined;
  try {
    plan = await planImages(session, own);
    if (plan === undefined || plan.wanted.length === 0) {
      return notices;
    }
    const found = await findBuildx(own.environment);
    if ("reason" in found) {
      return [`cache: gha is not possible: ${found.reason}. The images are built without a cache.`];
    }
    await mkdir(folder, { mode: 0o700 });
    for (const wanted of plan.wanted) {
      const failure = await buildOne(wanted, plan, { ...found, folder }, own, log);
      notices.push(...(failure === undefined ? [] : [failure]));
    }
  } catch (thrown) {
    // A run file with mistakes, an engine that is away: the run itself says so, in full.
    log.say(`cache: gha was not used. ${asFault(thrown).message.split("\n", 1)[0]}`);
  } finally {
    plan?.engine.close();
    await rm(folder, { recursive: true, force: true });
  }
  if (own.signal.aborted) {
    throw interruption();
  }
  return notices;
}

/** A notice when it failed. */
async function buildOne(
  { server, spec, pins, image }: WantedImage,
  { engine, deps }: ImagePlan,
  at: { readonly docker: string; readonly folder: string },
  own: CacheUser,
  log: JobLog,
): Promise<string | undefined> {
  const builder = {
    ...at,
    environment: own.environment,
    scope: `docker-mcp-manager-${server}`,
    saves: savingRefused(own.environment) === undefined,
  };
  const startedMs = own.clock.monotonicMs();
  try {
    await resolveImage(spec, {
      ...deps,
      pins,
      engine: { ...engine, buildImage: buildxBuild(builder) },
      onProgress: () => undefined,
    });
    const tookMs = own.clock.monotonicMs() - startedMs;
    log.say(`Image ${image.reference} built by buildx in ${duration(tookMs)}.`);
    return undefined;
  } catch (thrown) {
    return `cache: gha did not work for ${image.reference}, which is built without it. ${asFault(thrown).message}`;
  }
}
