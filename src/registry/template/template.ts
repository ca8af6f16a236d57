import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Document } from "yaml";
import { Fault, type Problem } from "../../fault/index.ts";
import { nearest } from "./nearest.ts";
import { type TemplateFile, templateFile } from "./schema.ts";

/** A template as its `template.yml` says, with the folder it was read from. */
export type Template = TemplateFile & { readonly folder: string };

/**
 * Reads `<templatesFolder>/<name>/template.yml`.
 *
 * Rejects TEMPLATE_NOT_FOUND with the nearest name, TEMPLATE_INVALID with every problem at its line.
 */
export async function loadTemplate(templatesFolder: string, name: string): Promise<Template> {
  const folder = join(templatesFolder, name);
  const path = join(folder, "template.yml");
  // A name with a slash or dots could lead out of the templates' folder.
  const text = /^[a-z0-9][a-z0-9_-]*$/.test(name) ? await readIfThere(path) : undefined;
  if (text === undefined) {
    const known = await templateNames(templatesFolder);
    throw new Fault("TEMPLATE_NOT_FOUND", `There is no template "${name}"${nearest(name, known)}`, {
      hint: `The templates are: ${known.join(", ")}.`,
    });
  }
  return { ...(await parseTemplate(text, `${name}/template.yml`, name)), folder };
}

/** The names of all folders that hold a template.yml, sorted. */
export async function templateNames(templatesFolder: string): Promise<readonly string[]> {
  const entries = await readdir(templatesFolder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const found = await Promise.all(
    folders.map((name) => readIfThere(join(templatesFolder, name, "template.yml"))),
  );
  return folders.filter((_, index) => found[index] !== undefined).sort();
}

async function parseTemplate(text: string, file: string, name: string): Promise<TemplateFile> {
  const { LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, message };
  };
  const problems = document.errors.map((error) =>
    at(error.pos[0], error.message.split("\n")[0] ?? ""),
  );
  if (problems.length === 0) {
    const parsed = templateFile.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (parsed.success && parsed.data.name === name) {
      return parsed.data;
    }
    if (parsed.success) {
      problems.push(at(0, `name: is "${parsed.data.name}", but the folder is "${name}"`));
    }
    for (const issue of parsed.error?.issues ?? []) {
      problems.push(
        at(
          offsetOf(document, issue.path),
          `${issue.path.join(".") || "template"}: ${issue.message}`,
        ),
      );
    }
  }
  const listed = problems.map(
    (problem) => `${file}:${problem.line}:${problem.column}: ${problem.message}`,
  );
  throw new Fault("TEMPLATE_INVALID", listed.join("\n"), { problems });
}

/** Where the deepest existing part of the path begins in the text. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) {
      return node.range[0];
    }
  }
  return 0;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") {
      return undefined;
    }
    throw error;
  });
}
