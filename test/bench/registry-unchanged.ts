import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure } from "./measure.ts";
import { median } from "./median.ts";
import type { Phase } from "./registry-phase.ts";
import type { Row } from "./row.ts";

const packages = ["everything", "memory", "filesystem", "sequential-thinking"];
const limitMs = 150;

/** Ten servers whose images are all there: nothing is built, and what that takes. */
export async function unchangedRows(folder: string, rounds: number): Promise<readonly Row[]> {
  const file = runFileIn(folder);
  await phaseOf(folder, file); // builds what this machine has not yet
  const phases: Phase[] = [];
  for (let round = 0; round < rounds; round += 1) {
    phases.push(await phaseOf(folder, file));
  }
  const builds = Math.max(...phases.map((phase) => phase.builds));
  const phaseMs = median(phases.map((phase) => phase.phaseMs));
  const cpuMs = median(phases.map((phase) => phase.cpuMs));
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    ["builds for 10 unchanged servers", `${builds}`, "", "", "0", builds === 0 ? "yes" : "NO"],
    [
      "registry phase of 10 unchanged servers",
      ms(phaseMs),
      `${ms(cpuMs)} of processor`,
      "",
      `≤ ${limitMs} ms`,
      phaseMs <= limitMs ? "yes" : "NO",
    ],
  ];
}

/** Four packages with and without the name of their program, a folder with a Dockerfile, and an image. */
function runFileIn(folder: string): string {
  mkdirSync(join(folder, "own"));
  writeFileSync(join(folder, "own/Dockerfile"), "FROM docker-mcp-manager/base-node:24\n");
  const npm = packages.flatMap((name) =>
    ["", `, bin: mcp-server-${name}`].map(
      (bin) =>
        `{ template: npm, with: { package: "@modelcontextprotocol/server-${name}", version: "2026.8.31"${bin} } }`,
    ),
  );
  const servers = [...npm, "{ build: ./own }", '{ image: "docker-mcp-manager/base-node:24" }'];
  const file = join(folder, "unchanged.yml");
  writeFileSync(
    file,
    `version: 1\nservers:\n${servers.map((server, index) => `  s${index}: ${server}\n`).join("")}` +
      "scenarios: [{ name: one, server: s0, steps: [{ list: tools }] }]\n",
  );
  return file;
}

async function phaseOf(folder: string, file: string): Promise<Phase> {
  const script = fileURLToPath(new URL("registry-phase.ts", import.meta.url));
  const { out } = await measure(folder, [script, file]);
  // Printed by registry-phase.ts as its last line.
  return JSON.parse(out.trim().split("\n").at(-1) ?? "") as Phase;
}
