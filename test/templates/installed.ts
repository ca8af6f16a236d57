import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { type RegistryDeps, resolveImage } from "../../src/registry/index.ts";
import { outputOf, registryDeps, scratch } from "../registry/deps.ts";

/** A repository of these files (path → text, executable where it says how to be run), and a registry to build it in. */
export async function repository(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await scratch();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const mode = typeof content === "string" && !content.startsWith("#!") ? 0o644 : 0o755;
    await writeFile(join(folder, path), content, { mode });
  }
  return registryDeps(folder);
}

/** The image of a template with these parameters; it is gone after the test when the test made it. */
export async function install(
  template: string,
  parameters: Readonly<Record<string, string | boolean>>,
  deps: RegistryDeps,
) {
  const spec = serverSchema.parse({ template, with: parameters });
  const result = await resolveImage(spec, deps);
  if (result.built) {
    onTestFinished(() => deps.engine.removeImage(result.imageId));
  }
  return {
    ...result,
    /** What the program prints when its input ends at once. */
    printed: () => outputOf(deps.engine, result.imageId, {}),
    /** Text of a file in the image; undefined when there is none. */
    file: async (path: string) => {
      const bytes = await deps.engine.readImageFile(result.imageId, path);
      return bytes && Buffer.from(bytes).toString();
    },
  };
}

/** The list of packages that a template leaves in its image, a row a line. */
export function rows(text: string | undefined): readonly (readonly string[])[] {
  const lines = (text ?? "").split("\n").filter((line) => line !== "");
  return lines.map((line) => line.split("\t"));
}

export const packagesFile = "/opt/server/packages.tsv";
