import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { type RegistryDeps, type ResolvedServer, resolveImage } from "../../src/registry/index.ts";
import { scratch } from "../registry/deps.ts";

/** A word that no other test has, so that nothing made with it is in any cache. */
export function newWord(): string {
  return randomBytes(6).toString("hex");
}

/** A repository of these files, gone with the test. */
export async function repositoryOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await scratch();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The server's image, which stays: others of the same content use it. */
export async function serverOf(
  template: string,
  parameters: Readonly<Record<string, string>>,
  deps: RegistryDeps,
): Promise<ResolvedServer> {
  return resolveImage(serverSchema.parse({ template, with: parameters }), deps);
}

/** The same for content that is the test's own: an image that had to be built is removed with the test. */
export async function builtServer(
  template: string,
  parameters: Readonly<Record<string, string>>,
  deps: RegistryDeps,
): Promise<ResolvedServer> {
  const result = await serverOf(template, parameters, deps);
  if (result.built) {
    onTestFinished(() => deps.engine.removeImage(result.imageId));
  }
  return result;
}
