import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { posix } from "node:path";
import { Fault } from "../../fault/index.ts";
import type { ImageSource } from "../request.ts";
import type { RegistryDeps } from "../resolve.ts";
import type { Template } from "../template/template.ts";
import { pathInside } from "../workspace-path.ts";
import { hashContext } from "./archive.ts";
import { hostCaBundle } from "./ca-bundle.ts";
import { type BuildContext, below, fileContext, listContext } from "./context.ts";

export type BuildSource = Extract<ImageSource, { readonly kind: "build" }>;

type Workspace = Pick<RegistryDeps, "workspaceRoot" | "runFileFolder">;

/** Everything that is sent to the engine. */
export interface Content extends BuildContext {
  /** Files made here (name → bytes), at the root. */
  readonly extra: Readonly<Record<string, Uint8Array>>;
}

/** What is sent for a source: the template's folder, the repository's, or the second inside the first. */
export async function contentOf(
  template: Template,
  source: BuildSource,
  deps: Workspace,
): Promise<Content> {
  if (source.from === "workspace") {
    return { ...(await workspaceContext(source, deps)), extra: {} };
  }
  const extra = { "ca-certificates.crt": await hostCaBundle() };
  const own = await templateContext(template, source);
  if (source.from === "template") {
    return { ...own, extra };
  }
  const users = below(
    "source",
    template.folder,
    await usersContext(source.context, template, deps),
  );
  return {
    entries: [...own.entries, ...users.entries],
    bytes: own.bytes + users.bytes,
    heldBack: users.heldBack,
    extra,
  };
}

/** Hash of everything the image is made from, except its base. The host's own settings are a way, not a content. */
export async function keyOf(
  template: Template,
  source: BuildSource,
  content: Content,
): Promise<string> {
  const hash = createHash("sha256");
  const args = Object.entries(source.args).sort(([a], [b]) => (a < b ? -1 : 1));
  const { name, bases, labels } = template;
  const { dockerfile, target, platform } = source;
  const built = platform === undefined ? [] : [platform];
  hash.update(JSON.stringify([name, bases, labels, dockerfile, target, args, ...built]));
  for (const [file, bytes] of Object.entries(content.extra)) {
    hash.update(`${file}\0${bytes.byteLength}\0`).update(bytes);
  }
  await hashContext(content, hash);
  return hash.digest("hex");
}

/** The template's folder without what describes it; `source/` in it is the user's. */
async function templateContext(template: Template, source: BuildSource): Promise<BuildContext> {
  const context = await listContext(template.folder, source.dockerfile);
  const described = /^(?:template\.yml|README\.md|example(?:\/.*)?)$/;
  const users = /^source(?:\/.*)?$/;
  const entries = context.entries.filter(
    ({ path }) => !described.test(path) && !(source.from === "source" && users.test(path)),
  );
  return { ...context, entries };
}

async function workspaceContext(source: BuildSource, deps: Workspace): Promise<BuildContext> {
  const folder = await insideWorkspace(source.context ?? ".", deps);
  const dockerfile = posix.normalize(source.dockerfile);
  await pathInside(folder, folder, dockerfile, "Dockerfile");
  return listContext(folder, dockerfile, source.maxContextBytes);
}

/** A folder or one file of the repository; nothing when a parameter without a value names it. */
async function usersContext(
  context: string | undefined,
  { build }: Template,
  deps: Workspace,
): Promise<BuildContext> {
  if (context === undefined) {
    return { entries: [], bytes: 0, heldBack: [] };
  }
  const path = await insideWorkspace(context, deps);
  const isFile = (await stat(path)).isFile();
  return isFile ? fileContext(path) : listContext(path, "Dockerfile", undefined, build?.ignore);
}

async function insideWorkspace(context: string, deps: Workspace): Promise<string> {
  return pathInside(deps.workspaceRoot, deps.runFileFolder, context, "Build context");
}

/** The Dockerfile on this host. */
export function dockerfileOf(template: Template, source: BuildSource, content: Content): string {
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
