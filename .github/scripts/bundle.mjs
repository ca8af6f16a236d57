// @ts-check
// Bundles one compiled entry: `bundle.mjs build/main.js dist/main`. Prints the bundled modules' paths as JSON.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
// @ts-expect-error ncc comes without types.
import ncc from "@vercel/ncc";

const [entry = "", out = ""] = process.argv.slice(2);

const { code, assets, stats } = await ncc(resolve(entry), {
  target: "es2022",
  cache: false,
  quiet: true,
  // No asset is copied: what ncc finds are gRPC's .proto files, which nothing here reads.
  customEmit: () => false,
});

await mkdir(out, { recursive: true });
await write(join(out, "index.js"), code);
for (const [name, { source }] of Object.entries(assets)) {
  await write(join(out, name), source);
}
if (code.startsWith("#!")) {
  await chmod(join(out, "index.js"), 0o755);
}

const { chunks, chunkGraph } = stats.compilation;
/** @type {Set<string>} */
const modules = new Set();
for (const chunk of chunks) {
  for (const module of chunkGraph.getChunkModulesIterable(chunk)) {
    collect(module);
  }
}
process.stdout.write(JSON.stringify([...modules].toSorted()), () => process.exit());

/** @param {{ modules?: Iterable<any>, nameForCondition?: () => string | null }} module */
function collect(module) {
  // Several ES modules joined into one: the list of its parts is what counts.
  for (const part of module.modules ?? []) {
    collect(part);
  }
  const path = module.nameForCondition?.();
  if (path) {
    modules.add(path);
  }
}

/**
 * @param {string} path
 * @param {string | Uint8Array} source
 */
async function write(path, source) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, source);
}
