import { addAbortSignal, type Readable } from "node:stream";
import type { ImageInspectInfo } from "dockerode";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault, statusOf, tolerating, wordsFault } from "./engine-fault.ts";
import { jsonLines } from "./json-lines.ts";
import type { ImageInfo } from "./types.ts";
import { wholeDockerode } from "./whole-dockerode.ts";

interface Progress {
  readonly id?: string;
  readonly status?: string;
  readonly error?: string;
  readonly progressDetail?: { readonly total?: number };
}

export async function inspectImage(
  connection: Connection,
  reference: string,
): Promise<ImageInfo | undefined> {
  try {
    const answer = await connection.json({
      method: "GET",
      path: `/images/${encodeURI(reference)}/json`,
      doing: `inspect image ${reference}`,
    });
    // The shape of the engine's answer at the pinned version.
    return imageOf(answer as ImageInspectInfo);
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  }
}

/** Pulls one image; a reference without tag or digest means `latest`, where the engine would take every tag. */
export async function pullImage(
  connection: Connection,
  reference: string,
  onProgress: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const docker = await wholeDockerode(connection);
  const doing = `pull image ${reference}`;
  const abort = AbortSignal.any([connection.closed, ...(signal ? [signal] : [])]);
  const fromImage = /(:[\w.-]+|@sha256:[0-9a-f]+)$/.test(reference)
    ? reference
    : `${reference}:latest`;
  try {
    const request = { abortSignal: abort, _query: { fromImage } };
    const answer = await docker.createImage(request);
    // dockerode's type names the interface; what comes is node's response.
    await follow(addAbortSignal(abort, answer as Readable), doing, onProgress);
  } catch (error) {
    signal?.throwIfAborted();
    const fault = engineFault(error, doing, endpointText(connection.endpoint));
    throw fault.code === "ENGINE_ERROR"
      ? new Fault("IMAGE_PULL_FAILED", fault.message, { cause: error })
      : fault;
  }
}

export async function importImage(
  connection: Connection,
  rootfs: Readable,
  tag: string,
  changes: readonly string[],
): Promise<string> {
  const docker = await wholeDockerode(connection);
  const doing = `import image ${tag}`;
  const colon = tag.lastIndexOf(":");
  const query = { fromSrc: "-", repo: tag.slice(0, colon), tag: tag.slice(colon + 1) };
  try {
    const request = { abortSignal: connection.closed, _query: { ...query, changes } };
    const answer = await docker.importImage(rootfs, request);
    // dockerode's type names the interface; what comes is node's response.
    const last = await follow(answer as Readable, doing, () => {});
    return last;
  } catch (error) {
    throw engineFault(error, doing, endpointText(connection.endpoint));
  }
}

export async function removeImage(connection: Connection, reference: string): Promise<void> {
  const call = connection.json({
    method: "DELETE",
    path: `/images/${encodeURI(reference)}`,
    query: { force: "1" },
    doing: `remove image ${reference}`,
    deadlineMs: 60_000,
  });
  await tolerating([404], call);
}

/** The last status; an error inside the stream becomes a fault. */
async function follow(
  answer: Readable,
  doing: string,
  onProgress: (line: string) => void,
): Promise<string> {
  let last = "";
  for await (const value of jsonLines(answer)) {
    // The engine's progress messages: every field is optional and of the type named.
    const { id, status, error, progressDetail } = value as Progress;
    if (error !== undefined) {
      throw wordsFault(error, doing, undefined, "IMAGE_PULL_FAILED");
    }
    last = status ?? last;
    if (status !== undefined && progressDetail?.total === undefined) {
      onProgress(id === undefined ? status : `${id}: ${status}`);
    }
  }
  return last;
}

function imageOf(found: ImageInspectInfo): ImageInfo {
  const { Config } = found;
  const entrypoint = Config.Entrypoint ?? [];
  return {
    id: found.Id,
    digest: found.RepoDigests?.[0]?.split("@")[1] ?? null,
    user: Config.User ?? "",
    sizeBytes: found.Size,
    labels: Config.Labels ?? {},
    entrypoint: typeof entrypoint === "string" ? [entrypoint] : entrypoint,
    command: Config.Cmd ?? [],
    workingDir: Config.WorkingDir || "/",
  };
}
