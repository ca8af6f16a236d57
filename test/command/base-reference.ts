import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { hubBaseImage, provideBase } from "../../src/registry/index.ts";
import { registryDeps } from "../registry/deps.ts";

/** Reference of an image that is on the engine: the base of Node.js servers. */
export async function baseReference(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "base-reference-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return (await provideBase(hubBaseImage, await registryDeps(folder))).reference;
}
