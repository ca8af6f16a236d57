// Links /opt/server/program to the program of the package that was just installed.
import { existsSync, readFileSync, symlinkSync } from "node:fs";

const [, , packageName, wanted] = process.argv;
const manifest = JSON.parse(readFileSync(`node_modules/${packageName}/package.json`, "utf8"));
const shortName = packageName.split("/").at(-1);
const programs = typeof manifest.bin === "string" ? [shortName] : Object.keys(manifest.bin ?? {});
const program =
  wanted || (programs.length === 1 ? programs[0] : programs.find((name) => name === shortName));

if (programs.length === 0) {
  fail("has no program to start (no `bin` in its package.json)");
}
if (program === undefined || !programs.includes(program)) {
  fail(
    `${wanted ? `has no program "${wanted}"` : "has several programs"}; choose one with \`bin\`: ${programs.join(", ")}`,
  );
}
const file = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[program];
if (!existsSync(`node_modules/.bin/${program}`)) {
  fail(
    `names ${file} as its program, but does not contain it; look at \`files\` in its package.json`,
  );
}
if (!readFileSync(`node_modules/.bin/${program}`, "latin1").startsWith("#!")) {
  fail(`names ${file} as its program, which does not begin with #!, as in #!/usr/bin/env node`);
}
symlinkSync(`node_modules/.bin/${program}`, "program");
console.log(`installed ${packageName}@${manifest.version}, program ${program}`);

function fail(reason) {
  console.error(`${packageName}@${manifest.version} ${reason}`);
  process.exit(1);
}
