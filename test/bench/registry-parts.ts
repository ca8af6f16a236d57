import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import { server } from "../../src/config/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { registrySettings, resolveImage } from "../../src/registry/index.ts";

export const templates = fileURLToPath(new URL("../../templates", import.meta.url));

export const everything = {
  template: "npm",
  with: { package: "@modelcontextprotocol/server-everything", version: "2026.8.31" },
} as const;

/** The registry on the real engine, with the templates of a folder; close the engine at the end. */
export async function registryOf(workspace: string, templatesFolder: string) {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const deps = {
    ...registrySettings(process.env, templatesFolder),
    engine,
    clock: systemClock,
    onProgress: () => undefined,
    workspaceRoot: workspace,
    runFileFolder: workspace,
  };
  return { engine, resolve: (spec: object) => resolveImage(server.parse(spec), deps) };
}
