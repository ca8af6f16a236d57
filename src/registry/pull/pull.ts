import type { Clock } from "../../clock/index.ts";
import type { Engine, ImageInfo, PullOptions } from "../../engine/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import { askedToWaitMs } from "./asked-to-wait.ts";
import { loginFor } from "./login.ts";
import { mirrored } from "./mirror.ts";
import { withPatience } from "./patience.ts";
import { imageNameOf } from "./reference.ts";

/** always: pulled each time; missing: when the engine does not have it; never: not at all. */
export type PullPolicy = "always" | "missing" | "never";

export interface PullDeps {
  readonly engine: Pick<Engine, "inspectImage" | "pullImage">;
  readonly clock: Clock;
  /** A mirror of Docker Hub, `host[:port][/path]`. */
  readonly registryMirror?: string;
  /** Folder of Docker's config.json, whose logins are used. */
  readonly dockerConfig?: string;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** An image on the engine, and what it is called there: with a mirror another name than the one wanted. */
export interface PulledImage {
  readonly reference: string;
  readonly image: ImageInfo;
}

/** The image if the engine has it, under its own name or the mirror's. */
export async function presentImage(
  reference: string,
  deps: Pick<PullDeps, "engine" | "registryMirror">,
): Promise<PulledImage | undefined> {
  const others = mirrored(reference, deps.registryMirror);
  for (const each of others === undefined ? [reference] : [reference, others]) {
    const image = await deps.engine.inspectImage(each);
    if (image !== undefined) {
      return { reference: each, image };
    }
  }
  return undefined;
}

/**
 * Pulls the image: from the mirror when there is one for it, else or when that fails from its own registry.
 *
 * Tries again only what time can heal. Rejects as `Engine.pullImage` does, with what the mirror said as well.
 */
export async function pullImage(
  reference: string,
  deps: PullDeps,
  options: Pick<PullOptions, "platform" | "silenceMs"> = {},
): Promise<PulledImage> {
  const atMirror = mirrored(reference, deps.registryMirror);
  if (atMirror === undefined) {
    return pullFrom(reference, deps, options);
  }
  let refusal: Fault;
  try {
    return await pullFrom(atMirror, deps, options);
  } catch (thrown) {
    deps.signal?.throwIfAborted();
    refusal = asFault(thrown);
    deps.onProgress(`${refusal.message}; asking the image's own registry instead of the mirror`);
  }
  try {
    return await pullFrom(reference, deps, options);
  } catch (thrown) {
    deps.signal?.throwIfAborted();
    const fault = asFault(thrown);
    const message = `${fault.message}; the mirror before that: ${refusal.message}`;
    throw new Fault(fault.code, message, { hint: fault.hint, cause: fault });
  }
}

async function pullFrom(
  reference: string,
  deps: PullDeps,
  options: Pick<PullOptions, "platform" | "silenceMs">,
): Promise<PulledImage> {
  const { engine, clock, onProgress, signal } = deps;
  onProgress(`pulling ${reference}`);
  const login = await loginFor(imageNameOf(reference).registry, deps.dockerConfig, onProgress);
  const pull = () =>
    engine.pullImage(reference, onProgress, signal, { ...options, ...(login && { login }) });
  await withPatience(pull, {
    clock,
    askedToWaitMs: () => askedToWaitMs(reference, clock.nowMs()),
    onProgress,
    ...(signal && { signal }),
  });
  const image = await engine.inspectImage(reference);
  if (image === undefined) {
    throw new Fault(
      "IMAGE_NOT_FOUND",
      `Image ${reference} was pulled, but the engine does not know it`,
    );
  }
  return { reference, image };
}

/** The image as the policy has it. Rejects IMAGE_NOT_PRESENT when it may not be pulled and is not there, else as `pullImage`. */
export async function provideImage(
  reference: string,
  policy: PullPolicy,
  deps: PullDeps,
  platform?: string,
): Promise<PulledImage & { readonly pulled: boolean }> {
  const present = policy === "always" ? undefined : await presentImage(reference, deps);
  if (present !== undefined && suits(present.image, platform)) {
    return { ...present, pulled: false };
  }
  if (policy === "never") {
    const why =
      present === undefined
        ? "is not on the engine"
        : `is there for ${present.image.platform} only`;
    throw new Fault(
      "IMAGE_NOT_PRESENT",
      `Image ${reference} ${why}, and \`pull: never\` keeps it from being pulled`,
    );
  }
  const options = platform === undefined ? {} : { platform };
  return { ...(await pullImage(reference, deps, options)), pulled: true };
}

/** The engine's word for a platform leaves the variant out. */
function suits(image: ImageInfo, platform: string | undefined): boolean {
  return platform === undefined || platform.split("/").slice(0, 2).join("/") === image.platform;
}
