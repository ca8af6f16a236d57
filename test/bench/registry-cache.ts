import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { askCache } from "../../src/action/cache-process.ts";
import { loadEntry, writeEntry } from "../../src/action/image-entry.ts";
import { bytes } from "../../src/text/index.ts";
import { startResultsService } from "../runner/results-service.ts";
import { median } from "./median.ts";
import { registryOf, templates } from "./registry-parts.ts";
import type { Row } from "./row.ts";

/** The least size of the image that is measured. */
const leastBytes = 400e6;

/** A round takes a minute; three say enough. */
const mostRounds = 3;

/** A server of which 350 MB are installed. */
const large = {
  template: "npm",
  with: { package: "mongodb-mcp-server", version: "3.0.4" },
} as const;

/**
 * An image of at least 400 MB: fetched from a workflow's cache, checked and loaded, against building it anew.
 *
 * The service is on this machine, so the way to it is free; what npm asks for comes from where it always does.
 */
export async function cacheRows(folder: string, rounds: number): Promise<readonly Row[]> {
  const own = join(folder, "cached-templates");
  cpSync(templates, own, { recursive: true });
  const dockerfile = join(own, "npm/Dockerfile");
  const text = readFileSync(dockerfile, "utf8");
  const { resolve, engine } = await registryOf(folder, own);
  const times = { build: [] as number[], save: [] as number[], restore: [] as number[] };
  let size = 0;
  try {
    for (let round = 0; round < Math.min(rounds, mostRounds); round += 1) {
      writeFileSync(
        dockerfile,
        text.replace("\nRUN npm", `\nARG ROUND=${folder}-${round}\nRUN npm`),
      );
      const service = await startResultsService();
      const client = {
        execPath: process.execPath,
        cacheEntry: fileURLToPath(new URL("../../src/main.ts", import.meta.url)),
        environment: { ...process.env, ...service.env },
        signal: new AbortController().signal,
      };
      const [buildMs, image] = await timed(() => resolve(large));
      const { sizeBytes = 0 } = (await engine.inspectImage(image.imageId)) ?? {};
      size = sizeBytes;
      const [saveMs] = await timed(async () => {
        const entry = freshFolder(folder);
        await writeEntry(entry, image.imageId, buildMs, engine, client.signal);
        expectWord("saved", await askCache("save", "key", entry, client));
      });
      await engine.removeImage(image.image);
      const [restoreMs] = await timed(async () => {
        const entry = freshFolder(folder);
        expectWord("restored", await askCache("restore", "key", entry, client));
        await loadEntry(entry, { reference: image.image, key: image.key }, engine, client.signal);
      });
      await engine.removeImage(image.image);
      await service.close();
      times.build.push(buildMs);
      times.save.push(saveMs);
      times.restore.push(restoreMs);
    }
  } finally {
    engine.close();
  }
  if (size < leastBytes) {
    throw new Error(`the image has only ${bytes(size)}`);
  }
  const [built, saved, restored] = [times.build, times.save, times.restore].map(median);
  const ratio = (restored ?? 0) / (built ?? 1);
  return [
    [
      `image of ${bytes(size)} from the cache (saving it: ${saved?.toFixed(0)} ms)`,
      `${restored?.toFixed(0)} ms`,
      `building it ${built?.toFixed(0)} ms`,
      ratio.toFixed(2),
      "< 1",
      ratio < 1 ? "yes" : "NO",
    ],
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [ms: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

function freshFolder(parent: string): string {
  const folder = join(parent, "entry");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

function expectWord(
  word: string,
  answer: { readonly word: string; readonly reason: string },
): void {
  if (answer.word !== word) {
    throw new Error(`the cache said ${answer.word}: ${answer.reason}`);
  }
}
