// Packs the folder as npm would publish it: /packed/package.tgz, its name, what it depends on, and from where.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";

const [, , script] = process.argv;
mkdirSync("/packed");
// One that was brought back by a rule of the repository is of another machine.
process.chdir("/tree");
rmSync("node_modules", { recursive: true, force: true });
if (existsSync("/source/node_modules")) {
  symlinkSync("/source/node_modules", "node_modules");
}
const { scripts = {} } = JSON.parse(readFileSync("package.json", "utf8"));
if (["prepare", "prepack", "postpack", script].some((each) => each in scripts)) {
  // The install before had none of the source and ran no scripts; some dependencies are made by theirs.
  npm(["rebuild", "--ignore-scripts=false"]);
}
if (script) {
  npm(["run", script]);
}
npm(["pack", "--pack-destination", "/packed"]);
// A script may have written another manifest.
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const archive = `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`;
renameSync(`/packed/${archive}`, "/packed/package.tgz");
writeFileSync("/packed/name", manifest.name);
const kept = ["dependencies", "optionalDependencies"];
const dependencies = Object.fromEntries(kept.map((key) => [key, manifest[key] ?? {}]));
writeFileSync("/packed/npmrc", existsSync(".npmrc") ? readFileSync(".npmrc") : "");
writeFileSync("/packed/dependencies.json", JSON.stringify({ private: true, ...dependencies }));

function npm(args) {
  try {
    execFileSync("npm", [...args, "--no-update-notifier", "--loglevel=error"], {
      stdio: "inherit",
    });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}
