import { addAbortSignal, type Readable } from "node:stream";
import type { ImageBuildOptions } from "dockerode";
import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { buildFault, buildTimeout } from "./build-fault.ts";
import { type BuildLog, createBuildLog } from "./build-log.ts";
import { openBuildSession } from "./build-session.ts";
import type { Connection } from "./connection.ts";
import { counted } from "./counted.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { hiding } from "./hidden.ts";
import { inspectImage } from "./image.ts";
import { jsonLines } from "./json-lines.ts";
import type { BuildOptions } from "./types.ts";
import { wholeDockerode } from "./whole-dockerode.ts";

/** Long for what templates build, short against a job's hours. */
const defaultTimeoutMs = 600_000;

/** Builds with BuildKit, without buildx; stopped at its time limit and with `signal`. */
export async function buildImage(
  connection: Connection,
  clock: Clock,
  context: Readable,
  options: BuildOptions,
  onProgress: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  const doing = `build image ${options.tag}`;
  const { timeoutMs = defaultTimeoutMs } = options;
  const hidden = [...Object.values(options.secrets ?? {}), ...(options.hidden ?? [])];
  const log = createBuildLog(onProgress, hiding(hidden));
  const over = new AbortController();
  const done = new AbortController();
  const started = clock.monotonicMs();
  const archive = counted(context, onProgress);
  // Ended with the build; it then rejects, which is nobody's concern.
  clock.sleep(timeoutMs, done.signal).then(
    () => over.abort(),
    () => undefined,
  );
  const ends = [connection.closed, over.signal, ...(signal ? [signal] : [])];
  try {
    await follow(connection, archive, options, log, AbortSignal.any(ends));
  } catch (error) {
    archive.destroy();
    context.destroy();
    signal?.throwIfAborted();
    if (over.signal.aborted) {
      throw buildTimeout(doing, timeoutMs, log.running);
    }
    const fault = engineFault(error, doing, endpointText(connection.endpoint));
    throw fault.code === "ENGINE_ERROR"
      ? new Fault("IMAGE_BUILD_FAILED", fault.message, { cause: error })
      : fault;
  } finally {
    done.abort();
  }
  if (log.failure !== undefined) {
    throw buildFault(doing, log.failure);
  }
  const id = log.imageId ?? (await inspectImage(connection, options.tag))?.id;
  if (id === undefined) {
    throw new Fault("IMAGE_BUILD_FAILED", `${doing}: the engine's answer ended without an image`);
  }
  onProgress(`built in ${((clock.monotonicMs() - started) / 1000).toFixed(1)} s`);
  return id;
}

/** Sends the context and reads the answer to its end. */
async function follow(
  connection: Connection,
  context: Readable,
  options: BuildOptions,
  log: BuildLog,
  abortSignal: AbortSignal,
): Promise<void> {
  const secrets = { ...options.offered, ...options.secrets };
  const docker = await wholeDockerode(connection);
  // Only for secrets: its endpoint is deprecated since API 1.53.
  const session =
    Object.keys(secrets).length > 0 ? await openBuildSession(connection, secrets) : undefined;
  try {
    const answer = await docker.buildImage(context, {
      abortSignal,
      // Besides being the only way past the URL-and-body doubling it keeps dockerode from opening a session of its own.
      _query: { ...queryOf(options), ...(session && { session: session.id }) },
    } as ImageBuildOptions);
    for await (const message of jsonLines(addAbortSignal(abortSignal, answer as Readable))) {
      log.take(message);
    }
  } finally {
    session?.close();
  }
}

function queryOf(options: BuildOptions): Readonly<Record<string, string>> {
  return {
    version: "2",
    t: options.tag,
    dockerfile: options.dockerfile,
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(options.platform === undefined ? {} : { platform: options.platform }),
    buildargs: JSON.stringify(options.args),
    labels: JSON.stringify(options.labels),
    ...(options.network === "host" ? { networkmode: "host" } : {}),
    rm: "1",
    forcerm: "1",
  };
}
