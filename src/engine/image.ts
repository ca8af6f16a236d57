import type { Readable } from "node:stream";
import type { ImageInspectInfo } from "dockerode";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault, statusOf, tolerating } from "./engine-fault.ts";
import { followProgress } from "./progress.ts";
import type { ImageInfo, LabelledImage } from "./types.ts";
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

/** Images that carry the label, with their names. */
export async function labelledImages(
  connection: Connection,
  label: string,
): Promise<readonly LabelledImage[]> {
  const answer = await connection.json({
    method: "GET",
    path: "/images/json",
    query: { filters: JSON.stringify({ label: [label] }) },
    doing: "list images that carry our label",
  });
  // The shape of the engine's answer at the pinned version.
  const listed = answer as readonly {
    readonly Id: string;
    readonly RepoTags?: readonly string[] | null;
    readonly Created: number;
    readonly Size: number;
  }[];
  return listed.map(({ Id, RepoTags, Created, Size }) => ({
    id: Id,
    tags: tagsOf(RepoTags),
    createdAtMs: Created * 1000,
    sizeBytes: Size,
  }));
}

/** Removes a tag, or by its id an image that has none; what a container or another image needs stays. */
export async function removeUnusedImage(
  connection: Connection,
  reference: string,
): Promise<boolean> {
  const doing = `remove image ${reference} if nothing uses it`;
  const path = `/images/${encodeURI(reference)}`;
  try {
    if (reference.startsWith("sha256:")) {
      const found = await connection.json({ method: "GET", path: `${path}/json`, doing });
      // The shape of the engine's answer at the pinned version.
      if (tagsOf((found as ImageInspectInfo).RepoTags).length > 0) {
        return false;
      }
    }
    // Not by force: the engine then refuses what is still needed.
    await connection.json({ method: "DELETE", path, doing, deadlineMs: 60_000 });
    return true;
  } catch (error) {
    if (statusOf(error) === 409) {
      return false;
    }
    if (statusOf(error) === 404) {
      return true;
    }
    throw error;
  }
}

/** An image that a newer one took the name of is listed as `<none>:<none>`. */
function tagsOf(listed: readonly string[] | null | undefined): readonly string[] {
  return (listed ?? []).filter((tag) => !tag.startsWith("<none>"));
}

/** The engine counts in nanoseconds, and 0 is its default. */
function healthcheckOf(config: ImageInspectInfo["Config"]): Pick<ImageInfo, "healthcheck"> {
  // Not in the engine's types.
  const { Healthcheck: found } = config as {
    readonly Healthcheck?: {
      readonly Test?: readonly string[];
      readonly Interval?: number;
      readonly Timeout?: number;
      readonly Retries?: number;
    } | null;
  };
  const [how, ...words] = found?.Test ?? [];
  const command = how === "CMD-SHELL" ? ["/bin/sh", "-c", ...words] : words;
  return how === undefined || how === "NONE" || command.length === 0
    ? {}
    : {
        healthcheck: {
          command,
          ...(found?.Interval ? { intervalMs: found.Interval / 1e6 } : {}),
          ...(found?.Timeout ? { timeoutMs: found.Timeout / 1e6 } : {}),
          ...(found?.Retries ? { retries: found.Retries } : {}),
        },
      };
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
    ...healthcheckOf(Config),
  };
}
