import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { everything, registryOf, templates } from "./registry-parts.ts";
import type { Row } from "./row.ts";

const run = promisify(execFile);
const limit = 10;

/** Sum of the sizes of all files below node_modules, as the package manager put them there. */
const sum = `
const { readdirSync, statSync } = require("fs");
const files = readdirSync("/opt/server/node_modules", { recursive: true, withFileTypes: true });
console.log(files.filter((file) => file.isFile()).reduce((total, file) => total + statSync(file.parentPath + "/" + file.name).size, 0));
`;

/** What an image of the npm template has beyond its base and its package's files. */
export async function sizeRows(folder: string): Promise<readonly Row[]> {
  const { resolve, engine } = await registryOf(folder, templates);
  try {
    const { provenance, imageId } = await resolve(everything);
    const base = await engine.inspectImage(provenance.bases[0]?.reference ?? "");
    const { stdout } = await run("docker", [
      "run",
      "--rm",
      "--entrypoint",
      "node",
      imageId,
      "-e",
      sum,
    ]);
    const packages = Number(stdout);
    const overhead = (provenance.imageBytes - (base?.sizeBytes ?? 0) - packages) / 2 ** 20;
    return [
      [
        "npm image over base and package files",
        `${overhead.toFixed(1)} MiB`,
        `packages ${(packages / 2 ** 20).toFixed(1)} MiB`,
        "",
        `≤ ${limit} MiB`,
        overhead <= limit ? "yes" : "NO",
      ],
    ];
  } finally {
    engine.close();
  }
}
