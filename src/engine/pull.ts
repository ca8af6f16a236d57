import { addAbortSignal, type Readable } from "node:stream";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { followProgress } from "./progress.ts";
import { pullFault } from "./pull-fault.ts";
import type { PullOptions } from "./types.ts";
import { wholeDockerode } from "./whole-dockerode.ts";

/** The engine says something about once a second while anything arrives; so long a silence is a registry that stalls. */
const defaultSilenceMs = 120_000;

/** Pulls one image; a reference without tag or digest means `latest`, where the engine would take every tag. */
export async function pullImage(
  connection: Connection,
  reference: string,
  onProgress: (line: string) => void,
  signal: AbortSignal | undefined,
  { login, platform, silenceMs = defaultSilenceMs }: PullOptions,
): Promise<void> {
  const docker = await wholeDockerode(connection);
  const doing = `pull image ${reference}`;
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), silenceMs);
  const abort = AbortSignal.any([connection.closed, stalled.signal, ...(signal ? [signal] : [])]);
  const fromImage = /(:[\w.-]+|@sha256:[0-9a-f]+)$/.test(reference)
    ? reference
    : `${reference}:latest`;
  const query = { fromImage, ...(platform !== undefined && { platform }) };
  try {
    const answer = await docker.createImage(login, { abortSignal: abort, _query: query });
    // dockerode's type names the interface; what comes is node's response.
    await followProgress(addAbortSignal(abort, answer as Readable), onProgress, () =>
      timer.refresh(),
    );
  } catch (error) {
    signal?.throwIfAborted();
    if (stalled.signal.aborted) {
      throw new Fault(
        "IMAGE_PULL_BROKEN",
        `${doing}: nothing arrived for ${silenceMs / 1000} s, so it was given up`,
      );
    }
    throw pullFault(engineFault(error, doing, endpointText(connection.endpoint)), error);
  } finally {
    clearTimeout(timer);
  }
}
