import { z } from "zod";
import { noNul } from "./fields.ts";
import { grow } from "./grow.ts";
import { type Fillings, lookupIn } from "./lookup.ts";
import { readSource } from "./source.ts";
import { child, type Tree } from "./tree.ts";
import { plainOf } from "./values.ts";

const folder = noNul
  .min(1)
  .describe(
    "Folder with a template.yml, or with such folders in it; relative to the run file, inside the workspace.",
  );

const templateFolder = z.union([
  folder.transform((path) => ({ folder: path, override: false })),
  z.strictObject({
    folder,
    override: z
      .boolean()
      .default(false)
      .describe("Whether its templates may take the place of others of the same name."),
  }),
]);

/** Where a run file's own templates are: a folder, or a list of them. */
export const templateFolders = z
  .union([
    folder.transform((path) => [{ folder: path, override: false }]),
    z.array(templateFolder).min(1).max(50),
  ])
  .describe("Templates of your own, each a folder; the templates that are built in need no word.")
  .meta({ examples: ["./templates", [{ folder: "./templates/npm", override: true }]] });

export type TemplateFolder = z.output<typeof templateFolder>;

/** The template folders that the text of a run file names; none when they are not written as they should be. */
export function writtenTemplates(text: string, fillings: Fillings): readonly TemplateFolder[] {
  // Most run files name none, and reading one takes some milliseconds.
  const source = text.includes("templates") ? readSource(text.replace(/^\ufeff/, "")) : undefined;
  if (source?.document === undefined) {
    return [];
  }
  const { tree } = grow(source.document, text, lookupIn(fillings));
  const written = child(tree, "templates");
  // What could not be filled in is told where the values are.
  const isOpen = folderTrees(tree).some(
    (folderTree) => folderTree.kind === "scalar" && folderTree.broken,
  );
  const parsed = written && !isOpen && templateFolders.safeParse(plainOf(written));
  return parsed && parsed.success ? parsed.data : [];
}

/** Every template folder as it is written, in the order of `writtenTemplates`. */
export function folderTrees(root: Tree): readonly Tree[] {
  const written = child(root, "templates");
  const all = written?.kind === "list" ? written.items : written === undefined ? [] : [written];
  return all.map((tree) => child(tree, "folder") ?? tree);
}
