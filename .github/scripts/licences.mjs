// @ts-check
// The licences of everything bundled, from the modules that really are in the bundles.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Licences of packages which state none themselves, each with the reason. */
const stated = new Map([
  // Its author's binary and chainsaw, which it was written for and which bring it, are MIT/X11.
  ["buffers@0.1.1", "MIT"],
]);

/** Texts for packages that name their licence but carry no file of it. */
const standardTexts = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};

/**
 * One text with the licence of every package that owns one of `modules`; fails when a package has none.
 *
 * @param {readonly string[]} modules absolute paths
 * @param {string} root our own package, which is left out
 * @returns {Promise<{ text: string, packages: string[] }>}
 */
export async function licencesOf(modules, root) {
  /** @type {Map<string, string>} */
  const blocks = new Map();
  const seen = new Map();
  for (const path of modules) {
    const { folder, manifest } = await packageOf(dirname(path), seen);
    const id = `${manifest.name}@${manifest.version}`;
    if (join(folder, "/") !== join(root, "/") && !folder.startsWith(join(root, "src/"))) {
      blocks.set(id, blocks.get(id) ?? (await block(id, folder, manifest)));
    }
  }
  const packages = [...blocks.keys()].sort();
  const rule = `\n\n${"-".repeat(100)}\n\n`;
  const head = `Software of others in these bundles: ${packages.length} packages.`;
  return { text: `${[head, ...packages.map((id) => blocks.get(id))].join(rule)}\n`, packages };
}

/**
 * @param {string} id
 * @param {string} folder
 * @param {{ license?: string, author?: string | { name?: string } }} manifest
 */
async function block(id, folder, manifest) {
  const licence = manifest.license ?? stated.get(id);
  /** @type {string[]} */
  const names = (await readdir(folder)).filter((name) =>
    /^(licen[cs]e|copying|notice)(?!.*\.(js|ts)$)/i.test(name),
  );
  const texts = await Promise.all(
    names
      .sort()
      .map(async (name) =>
        (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n").trim(),
      ),
  );
  if (texts.every((text) => text.length === 0)) {
    texts.push(standardText(id, licence, manifest.author));
  }
  return [`${id} (${licence ?? "see below"})`, ...texts].join("\n\n");
}

/**
 * @param {string} id
 * @param {string | undefined} licence
 * @param {string | { name?: string } | undefined} author
 */
function standardText(id, licence, author) {
  const text = standardTexts[/** @type {keyof typeof standardTexts} */ (licence?.split("/")[0])];
  if (text === undefined) {
    throw new Error(
      `${id} is bundled, but has no licence file and its licence (${licence ?? "none stated"}) no known text.`,
    );
  }
  const holder = (typeof author === "string" ? author : author?.name) ?? `the authors of ${id}`;
  return `Copyright ${holder}\n\n${text}`;
}

/**
 * The package a folder belongs to. A package.json without name or version only sets the module type.
 *
 * @param {string} folder
 * @param {Map<string, { folder: string, manifest: any }>} seen
 * @returns {Promise<{ folder: string, manifest: any }>}
 */
async function packageOf(folder, seen) {
  const known = seen.get(folder);
  if (known !== undefined) {
    return known;
  }
  const path = join(folder, "package.json");
  const manifest = existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : {};
  if (manifest.name === undefined && folder === dirname(folder)) {
    throw new Error("A bundled module belongs to no package.");
  }
  const found =
    manifest.name !== undefined && manifest.version !== undefined
      ? { folder, manifest }
      : await packageOf(dirname(folder), seen);
  seen.set(folder, found);
  return found;
}
