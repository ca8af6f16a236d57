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
import { engineLost, refusesConnections } from "./engine-lost.ts";
import { hiding } from "./hidden.ts";
import { inspectImage } from "./image.ts";
import { jsonLines } from "./json-lines.ts";
import type { BuildArchive, BuildOptions } from "./types.ts";
import { wholeDockerode } from "./whole-dockerode.ts";

/** Long for what templates build, short against a job's hours. */
const defaultTimeoutMs = 600_000;

/** Builds with BuildKit, without buildx; stopped at its time limit and with `signal`. */
export async function buildImage(
  connection: Connection,
  clock: Clock,
  context: BuildArchive,
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
  // Ended with the build; it then rejects, which is nobody's concern.
  clock.sleep(timeoutMs, done.signal).then(
    () => over.abort(),
    () => undefined,
  );
  const ends = [connection.closed, over.signal, ...(signal ? [signal] : [])];
  try {
    const send = { connection, context, options, log, onProgress, abort: AbortSignal.any(ends) };
    if (!(await follow(send, "buildkit"))) {
      onProgress("this engine has no BuildKit; its classic builder is used");
      await follow(send, "classic");
    }
  } catch (error) {
    if (typeof context !== "function") {
      context.destroy();
    }
    signal?.throwIfAborted();
    if (over.signal.aborted) {
      throw buildTimeout(doing, timeoutMs, log.running);
    }
    const fault = engineFault(error, doing, endpointText(connection.endpoint));
    if (await refusesConnections(connection.endpoint)) {
      throw engineLost(doing, connection.endpoint, error);
    }
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

interface Send {
  readonly connection: Connection;
  readonly context: BuildArchive;
  readonly options: BuildOptions;
  readonly log: BuildLog;
  readonly onProgress: (line: string) => void;
  readonly abort: AbortSignal;
}

/** Sends the context and reads the answer to its end; false when another builder must do it. */
async function follow(send: Send, builder: "buildkit" | "classic"): Promise<boolean> {
  const { connection, context, options, log, onProgress } = send;
  const broken = new AbortController();
  const abort = AbortSignal.any([send.abort, broken.signal]);
  const secrets = { ...options.offered, ...options.secrets };
  const docker = await wholeDockerode(connection);
  // Only for secrets: its endpoint is deprecated since API 1.53.
  const session =
    Object.keys(secrets).length > 0 ? await openBuildSession(connection, secrets) : undefined;
  const archive = typeof context === "function" ? await context() : context;
  const sent = counted(archive, onProgress, (error) => broken.abort(error));
  try {
    const answer = await docker.buildImage(sent, {
      abortSignal: abort,
      // Besides being the only way past the URL-and-body doubling it keeps dockerode from opening a session of its own.
      _query: {
        ...queryOf(options),
        version: builder === "buildkit" ? "2" : "1",
        ...(session && { session: session.id }),
      },
    } as ImageBuildOptions);
    for await (const message of jsonLines(addAbortSignal(abort, answer as Readable))) {
      log.take(message);
    }
    return true;
  } catch (error) {
    if (broken.signal.aborted && !send.abort.aborted) {
      const { message } = broken.signal.reason as Error;
      throw new Fault(
        "IMAGE_BUILD_FAILED",
        `build image ${options.tag}: the context could not be read: ${message}`,
        { cause: error },
      );
    }
    // With secrets there is no other builder, and a stream that was sent cannot be sent again.
    const again = builder === "buildkit" && session === undefined && typeof context === "function";
    if (again && !abort.aborted && lacksBuildKit(error)) {
      return false;
    }
    throw error;
  } finally {
    archive.destroy();
    session?.close();
  }
}

function lacksBuildKit(error: unknown): boolean {
  return error instanceof Error && /buildkit|builder version/i.test(error.message);
}

function queryOf(options: BuildOptions): Readonly<Record<string, string>> {
  return {
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
