// Runs the tests that need an engine against other engines than this machine's, and says what passes.
// Usage: other-engines.ts [--write] [NAME…]; --write brings docs/engines.md up to date.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { table } from "../../src/text/index.ts";
import { debianTree } from "./debian-tree.ts";
import { type OtherEngine, otherEngines } from "./engine-list.ts";
import { pageWith, type Verdict } from "./page.ts";
import { type PrivateEngine, startPrivateEngine } from "./private-engine.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const images = ["docker-mcp-manager/base-node:24"];

/** As much as is read of vitest's JSON report. */
interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: "passed" | "failed" | "skipped" | "pending" | "todo";
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

async function judge(other: OtherEngine): Promise<Verdict> {
  const tree = await debianTree(other.name, other.packages);
  await using engine = await startPrivateEngine({
    tree,
    diskMib: 4096,
    ...(other.command && { command: other.command }),
  });
  await engine.take(...images);
  const client = await connectEngine({ environment: engine.environment, clock: systemClock });
  const { info } = client;
  client.close();
  console.log(`${other.name}: ${info.kind} ${info.version}, API ${info.apiVersion}`);
  return { info, ...countsOf(await runTests(engine, other)) };
}

/**
 * In the engine's own network, where its containers are reached; its socket stands at the usual place, for the tests
 * that ask for it there. There is no way out of that network: tests that fetch packages are not among these.
 */
async function runTests(engine: PrivateEngine, other: OtherEngine): Promise<Results> {
  const report = join(engine.folder, "report.json");
  const vitest = [process.execPath, join(root, "node_modules/vitest/vitest.mjs"), "run"];
  const words = [
    ...vitest,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
    ...other.tests,
  ];
  const script = [
    "mount -t sysfs sysfs /sys",
    `mount --bind ${engine.folder}/d.sock /var/run/docker.sock`,
    'exec "$@"',
  ].join(" && ");
  const child = spawn(
    "nsenter",
    [`--net=/proc/${engine.pid}/ns/net`, "unshare", "--mount", "sh", "-c", script, "sh", ...words],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  await once(child, "close");
  return JSON.parse(readFileSync(report, "utf8")) as Results;
}

function countsOf({ testResults }: Results): Omit<Verdict, "info"> {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const unloaded = testResults.filter(
    ({ assertionResults, message }) => assertionResults.length === 0 && message !== "",
  );
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    skipped: tests.filter(({ status }) => !["passed", "failed"].includes(status)).length,
    failed: [
      ...tests
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => ({
          test: fullName.trim(),
          why: firstLine(failureMessages[0] ?? ""),
        })),
      ...unloaded.map(({ name, message }) => ({
        test: name.replace(root, ""),
        why: firstLine(message),
      })),
    ],
  };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const verdicts = new Map<string, Verdict>();
for (const other of otherEngines.filter(({ name }) => names.length === 0 || names.includes(name))) {
  verdicts.set(other.name, await judge(other));
}
const rows = [...verdicts].map(([name, { info, passed, failed, skipped }]) => [
  name,
  info.version,
  String(passed),
  String(failed.length),
  String(skipped),
]);
console.log(table([["ENGINE", "VERSION", "PASSED", "FAILED", "SKIPPED"], ...rows]));
for (const [name, { failed }] of verdicts) {
  failed.forEach(({ test, why }) => console.log(`${name}: ${test}\n    ${why}`));
}
if (process.argv.includes("--write")) {
  const page = join(root, "docs/engines.md");
  writeFileSync(page, pageWith(readFileSync(page, "utf8"), verdicts));
}
const unexpected = [...verdicts].filter(
  ([name, { failed }]) =>
    failed.length > 0 && otherEngines.find((other) => other.name === name)?.mustPass !== false,
);
process.exitCode = unexpected.length === 0 ? 0 : 1;
