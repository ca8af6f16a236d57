// @ts-check
// Compiles src to build/ and bundles each entry into dist/. The same input gives the same bytes in any directory.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { licencesOf } from "./licences.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Entry in src → folder in dist. */
const bundles = { main: "main", post: "post", daemon: "manager", cli: "cli" };

const started = performance.now();
await Promise.all(
  ["build", "dist"].map((name) => rm(join(root, name), { recursive: true, force: true })),
);
await tsc();
await markUrls(join(root, "build"));
const compiled = performance.now();

/** @type {string[]} */
const modules = [];
const waiting = Object.entries(bundles).filter(([entry]) =>
  existsSync(join(root, `build/${entry}.js`)),
);
// Two at a time: each takes one core and 0.6 GB.
await Promise.all([worker(), worker()]);
const licences = await licencesOf([...new Set(modules)], root);
await writeFile(join(root, "dist/licenses.txt"), licences.text);
await refuseOwnPath(join(root, "dist"));

for (const path of await filesBelow(join(root, "dist"))) {
  const { size } = await stat(path);
  console.log(`${(size / 1024).toFixed(0).padStart(7)} KiB  ${path.slice(root.length)}`);
}
const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);
console.log(
  `Built dist from ${modules.length} modules, ${licences.packages.length} packages with their licences, ` +
    `in ${seconds(performance.now() - started)} s (tsc ${seconds(compiled - started)} s).`,
);

async function worker() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [entry, folder] = next;
    const bundle = fileURLToPath(new URL("bundle.mjs", import.meta.url));
    const { stdout } = await run(
      process.execPath,
      [bundle, `build/${entry}.js`, `dist/${folder}`],
      {
        cwd: root,
        maxBuffer: 64 * 1024 * 1024,
      },
    ).catch(fail);
    modules.push(.../** @type {string[]} */ (JSON.parse(stdout)));
  }
}

async function tsc() {
  await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], {
    cwd: root,
  }).catch(fail);
}

/**
 * Says why a child failed and ends.
 *
 * @param {{ stdout?: string, stderr?: string, message: string }} error
 * @returns {never}
 */
function fail(error) {
  console.error(`${error.stdout ?? ""}${error.stderr ?? ""}` || error.message);
  process.exit(1);
}

/**
 * Marks every `new URL("…", import.meta.url)` of our code as something that is found at run time; webpack would
 * take it for an asset, copy the folder it names into dist and put a wrong path in its place.
 *
 * @param {string} folder
 */
async function markUrls(folder) {
  for (const path of await filesBelow(folder)) {
    const text = await readFile(path, "utf8");
    const marked = text.replaceAll(
      /\bnew URL\(\s*(?=["'`])/g,
      "new URL(/* webpackIgnore: true */ ",
    );
    if (marked !== text) {
      await writeFile(path, marked);
    }
  }
}

/**
 * A path of the building machine in dist would make every other machine's build differ.
 *
 * @param {string} folder
 */
async function refuseOwnPath(folder) {
  for (const path of await filesBelow(folder)) {
    if ((await readFile(path, "utf8")).includes(root)) {
      console.error(
        `${path.slice(root.length)} contains the path of this checkout, so it cannot be reproduced elsewhere.`,
      );
      process.exit(1);
    }
  }
}

/** @param {string} folder */
async function filesBelow(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
}
