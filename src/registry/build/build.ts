import { readFile } from "node:fs/promises";
import type { BuildOptions, ImageInfo } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { type BaseImage, provideBase } from "../base/choice.ts";
import { imageLabels } from "../labels.ts";
import type { RegistryDeps } from "../resolve.ts";
import { ociLabels } from "../supply/oci-labels.ts";
import type { Template } from "../template/template.ts";
import { packContext } from "./archive.ts";
import { buildSecrets } from "./build-secrets.ts";
import { type BuildSource, type Content, dockerfileOf } from "./content.ts";
import { largeContext } from "./context.ts";
import { argumentsFor, passwordsIn } from "./host-arguments.ts";
import { located, placeOf } from "./located.ts";
import type { PlannedBuild } from "./plan.ts";

/** Builds what was planned; the template's bases are on the engine before. */
export async function build(
  work: PlannedBuild & {
    readonly template: Template;
    readonly source: BuildSource;
    readonly deps: RegistryDeps;
  },
): Promise<ImageInfo> {
  const { template, source, deps, content, reference } = work;
  const dockerfile = dockerfileOf(template, source, content);
  const bases = await basesOf(template, deps);
  const named = Object.values(bases).map((base) => base.reference);
  deps.onProgress(`building ${reference}${named.length > 0 ? ` on ${named.join(", ")}` : ""}`);
  for (const line of remarksOn(content)) {
    deps.onProgress(line);
  }
  const { buildNetwork = "default", hostArguments = {} } = deps;
  const host = await argumentsFor(dockerfile, hostArguments, deps.onProgress, buildNetwork);
  const options: BuildOptions = {
    tag: reference,
    dockerfile: source.dockerfile,
    args: {
      ...host,
      ...source.args,
      ...Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, base.reference])),
    },
    labels: {
      ...ociLabels(template, source, bases),
      ...template.labels,
      [imageLabels.template]: template.name,
      [imageLabels.key]: work.key,
      ...(named.length > 0 && { [imageLabels.base]: basesLabel(bases) }),
    },
    network: buildNetwork,
    ...(await buildSecrets(source, await readFile(dockerfile, "utf8"), deps.secrets ?? {})),
    hidden: passwordsIn(host),
    ...(source.target !== undefined && { target: source.target }),
    ...(source.platform !== undefined && { platform: source.platform }),
    ...(source.timeoutMs !== undefined && { timeoutMs: source.timeoutMs }),
  };
  const archive = () => packContext(content, content.extra);
  try {
    await deps.engine.buildImage(archive, options, deps.onProgress, deps.signal);
  } catch (error) {
    const place = placeOf(dockerfile, deps.workspaceRoot, template.name, source.dockerfile);
    throw await located(error, place, options.args);
  }
  const image = await deps.engine.inspectImage(reference);
  if (image === undefined) {
    throw new Fault(
      "IMAGE_BUILD_FAILED",
      `The engine reports ${reference} as built, but does not know it`,
    );
  }
  return image;
}

/** What is said of the context before it is sent. */
function remarksOn(content: Content): readonly string[] {
  const heldBack = content.heldBack.map(
    (path) =>
      `not sent: ${path}, for such files hold secrets; \`!${path}\` in .dockerignore sends it`,
  );
  return [...heldBack, ...(largeContext(content)?.split("\n") ?? [])];
}

/** Every base of the template on the engine, by build argument. */
async function basesOf(
  template: Template,
  deps: RegistryDeps,
): Promise<Readonly<Record<string, BaseImage>>> {
  const provided = await Promise.all(
    Object.entries(template.bases).map(
      async ([name, wanted]) => [name, await provideBase(wanted, deps)] as const,
    ),
  );
  return Object.fromEntries(provided);
}

function basesLabel(bases: Readonly<Record<string, BaseImage>>): string {
  return Object.values(bases)
    .map(({ reference, id, digest }) => [reference, id, digest ?? ""].join(" ").trimEnd())
    .join(",");
}
