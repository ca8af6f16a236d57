import type { Engine, ImageInfo } from "../../engine/index.ts";
import type { RegistryDeps } from "../resolve.ts";
import { judgeBuild } from "../supply/image-policy.ts";
import type { Template } from "../template/template.ts";
import { build } from "./build.ts";
import { refuseSecretArguments } from "./build-secrets.ts";
import { type BuildSource, dockerfileOf } from "./content.ts";
import { isCurrent, planBuild } from "./plan.ts";
import { createSlots, type Slots } from "./slots.ts";

interface BuiltImage {
  readonly reference: string;
  readonly image: ImageInfo;
  readonly key: string;
  readonly built: boolean;
  /** Whether a build was waited for. */
  readonly waited: boolean;
}

interface UnderWay {
  readonly image: Promise<ImageInfo>;
  /** Of the server the build was begun for. */
  readonly signal: AbortSignal | undefined;
}

interface Builds {
  /** By tag; what several servers ask for at once is built once. */
  readonly underWay: Map<string, UnderWay>;
  readonly slots: Slots;
}

/** Each build is parallel in itself; more at once only make all of them late. */
const defaultParallel = 2;

const buildsOf = new WeakMap<Engine, Builds>();

/** The image of this content: the one on the engine when it is current, else built. */
export async function buildOnce(
  template: Template,
  source: BuildSource,
  deps: RegistryDeps,
): Promise<BuiltImage> {
  const { engine, signal } = deps;
  refuseSecretArguments(source.args, deps.secrets ?? {});
  const planned = await planBuild(template, source, deps);
  const { key, reference } = planned;
  if (deps.imagePolicy !== undefined) {
    const dockerfile = dockerfileOf(template, source, planned.content);
    await judgeBuild(deps.imagePolicy, template.bases, dockerfile, source.args);
  }
  const present = await engine.inspectImage(reference);
  if (present !== undefined && (await isCurrent(present, key, engine))) {
    return { reference, image: present, key, built: false, waited: false };
  }
  const { underWay, slots } = startBuilds(deps);
  for (let other = underWay.get(reference); other; other = underWay.get(reference)) {
    const image = await imageOf(other, signal);
    if (image !== undefined) {
      return { reference, image, key, built: false, waited: true };
    }
  }
  const image = slots.run(
    () => build({ ...planned, template, source, deps }),
    () => deps.onProgress(`${reference} waits until another build has ended`),
    signal,
  );
  underWay.set(reference, { image, signal });
  try {
    return { reference, image: await image, key, built: true, waited: true };
  } finally {
    underWay.delete(reference);
  }
}

function startBuilds({ engine, parallelBuilds = defaultParallel }: RegistryDeps): Builds {
  const known = buildsOf.get(engine);
  const builds = known ?? { underWay: new Map(), slots: createSlots(parallelBuilds) };
  buildsOf.set(engine, builds);
  return builds;
}

/** What another server's build came to; undefined when that was cancelled, which is nothing to us. */
async function imageOf(
  other: UnderWay,
  signal: AbortSignal | undefined,
): Promise<ImageInfo | undefined> {
  signal?.throwIfAborted();
  const cancelled = Promise.withResolvers<never>();
  const cancel = () => cancelled.reject(signal?.reason);
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await Promise.race([other.image, cancelled.promise]);
  } catch (error) {
    if (other.signal?.aborted && !signal?.aborted) {
      return undefined;
    }
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
