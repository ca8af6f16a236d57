// @ts-check
// Every gate that needs no container, two at a time. Names one or more gates to run only those.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Gate → commands, and what cures it. The longest comes first so that the others fit beside it. */
const gates = {
  dist: {
    commands: ["node .github/scripts/check-dist.mjs"],
    cure: "npm run build, and commit dist",
  },
  types: { commands: ["tsc -p . --noEmit", "tsc -p test"], cure: "correct the types" },
  lint: {
    commands: ["oxlint --type-aware --deny-warnings --report-unused-disable-directives"],
    cure: "correct the places; `oxlint --fix` can do some",
  },
  format: { commands: ["biome check --error-on-warnings ."], cure: "npm run format" },
  unused: { commands: ["knip --no-progress"], cure: "remove what nothing uses, or use it" },
  generated: {
    commands: ["node .github/scripts/generate.mjs --check"],
    cure: "npm run generate, and commit",
  },
  catalogue: { commands: ["node .github/scripts/catalogue.mjs"], cure: "write the tests" },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in gates));
if (unknown.length > 0) {
  console.error(`No gate ${unknown.join(", ")}; there are ${Object.keys(gates).join(", ")}.`);
  process.exit(2);
}
const waiting = Object.entries(gates).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);
const count = waiting.length;
/** @type {string[]} */
const failed = [];
const started = performance.now();
await Promise.all([worker(), worker()]);
const seconds = since(started);
console.log(
  failed.length === 0
    ? `All ${count} checks passed in ${seconds}.`
    : `${failed.length} of ${count} checks failed in ${seconds}: ${failed.join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function worker() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, { commands, cure }] = next;
    const start = performance.now();
    let failure = "";
    for (const command of commands) {
      const { ok, output } = await run(command);
      if (!ok) {
        failure = `$ ${command}\n${output.trimEnd()}\n`;
        break;
      }
    }
    const ok = failure === "";
    console.log(`${ok ? "✓" : "✗"} ${name.padEnd(10)} ${since(start).padStart(7)}`);
    if (!ok) {
      failed.push(name);
      console.log(`${failure}Cure: ${cure}\n`);
    }
  }
}

/**
 * @param {string} command
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(command) {
  const [program = "", ...args] = command.split(" ");
  const path = program === "node" ? process.execPath : `${root}node_modules/.bin/${program}`;
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(path, args, {
      cwd: root,
      env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env["PATH"]}` },
    });
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => resolve({ ok: false, output: String(error) }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** @param {number} start */
function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
