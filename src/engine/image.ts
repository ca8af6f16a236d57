import type { Readable } from "node:stream";
import type { ImageInspectInfo } from "dockerode";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault, statusOf, tolerating } from "./engine-fault.ts";
import { followProgress } from "./progress.ts";
import type { ImageInfo } from "./types.ts";
import { wholeDockerode } from "./whole-dockerode.ts";

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
    return await followProgress(answer as Readable, () => undefined);
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

function imageOf(found: ImageInspectInfo): ImageInfo {
  const { Config } = found;
  const entrypoint = Config.Entrypoint ?? [];
  return {
    id: found.Id,
    digest: found.RepoDigests?.[0]?.split("@")[1] ?? null,
    user: Config.User ?? "",
    sizeBytes: found.Size,
    platform: `${found.Os}/${found.Architecture}`,
    labels: Config.Labels ?? {},
    entrypoint: typeof entrypoint === "string" ? [entrypoint] : entrypoint,
    command: Config.Cmd ?? [],
    workingDir: Config.WorkingDir || "/",
  };
}
