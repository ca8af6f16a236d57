import { dirname, resolve } from "node:path";
import { type LoadRequest, writtenTemplates } from "../../config/index.ts";
import { type ShelfOptions, type TemplateShelf, templateShelf } from "./shelf.ts";

/** The templates there are for a run file: its own, those registered, and those built in. */
export function runFileShelf(
  options: Omit<ShelfOptions, "own">,
  request: Pick<LoadRequest, "file" | "text" | "workspace" | "variables" | "environment">,
): Promise<TemplateShelf> {
  const { file, text, workspace } = request;
  const folders = writtenTemplates(text, request);
  const own = { workspace, from: dirname(resolve(workspace, file)), folders };
  return templateShelf({ ...options, ...(folders.length > 0 && { own }) });
}
