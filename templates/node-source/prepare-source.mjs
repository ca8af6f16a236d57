// Installs what the package needs to be built, when packing it runs any script of its own.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const [, , script] = process.argv;
if (!existsSync("package.json")) {
  fail("the context has no package.json; `context` names the folder that holds it");
}
const { name, version, scripts = {} } = readManifest();
if (!(name && version)) {
  fail("package.json needs a name and a version: without them npm packs nothing");
}
if (script && !(script in scripts)) {
  fail(
    `package.json has no script "${script}"; it has ${Object.keys(scripts).join(", ") || "none"}`,
  );
}
const runs = ["prepare", "prepack", "postpack", script].filter((each) => each in scripts);
if (runs.length > 0) {
  const locked = existsSync("package-lock.json") || existsSync("npm-shrinkwrap.json");
  // Scripts of dependencies run; those of the package come when all of its files are there.
  const options = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  try {
    execFileSync("npm", [locked ? "ci" : "install", "--ignore-scripts", ...options], {
      stdio: "inherit",
    });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

function readManifest() {
  try {
    return JSON.parse(readFileSync("package.json", "utf8"));
  } catch (error) {
    return fail(`package.json is no JSON: ${error.message}`);
  }
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
