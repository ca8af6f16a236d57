// Writes /opt/server/packages.tsv: what npm installed, by its own lock file, the server's package first.
import { readFileSync, writeFileSync } from "node:fs";

const [, , server] = process.argv;
const { packages } = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8"));
const lines = new Set();
for (const path of [`node_modules/${server}`, ...Object.keys(packages).sort()]) {
  const { link, name, version, license } = packages[path] ?? {};
  const called = name ?? path.split("node_modules/").at(-1);
  if (!link && version !== undefined) {
    const licence = typeof license === "string" ? [license] : [];
    lines.add(["npm", called, version, ...licence].join("\t"));
  }
}
writeFileSync("packages.tsv", `${[...lines].join("\n")}\n`);
