// One registry phase in a process of its own: resolves every server of a run file at once, as a run does, and prints
// what that took as JSON. Usage: registry-phase.ts RUN-FILE
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import { loadRunFile } from "../../src/config/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { registrySettings, resolveImage, templateShelf } from "../../src/registry/index.ts";

export interface Phase {
  readonly phaseMs: number;
  readonly cpuMs: number;
  readonly servers: number;
  readonly builds: number;
}

const file = process.argv[2] ?? "";
const folder = dirname(file);
const templates = fileURLToPath(new URL("../../templates", import.meta.url));
const shelf = await templateShelf({ templatesFolder: templates });
const engine = await connectEngine({ environment: process.env, clock: systemClock });
const { runFile } = await loadRunFile({
  file,
  text: readFileSync(file, "utf8"),
  workspace: folder,
  variables: {},
  environment: {},
  templates: shelf,
});
const deps = {
  ...registrySettings(process.env, templates),
  templates: shelf,
  engine,
  clock: systemClock,
  onProgress: () => undefined,
  workspaceRoot: folder,
  runFileFolder: folder,
};
const cpu = process.cpuUsage();
const began = performance.now();
const resolved = await Promise.all(
  Object.values(runFile.servers).map((server) => resolveImage(server, deps)),
);
const phaseMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpu);
engine.close();
const phase: Phase = {
  phaseMs,
  cpuMs: (user + system) / 1000,
  servers: resolved.length,
  builds: resolved.filter((each) => each.built).length,
};
process.stdout.write(`${JSON.stringify(phase)}\n`);
