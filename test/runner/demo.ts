// `npm run demo`: the action's own bundles, main then post, under the local runner and Results service.
import { rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { startResultsService } from "./results-service.ts";
import { runJob } from "./runner.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const workspace = join(root, "examples/quickstart");
const folder = join(root, "docker-mcp-manager-report");

const service = await startResultsService();
const interrupted = new AbortController();
process.on("SIGINT", () => interrupted.abort());

const job = await runJob({
  steps: [{ uses: root, with: {} }],
  workspace,
  env: service.env,
  cancel: interrupted.signal,
  onLine: (line) => console.log(line),
});

rmSync(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "summary.md"), job.summary);
const artifacts = service.artifacts();
for (const artifact of artifacts) {
  const name = artifact.mimeType === "application/zip" ? `${artifact.name}.zip` : artifact.name;
  await writeFile(join(folder, name), artifact.content);
}
await service.close();

console.log(`\n──── job summary ────\n\n${job.summary.trimEnd()}\n\n──── outputs ────\n`);
for (const [name, value] of Object.entries(job.outputs)) {
  console.log(`${name}: ${job.masks.includes(value) ? "***" : value}`);
}
const html = artifacts.find((artifact) => artifact.mimeType === "text/html");
const zip = artifacts.find((artifact) => artifact.mimeType === "application/zip");
const seconds = (job.phases.reduce((sum, phase) => sum + phase.durationMs, 0) / 1_000).toFixed(1);
console.log(`
Job:          ${job.outcome}, main and post took ${seconds} s
HTML report:  ${html === undefined ? "none" : shown(html.name)}
Artifact:     ${zip === undefined ? "none" : shown(`${zip.name}.zip`)}
Summary:      ${shown("summary.md")}`);
process.exitCode = job.outcome === "success" ? 0 : 1;

function shown(name: string): string {
  return relative(process.cwd(), join(folder, name));
}
