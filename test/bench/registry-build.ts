import { execFile } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { median } from "./median.ts";
import { everything, registryOf, templates } from "./registry-parts.ts";
import type { Row } from "./row.ts";

const run = promisify(execFile);
const limit = 1.3;

/**
 * A build by the npm template on a warm base, against `npm install` of the same package in a plain container of that
 * base. Nothing of the package is in any cache of the two: each round's Dockerfile differs before the install.
 */
export async function buildRows(folder: string, rounds: number): Promise<readonly Row[]> {
  const own = join(folder, "templates");
  cpSync(templates, own, { recursive: true });
  const { resolve, engine } = await registryOf(folder, own);
  const dockerfile = join(own, "npm/Dockerfile");
  const text = readFileSync(dockerfile, "utf8");
  const ours: number[] = [];
  const plain: number[] = [];
  try {
    const { provenance } = await resolve(everything);
    const base = provenance.bases[0]?.reference ?? "";
    for (let round = 0; round < rounds; round += 1) {
      writeFileSync(
        dockerfile,
        text.replace("\nRUN npm", `\nARG ROUND=${folder}-${round}\nRUN npm`),
      );
      const began = performance.now();
      const { built, imageId } = await resolve(everything);
      if (!built) {
        throw new Error("nothing was built: the rounds' Dockerfiles do not differ");
      }
      ours.push(performance.now() - began);
      await engine.removeImage(imageId);
      plain.push(await plainInstallMs(base));
    }
  } finally {
    engine.close();
  }
  const [built, installed] = [median(ours), median(plain)];
  const ratio = built / installed;
  return [
    [
      "npm template, warm base, server-everything",
      `${built.toFixed(0)} ms`,
      `npm install in a container ${installed.toFixed(0)} ms`,
      ratio.toFixed(2),
      `≤ ${limit}`,
      ratio <= limit ? "yes" : "NO",
    ],
  ];
}

async function plainInstallMs(base: string): Promise<number> {
  const { package: name, version } = everything.with;
  const install = `cd /tmp && npm install --omit=dev --no-audit --no-fund --loglevel=error ${name}@${version}`;
  const registry = process.env["npm_config_registry"];
  const environment = registry ? ["--env", `npm_config_registry=${registry}`] : [];
  const began = performance.now();
  await run("docker", ["run", "--rm", ...environment, "--entrypoint", "sh", base, "-c", install]);
  return performance.now() - began;
}
