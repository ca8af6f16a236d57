import { addAbortSignal, type Readable } from "node:stream";
import { Fault } from "../fault/index.ts";
import { createBuildLog } from "./build-log.ts";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { inspectImage } from "./image.ts";
import { jsonLines } from "./json-lines.ts";
import type { BuildOptions } from "./types.ts";
import { wholeDockerode } from "./whole-dockerode.ts";

/**
 * Builds with BuildKit, without buildx and without a session.
 *
 * `_query` besides being the only way past the URL-and-body doubling keeps dockerode from opening a session, whose
 * endpoints are deprecated since API 1.53.
 */
export async function buildImage(
  connection: Connection,
  context: Readable,
  options: BuildOptions,
  onProgress: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  const docker = await wholeDockerode(connection);
  const abort = AbortSignal.any([connection.closed, ...(signal ? [signal] : [])]);
  const request = {
    abortSignal: abort,
    _query: {
      version: "2",
      t: options.tag,
      dockerfile: options.dockerfile,
      ...(options.target === undefined ? {} : { target: options.target }),
      buildargs: JSON.stringify(options.args),
      labels: JSON.stringify(options.labels),
      ...(options.network === "host" ? { networkmode: "host" } : {}),
      rm: "1",
      forcerm: "1",
    },
  };
  const log = createBuildLog(onProgress);
  try {
    const answer = await docker.buildImage(context, request);
    for await (const message of jsonLines(addAbortSignal(abort, answer as Readable))) {
      log.take(message);
    }
  } catch (error) {
    context.destroy();
    signal?.throwIfAborted();
    const fault = engineFault(
      error,
      `build image ${options.tag}`,
      endpointText(connection.endpoint),
    );
    throw fault.code === "ENGINE_ERROR"
      ? new Fault("IMAGE_BUILD_FAILED", fault.message, { cause: error })
      : fault;
  }
  if (log.error !== undefined) {
    throw buildFault(options.tag, log.error, log.failedStep, log.tail);
  }
  const id = log.imageId ?? (await inspectImage(connection, options.tag))?.id;
  if (id === undefined) {
    throw new Fault(
      "IMAGE_BUILD_FAILED",
      `build image ${options.tag}: the engine's answer ended without an image`,
    );
  }
  return id;
}

function buildFault(tag: string, error: string, step: string, tail: readonly string[]): Fault {
  const full = /no space left on device/i.test(error);
  const at = step === "" ? "" : ` at \`${step}\``;
  const code = /exit code: (\d+)|returned a non-zero code: (\d+)/.exec(error);
  const exit = code ? ` with exit code ${code[1] ?? code[2]}` : "";
  const quoted =
    tail.length === 0 ? "" : `\nLast ${tail.length} lines of the build:\n${tail.join("\n")}`;
  return new Fault(
    full ? "ENGINE_DISK_FULL" : "IMAGE_BUILD_FAILED",
    `build image ${tag} failed${at}${exit}: ${error}${quoted}`,
  );
}
