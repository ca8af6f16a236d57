import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Fault } from "../../fault/index.ts";
import { type ShelfOptions, templateShelf } from "./shelf.ts";
import type { TemplateSource } from "./source.ts";

/** A template that comes as text. */
export interface TemplateText {
  readonly name: string;
  /** Content of its template.yml. */
  readonly template: string;
  /** Further files by their path in its folder, such as its Dockerfile. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether it may take the place of another of its name. */
  readonly override: boolean;
}

const maxFiles = 200;
const maxBytes = 2 ** 20;

/**
 * Writes a template into a new folder below `root` when it is sound; nothing stays of one that is not.
 *
 * Rejects USAGE for a name or path that is none, TEMPLATE_NAME_TAKEN, TEMPLATE_INVALID with every problem at its line.
 */
export async function writeTemplate(
  text: TemplateText,
  root: string,
  options: ShelfOptions,
): Promise<TemplateSource> {
  const { name, override } = text;
  check(text);
  const there = await templateShelf(options);
  if (!override && there.names.includes(name)) {
    throw new Fault(
      "TEMPLATE_NAME_TAKEN",
      `Template "${name}" cannot be registered: there is a ${there.origin(name)} one already.`,
    );
  }
  const parent = await mkdtemp(join(root, "template-"));
  const source = { name, folder: join(parent, name), file: `${name}/template.yml` };
  try {
    for (const [path, content] of Object.entries({
      ...text.files,
      "template.yml": text.template,
    })) {
      await mkdir(dirname(join(source.folder, path)), { recursive: true });
      await writeFile(join(source.folder, path), content);
    }
    const registered = new Map(options.registered).set(name, source);
    await (await templateShelf({ ...options, registered })).load(name);
    return source;
  } catch (thrown) {
    await rm(parent, { recursive: true, force: true });
    throw thrown;
  }
}

function check({ name, template, files }: TemplateText): void {
  const paths = Object.keys(files);
  const bytes = [template, ...Object.values(files)]
    .map((each) => Buffer.byteLength(each))
    .reduce((sum, each) => sum + each, 0);
  const problems = [
    ...(/^[a-z0-9][a-z0-9_-]{0,62}$/.test(name)
      ? []
      : [`${JSON.stringify(name)} is no name: 1 to 63 characters of a-z, 0-9, - and _`]),
    ...paths
      .filter((path) => !isPath(path))
      .map((path) => `${JSON.stringify(path)} is no path of a file in its folder`),
    ...(paths.length > maxFiles ? [`it has ${paths.length} files, more than ${maxFiles}`] : []),
    ...(bytes > maxBytes ? [`it has ${bytes} bytes, more than ${maxBytes}`] : []),
  ];
  if (problems.length > 0) {
    throw new Fault("USAGE", `The template cannot be registered: ${problems.join("; ")}.`);
  }
}

/** Below the folder, and nothing a file system could read as another place. */
function isPath(path: string): boolean {
  const parts = path.split("/");
  return (
    path !== "template.yml" &&
    path.length <= 200 &&
    !/[\\\0]/.test(path) &&
    parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}
