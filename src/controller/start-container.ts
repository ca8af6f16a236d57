import type { Clock } from "../clock/index.ts";
import type { Attachment, ContainerSpec, Engine, EngineHost, ImageInfo } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import type { ContainerNews } from "./container-news.ts";
import { withHostsFile } from "./hosts-file.ts";
import { refuseBeyondHost, withoutLimits } from "./limits.ts";
import { dialServer, networkOf } from "./network/attached.ts";
import { egressText } from "./network/egress.ts";
import type { Attempt } from "./network/forward-proxy.ts";
import type { NetworkDeps } from "./network/group.ts";
import { type PublishedPort, publishPort } from "./network/published-port.ts";
import { groupOf, type Reach, reachFor } from "./network/reach.ts";
import { runAs } from "./run-as.ts";
import { mountsOf } from "./run-volumes.ts";
import { withSecretFiles } from "./secret-files.ts";
import { specOf } from "./spec-of.ts";
import { createStop } from "./stop.ts";
import type { ContainerPlan, Ownership, RunningContainer } from "./types.ts";

export interface StartDeps {
  readonly clock: Clock;
  /** Registered before the start: the first byte is not missed. */
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly onStderr: (chunk: Uint8Array) => void;
  /** Who we are on the host; decides who writes into writable volumes. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Where the engine's events of a container come in. */
  readonly news?: (id: string) => ContainerNews;
  /** For servers with a network. */
  readonly networks?: NetworkDeps;
  /** How many processes a container has now, where that can be seen without the engine. */
  readonly countProcesses?: (id: string) => number | undefined;
  /** Told of everything it tries to reach through the proxy of its group. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Told why the relay of its group ended, and what has become of it. */
  readonly onRelayEnd?: (what: string) => void;
}

/**
 * Creates, attaches, starts.
 *
 * The server runs as the plan says, else as its image's user if that is not root, else as 65532:65532; with a writable volume and a manager
 * that is not root, as the manager's user, so that the files made are the user's own. The root file system is
 * read-only; /tmp is 64 MiB of memory without execution, and HOME is /tmp unless the plan sets it, since the image's
 * home cannot be written. Rejects with the engine's fault after removing what was created.
 */
export async function startContainer(
  engine: Engine,
  plan: ContainerPlan,
  ownership: Ownership,
  deps: StartDeps,
): Promise<RunningContainer> {
  const [image, host] = await Promise.all([engine.inspectImage(plan.image), engine.host()]);
  if (image === undefined) {
    throw new Fault(
      "IMAGE_NOT_FOUND",
      `Start server "${plan.server}": the engine has no image ${plan.image}`,
    );
  }
  refuseBeyondHost(plan, host);
  const reach = await reachFor(engine, ownership, plan, deps.networks);
  // Before anything is created: a port that cannot be had leaves nothing.
  const published =
    plan.http?.publish === undefined
      ? undefined
      : await publishPort(plan.server, plan.http.publish);
  try {
    return await createAndStart(
      engine,
      plan,
      ownership,
      { ...reach, published },
      { image, host },
      deps,
    );
  } catch (error) {
    published?.close();
    throw error;
  }
}

/** With where its HTTP port is reached besides. */
interface Ways extends Reach {
  readonly published: PublishedPort | undefined;
}

/** What the engine has told before. */
interface Found {
  readonly image: ImageInfo;
  readonly host: EngineHost;
}

async function createAndStart(
  engine: Engine,
  plan: ContainerPlan,
  ownership: Ownership,
  reach: Ways,
  { image, host }: Found,
  deps: StartDeps,
): Promise<RunningContainer> {
  const { clock } = deps;
  const mounts = await mountsOf(engine, ownership, plan);
  const user = await runAs(engine, ownership, { plan, image, manager: deps.user });
  const spec = specOf(plan, ownership, { user, reach, mounts, disk: host.disk });
  const create = async (finalSpec: ContainerSpec) => {
    const createAt = clock.monotonicMs();
    const id = await engine.createContainer(finalSpec);
    const createMs = clock.monotonicMs() - createAt;
    try {
      reach.group?.join(id, {
        egress: plan.egress,
        onAttempt: (attempt) => deps.onAttempt?.(attempt),
        onRelayEnd: (what) => deps.onRelayEnd?.(what),
      });
      if (reach.group !== undefined && reach.open !== undefined) {
        // Engines before 25 take only one network when a container is created.
        await engine.connectNetwork(reach.open, id);
      }
      return await start(engine, plan, reach, id, createMs, deps);
    } catch (error) {
      reach.group?.leave(id);
      // The fault that matters is the start's; what cannot be removed now, a sweep finds.
      await engine.remove(id).catch(() => undefined);
      throw error;
    }
  };
  return withSecretFiles(
    engine,
    ownership,
    { spec, server: plan.server },
    plan.secretFiles,
    (given) => withHostsFile(engine, ownership, given, create),
  );
}

async function start(
  engine: Engine,
  plan: ContainerPlan,
  reach: Ways,
  id: string,
  createMs: number,
  deps: StartDeps,
): Promise<RunningContainer> {
  const attachment = await engine.attach(id);
  attachment.onStdout(deps.onStdout);
  attachment.onStderr(deps.onStderr);
  const exited = engine.waitExit(id);
  // Whoever needs the exit awaits it; an engine that goes away must not be an unhandled rejection.
  exited.catch(() => undefined);
  try {
    const startAt = deps.clock.monotonicMs();
    // What was applied is known before the start, so asking costs no time of its own.
    const [isolation, startMs] = await Promise.all([
      engine.inspect(id).then((state) => withoutLimits(plan, state?.isolation ?? {})),
      engine.start(id).then(() => deps.clock.monotonicMs() - startAt),
    ]);
    const stop = createStop(engine, deps.clock, id, plan.stop, attachment, exited, () =>
      deps.countProcesses?.(id),
    );
    const news = deps.news?.(id);
    const network = networkOf(engine, plan, reach, id);
    reach.published?.lead(() => dialServer(network));
    return {
      id,
      attachment,
      createMs,
      startMs,
      isolation: {
        ...isolation,
        egress: egressText(plan.egress),
        ...(reach.group && { networkGroup: groupOf(plan) }),
      },
      exited,
      ...(news && { news }),
      ...network,
      ...(reach.published && { publishedPort: reach.published.port }),
      stop() {
        news?.expectEnd();
        return stop();
      },
      async remove() {
        news?.expectEnd();
        reach.published?.close();
        await remove(engine, id, attachment);
        reach.group?.leave(id);
      },
    };
  } catch (error) {
    attachment.destroy();
    throw error;
  }
}

async function remove(engine: Engine, id: string, attachment: Attachment): Promise<void> {
  await engine.remove(id);
  attachment.destroy();
}
