import { posix } from "node:path";
import type { Engine, ImageInfo } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { type BaseImage, provideBase } from "../base/choice.ts";
import { imageLabels } from "../labels.ts";
import type { RegistryDeps } from "../resolve.ts";
import { judgeBuild } from "../supply/image-policy.ts";
import type { Template } from "../template/template.ts";
import { packContext } from "./archive.ts";
import type { BuildSource, Content } from "./content.ts";
import { largeContext } from "./context.ts";
import { argumentsFor } from "./host-arguments.ts";
import { located, placeOf } from "./located.ts";
import { isCurrent, type PlannedBuild, planBuild } from "./plan.ts";

interface BuiltImage {
  readonly reference: string;
  readonly image: ImageInfo;
  readonly key: string;
  readonly built: boolean;
  /** Whether a build was waited for. */
  readonly waited: boolean;
}

/** Builds under way, by tag; what several servers ask for at once is built once. */
const underWay = new WeakMap<Engine, Map<string, Promise<ImageInfo>>>();

/** The image of this content: the one on the engine when it is current, else built. */
export async function buildOnce(
  template: Template,
  source: BuildSource,
  deps: RegistryDeps,
): Promise<BuiltImage> {
  const { engine } = deps;
  const planned = await planBuild(template, source, deps);
  const { key, reference } = planned;
  if (deps.imagePolicy !== undefined) {
    const dockerfile = dockerfileOf(template, source, planned.content);
    await judgeBuild(deps.imagePolicy, template.bases, dockerfile, source.args);
  }
  const present = await engine.inspectImage(reference);
  if (present !== undefined && (await isCurrent(present, key, engine))) {
    return { reference, image: present, key, built: false, waited: false };
  }
  const builds = underWay.get(engine) ?? new Map<string, Promise<ImageInfo>>();
  underWay.set(engine, builds);
  const other = builds.get(reference);
  if (other !== undefined) {
    return { reference, image: await other, key, built: false, waited: true };
  }
  const work = build({ ...planned, template, source, deps });
  builds.set(reference, work);
  try {
    return { reference, image: await work, key, built: true, waited: true };
  } finally {
    builds.delete(reference);
  }
}

async function build(
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
  for (const path of content.heldBack) {
    deps.onProgress(
      `not sent: ${path}, for such files hold secrets; \`!${path}\` in .dockerignore sends it`,
    );
  }
  for (const line of largeContext(content)?.split("\n") ?? []) {
    deps.onProgress(line);
  }
  const options = {
    tag: reference,
    dockerfile: source.dockerfile,
    args: {
      ...(await argumentsFor(dockerfile, deps.hostArguments ?? {}, deps.onProgress)),
      ...source.args,
      ...Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, base.reference])),
    },
    labels: {
      ...template.labels,
      [imageLabels.template]: template.name,
      [imageLabels.key]: work.key,
      ...(named.length > 0 && { [imageLabels.base]: basesLabel(bases) }),
    },
    network: deps.buildNetwork ?? "default",
    ...(source.target !== undefined && { target: source.target }),
    ...(source.platform !== undefined && { platform: source.platform }),
    ...(source.timeoutMs !== undefined && { timeoutMs: source.timeoutMs }),
  } as const;
  const archive = await packContext(content, content.extra);
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
    .map(({ reference, id }) => `${reference} ${id}`)
    .join(",");
}

/** The Dockerfile on this host. */
function dockerfileOf(template: Template, source: BuildSource, content: Content): string {
  const path = posix.normalize(source.dockerfile);
  const entry = content.entries.find((each) => each.path === path);
  if (entry === undefined) {
    throw new Fault(
      "TEMPLATE_INVALID",
      `Template "${template.name}" has no ${path} in its folder ${template.folder}`,
    );
  }
  return entry.source;
}
