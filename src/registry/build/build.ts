import { createHash } from "node:crypto";
import { basename, posix } from "node:path";
import type { Engine, ImageInfo } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { type BaseImage, provideBase } from "../base/choice.ts";
import { hostCaBundle } from "./ca-bundle.ts";
import { type BuildContext, hashContext, listContext, packContext } from "./context.ts";
import { imageLabels } from "../labels.ts";
import type { ImageSource } from "../request.ts";
import type { RegistryDeps } from "../resolve.ts";
import type { Template } from "../template/template.ts";
import { pathInside } from "../workspace-path.ts";

type BuildSource = Extract<ImageSource, { readonly kind: "build" }>;

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
  const work = build({ template, source, deps, ...planned });
  builds.set(reference, work);
  try {
    return { reference, image: await work, key, built: true, waited: true };
  } finally {
    builds.delete(reference);
  }
}

/** What is built from, and what the image will be called. */
interface PlannedBuild {
  readonly context: BuildContext;
  readonly extra: Readonly<Record<string, Uint8Array>>;
  readonly key: string;
  readonly reference: string;
}

export async function planBuild(
  template: Template,
  source: BuildSource,
  deps: Pick<RegistryDeps, "workspaceRoot" | "runFileFolder">,
): Promise<PlannedBuild> {
  const context = await contextOf(template, source, deps);
  const extra: Readonly<Record<string, Uint8Array>> =
    source.from !== "workspace" ? { "ca-certificates.crt": await hostCaBundle() } : {};
  const key = await keyOf(template, source, context, extra);
  return { context, extra, key, reference: `docker-mcp-manager/${template.name}:${key.slice(0, 16)}` };
}

/** Whether the image has this content and its base is still what the base's name means; a base that is gone is no reason to build. */
export async function isCurrent(image: ImageInfo, key: string, engine: Engine): Promise<boolean> {
  if (image.labels[imageLabels.key] !== key) {
    return false;
  }
  const bases = image.labels[imageLabels.base]?.split(",") ?? [];
  const current = await Promise.all(
    bases.map(async (each) => {
      const [reference = "", id] = each.split(" ");
      const base = await engine.inspectImage(reference);
      return base === undefined || base.id === id;
    }),
  );
  return current.every(Boolean);
}

async function build(
  work: PlannedBuild & {
    readonly template: Template;
    readonly source: BuildSource;
    readonly deps: RegistryDeps;
  },
): Promise<ImageInfo> {
  const { template, source, deps, reference } = work;
  const bases = await basesOf(template, deps);
  const named = Object.values(bases).map((base) => base.reference);
  deps.onProgress(`building ${reference}${named.length > 0 ? ` on ${named.join(", ")}` : ""}`);
  const archive = await packContext(work.context, work.extra);
  const options = {
    tag: reference,
    dockerfile: source.dockerfile,
    args: {
      ...source.args,
      ...Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, base.reference])),
      ...(named.length > 0 && registryArgument(deps)),
    },
    labels: {
      ...template.labels,
      [imageLabels.template]: template.name,
      [imageLabels.key]: work.key,
      ...(named.length > 0 && { [imageLabels.base]: basesLabel(bases) }),
    },
    network: deps.buildNetwork ?? "default",
    ...(source.target !== undefined && { target: source.target }),
  } as const;
  await deps.engine.buildImage(archive, options, deps.onProgress, deps.signal);
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

/** The host's npm registry for the build stage. A build argument can be read from the layers, so none with a password. */
function registryArgument(deps: RegistryDeps): Readonly<Record<string, string>> {
  const { npmRegistry } = deps;
  if (npmRegistry === undefined) {
    return {};
  }
  const url = URL.parse(npmRegistry);
  if (url === null || url.username !== "" || url.password !== "") {
    deps.onProgress(
      "npm_config_registry is no plain URL or holds a password; the build asks npm's own registry",
    );
    return {};
  }
  return { NPM_CONFIG_REGISTRY: npmRegistry };
}

async function contextOf(
  template: Template,
  source: BuildSource,
  deps: Pick<RegistryDeps, "workspaceRoot" | "runFileFolder">,
): Promise<BuildContext> {
  if (source.from !== "workspace") {
    const context = await listContext(template.folder, source.dockerfile);
    const sent = context.entries.filter(
      ({ path }) =>
        !["template.yml", "README.md"].includes(basename(path)) && !/^example(\/|$)/.test(path),
    );
    return { ...context, entries: sent };
  }
  const folder = await pathInside(
    deps.workspaceRoot,
    deps.runFileFolder,
    source.context,
    "Build context",
  );
  const dockerfile = posix.normalize(source.dockerfile);
  await pathInside(folder, folder, dockerfile, "Dockerfile");
  return listContext(folder, dockerfile);
}

/** Everything the image is made from, except its base. The environment's registry is a way, not a content. */
async function keyOf(
  template: Template,
  source: BuildSource,
  context: BuildContext,
  extra: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  const hash = createHash("sha256");
  const args = Object.entries(source.args).sort(([a], [b]) => (a < b ? -1 : 1));
  hash.update(
    JSON.stringify([
      template.name,
      template.bases,
      template.labels,
      source.dockerfile,
      source.target,
      args,
    ]),
  );
  for (const [name, bytes] of Object.entries(extra)) {
    hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
  }
  await hashContext(context, hash);
  return hash.digest("hex");
}
