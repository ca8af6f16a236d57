import { rmSync } from "node:fs";
import type {
  BuildImageRequest,
  CallContext,
  ImageView,
  RegisterTemplateRequest,
  TemplateView,
} from "../api/index.ts";
import { makeTempFolder } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";
import {
  type ShelfOptions,
  type TemplateShelf,
  templateShelf,
  viewTemplates,
  writeTemplate,
} from "../registry/index.ts";
import { createImageOnce } from "./image-once.ts";
import { specOf } from "./wanted-of.ts";
import type { World } from "./world.ts";

/** What is done with templates over the API. */
export interface TemplateDesk {
  shelf(): Promise<TemplateShelf>;
  list(): Promise<readonly TemplateView[]>;
  register(request: RegisterTemplateRequest): Promise<TemplateView>;
  buildImage(request: BuildImageRequest, context: CallContext): Promise<ImageView>;
  /** Removes the files of what was registered. */
  close(): void;
}

/** `workspace` is what folders in parameters are relative to, and may not leave. */
export function openTemplateDesk(world: World, workspace: string): TemplateDesk {
  let root: string | undefined;
  const options = (): ShelfOptions => ({ ...world.registry, registered: world.registered });
  const shelf = () => templateShelf(options());
  return {
    shelf,
    list: async () => viewTemplates(await shelf()),
    async register(request) {
      root ??= makeTempFolder(world.ownership);
      const source = await writeTemplate(request, root, options());
      world.registered.set(source.name, source);
      const [view] = await viewTemplates(await shelf(), [source.name]);
      if (view === undefined) {
        throw new Fault("INTERNAL", `Template "${source.name}" was registered, and is not there.`);
      }
      return view;
    },
    async buildImage(request, { progress, signal }) {
      const templates = await shelf();
      const spec = await specOf({ ...request, envVars: {}, volumes: [] }, templates);
      if (spec.url !== undefined) {
        throw new Fault("USAGE", `Servers of template "${request.serverType}" have no image.`);
      }
      const origin = { workspace, folder: workspace, secrets: {}, templates };
      const built = await createImageOnce(spec, origin, world)(progress, signal);
      return {
        serverType: built.template,
        image: built.image,
        imageId: built.imageId,
        version: built.version ?? null,
        imageBytes: built.provenance.imageBytes,
        packages: built.provenance.packages.length,
        built: built.built,
        buildMs: built.buildMs,
      };
    },
    close() {
      if (root !== undefined) {
        rmSync(root, { recursive: true, force: true });
      }
    },
  };
}
