import type { Engine, ImageInfo } from "../../engine/index.ts";
import { imageLabels } from "../labels.ts";
import type { RegistryDeps } from "../resolve.ts";
import type { Template } from "../template/template.ts";
import { type BuildSource, type Content, contentOf, keyOf } from "./content.ts";

/** What is built from, and what the image will be called. */
export interface PlannedBuild {
  readonly content: Content;
  readonly key: string;
  readonly reference: string;
}

export async function planBuild(
  template: Template,
  source: BuildSource,
  deps: Pick<RegistryDeps, "workspaceRoot" | "runFileFolder">,
): Promise<PlannedBuild> {
  const content = await contentOf(template, source, deps);
  const key = await keyOf(template, source, content);
  return { content, key, reference: `docker-mcp-manager/${template.name}:${key.slice(0, 16)}` };
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
