// @ts-check
// Builds a copy of this checkout in another folder and compares with dist/ byte by byte: dist is current, and the
// build does not depend on where it runs.
import { execFile } from "node:child_process";
import { cp, link, mkdir, readdir, readFile, readlink, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const copy = join(root, ".cache/check-dist");

await rm(copy, { recursive: true, force: true });
await mkdir(copy, { recursive: true });
for (const name of ["package.json", "tsconfig.json", "src", ".github/scripts"]) {
  await cp(join(root, name), join(copy, name), { recursive: true });
}
await linkTree(join(root, "node_modules"), join(copy, "node_modules"));
await run(process.execPath, [".github/scripts/build.mjs"], { cwd: copy }).catch(async (error) => {
  await rm(copy, { recursive: true, force: true });
  console.error(`${error.stdout}${error.stderr}`);
  process.exit(1);
});

const [built, present] = await Promise.all([
  filesOf(join(copy, "dist")),
  filesOf(join(root, "dist")),
]);
const differing = [...new Set([...built.keys(), ...present.keys()])].sort().flatMap((path) => {
  const [now, before] = [built.get(path), present.get(path)];
  if (before === undefined) {
    return [`dist/${path} is missing`];
  }
  if (now === undefined) {
    return [`dist/${path} should not exist`];
  }
  return now.equals(before) ? [] : [`dist/${path} differs from what src builds`];
});
await rm(copy, { recursive: true, force: true });
if (differing.length > 0) {
  console.error(differing.join("\n"));
  console.error("Run `npm run build` and commit dist.");
  process.exitCode = 1;
} else {
  console.log(
    `dist is current: ${present.size} files, the same bytes when built in another folder.`,
  );
}

/**
 * A copy by hard links: module paths must be real, since a symbolic link would be resolved to the original's place.
 *
 * @param {string} from
 * @param {string} to
 */
async function linkTree(from, to) {
  await mkdir(to);
  for (const file of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, file.name), join(to, file.name)];
    if (file.isDirectory()) {
      await linkTree(source, target);
    } else if (file.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else {
      await link(source, target);
    }
  }
}

/**
 * @param {string} folder
 * @returns {Promise<Map<string, Buffer>>}
 */
async function filesOf(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return new Map(
    await Promise.all(
      paths.map(
        async (path) =>
          /** @type {const} */ ([path.slice(folder.length + 1), await readFile(path)]),
      ),
    ),
  );
}
