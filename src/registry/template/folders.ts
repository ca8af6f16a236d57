import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { resolveInside, type TemplateFolder } from "../../config/index.ts";
import { asFault } from "../../fault/index.ts";
import type { TemplateSource } from "./source.ts";

export type Layer = ReadonlyMap<string, TemplateSource>;

const nameForm = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** All folders of `folder` that hold a template.yml; none when it is not there. */
export async function builtInLayer(folder: string): Promise<Layer> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries
    .filter((entry) => entry.isDirectory() && holdsTemplate(join(folder, entry.name)))
    .map(
      ({ name }) =>
        [name, { name, folder: join(folder, name), file: `${name}/template.yml` }] as const,
    );
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface OwnFolders {
  readonly workspace: string;
  /** What the paths are relative to. */
  readonly from: string;
  readonly folders: readonly TemplateFolder[];
}

export interface FolderProblem {
  /** Place in `folders`, from 0. */
  readonly nth: number;
  readonly message: string;
}

/** The templates of a run file's own folders; `below` are those they may not take the place of unasked. */
export async function ownLayer(
  { workspace, from, folders }: OwnFolders,
  below: readonly Layer[],
): Promise<{ readonly layer: Layer; readonly problems: readonly FolderProblem[] }> {
  const layer = new Map<string, TemplateSource>();
  const problems: FolderProblem[] = [];
  for (const [nth, { folder, override }] of folders.entries()) {
    const refuse = (message: string) => problems.push({ nth, message });
    try {
      for (const source of await sourcesIn(
        await resolveInside(workspace, from, folder),
        workspace,
      )) {
        const taken = layer.get(source.name);
        if (!nameForm.test(source.name)) {
          refuse(`the folder ${quote(source.name)} cannot be a template: its name must be ${rule}`);
        } else if (taken !== undefined) {
          refuse(`the template ${quote(source.name)} is in ${quote(taken.file)} already`);
        } else if (!override && below.some((each) => each.has(source.name))) {
          refuse(`there is a template ${quote(source.name)} already; ${overriding(folder)}`);
        } else {
          layer.set(source.name, source);
        }
      }
    } catch (thrown) {
      refuse(`templates: ${asFault(thrown).message}`);
    }
  }
  return { layer, problems };
}

const rule = "1 to 63 characters of a-z, 0-9, - and _, beginning with a letter or digit";

function overriding(folder: string): string {
  return `to take its place, write { folder: ${JSON.stringify(folder)}, override: true }`;
}

async function sourcesIn(folder: string, workspace: string): Promise<readonly TemplateSource[]> {
  if (!(await stat(folder)).isDirectory()) {
    throw new Error(`${quote(relative(workspace, folder))} is no folder`);
  }
  if (holdsTemplate(folder)) {
    return [await sourceAt(folder, workspace)];
  }
  const names = (await readdir(folder)).filter((name) => holdsTemplate(join(folder, name)));
  if (names.length === 0) {
    throw new Error(
      `there is no template.yml in ${quote(relative(workspace, folder))} nor in a folder of it`,
    );
  }
  // One of them may be a link that leads elsewhere.
  return Promise.all(
    names
      .sort()
      .map(async (name) => sourceAt(await resolveInside(workspace, folder, name), workspace)),
  );
}

async function sourceAt(folder: string, workspace: string): Promise<TemplateSource> {
  return {
    name: basename(folder),
    folder,
    file: join(relative(workspace, folder), "template.yml"),
  };
}

function holdsTemplate(folder: string): boolean {
  return existsSync(join(folder, "template.yml"));
}

function quote(text: string): string {
  return JSON.stringify(text);
}
