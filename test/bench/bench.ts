// Benchmarks: ratios against a named floor or peer in the same run, interleaved, medians. Usage: bench.ts [ROUNDS]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import { server as serverSchema } from "../../src/config/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { resolveImage } from "../../src/registry/index.ts";
import type { Report } from "../../src/report/index.ts";
import { table as alignedTable, bytes } from "../../src/text/index.ts";
import { type Measured, measure } from "./measure.ts";

const rounds = Number(process.argv[2] ?? 9);
const root = fileURLToPath(new URL("../../", import.meta.url));
const cli = join(root, "dist/cli/index.js");
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const everything = `template: npm
    with: { package: "@modelcontextprotocol/server-everything", version: "2026.8.31" }`;

function runFile(name: string, servers: Record<string, string>, steps: string): string {
  const file = join(folder, `${name}.yml`);
  const declared = Object.entries(servers).map(([server, how]) => `  ${server}:\n    ${how}`);
  const scenarios = Object.keys(servers).map(
    (server) => `  - name: ${server}\n    server: ${server}\n    steps:\n${steps}`,
  );
  writeFileSync(
    file,
    `version: 1\nservers:\n${declared.join("\n")}\nscenarios:\n${scenarios.join("\n")}\n`,
  );
  return file;
}

function run(file: string): Promise<Measured> {
  return measure(folder, [cli, "run", file, "--out", join(folder, "out")]);
}

async function imageOf(): Promise<string> {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const spec = serverSchema.parse({
    template: "npm",
    with: { package: "@modelcontextprotocol/server-everything", version: "2026.8.31" },
  });
  const resolved = await resolveImage(spec, {
    engine,
    clock: systemClock,
    onProgress: () => undefined,
    cacheFolder: folder,
    templatesFolder: join(root, "templates"),
    workspaceRoot: root,
    runFileFolder: root,
  });
  engine.close();
  return resolved.imageId;
}

/** Runs the contenders in turn, `rounds` times; medians of what `pick` takes from each. */
async function interleave(
  contenders: Record<string, () => Promise<Measured>>,
  pick: (measured: Measured) => number,
): Promise<Record<string, number>> {
  const all = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, contender] of Object.entries(contenders)) {
      all.get(name)?.push(pick(await contender()));
    }
  }
  return Object.fromEntries([...all].map(([name, values]) => [name, median(values)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const table: string[][] = [["measure", "ours", "reference", "ratio", "limit", "held"]];

function compare(
  measureName: string,
  ours: number,
  reference: number,
  named: string,
  limit: number,
): void {
  const ratio = ours / reference;
  table.push([
    measureName,
    `${ours.toFixed(0)} ms`,
    `${named} ${reference.toFixed(0)} ms`,
    ratio.toFixed(2),
    `≤ ${limit}`,
    ratio <= limit ? "yes" : "NO",
  ]);
}

const oneCall = `      - list: tools
      - call: echo
        with: { message: hello }
        expect: { text: { contains: hello } }`;
const fiftyCalls = `      - list: tools\n${Array.from(
  { length: 50 },
  () => "      - { call: echo, with: { message: hello }, expect: { text: { contains: hello } } }",
).join("\n")}`;

const image = await imageOf();
const cold = runFile("cold", { everything }, oneCall);
// server-everything keeps a timer of 350 ms after the handshake, which the check of its exit waits for by design.
const killed = runFile(
  "killed",
  { everything: `${everything}\n    stop: { eof: 0s, sigterm: 0s }` },
  oneCall,
);
const coldWalls = await interleave(
  {
    floor: () => measure(folder, [join(root, "test/bench/floor.ts"), image, "1"]),
    ours: () => run(cold),
    killed: () => run(killed),
    testcontainers: () =>
      measure(folder, [join(root, "test/bench/testcontainers-peer.ts"), image], {
        TESTCONTAINERS_RYUK_DISABLED: "true",
      }),
  },
  (measured) => measured.wallMs,
);
compare(
  "cold run, whole process",
  coldWalls["ours"] ?? 0,
  coldWalls["floor"] ?? 0,
  "dockerode",
  1.6,
);
compare(
  "the same, killed as the floor kills",
  coldWalls["killed"] ?? 0,
  coldWalls["floor"] ?? 0,
  "dockerode",
  1.6,
);
compare(
  "cold run, whole process",
  coldWalls["ours"] ?? 0,
  coldWalls["testcontainers"] ?? 0,
  "testcontainers",
  0.9,
);

const fifty = runFile("fifty", { everything }, fiftyCalls);
const fiftyOurs = await interleave(
  {
    floor: () => measure(folder, [join(root, "test/bench/floor.ts"), image, "50"]),
    ours: () => run(fifty),
  },
  (measured) => (measured.out.includes('"callsMs"') ? floorCallsMs(measured.out) : ourCallsMs()),
);
compare(
  "50 calls on one server",
  fiftyOurs["ours"] ?? 0,
  fiftyOurs["floor"] ?? 0,
  "dockerode",
  1.25,
);

function floorCallsMs(out: string): number {
  // Printed by floor.ts as its one line.
  return (JSON.parse(out) as { callsMs: number }).callsMs;
}

/** From the first call's request to the last call's answer. */
function ourCallsMs(): number {
  const report = JSON.parse(readFileSync(join(folder, "out", "report.json"), "utf8")) as Report;
  const steps = report.scenarios[0]?.steps.filter((step) => step.verb === "call") ?? [];
  const first = steps[0];
  const last = steps.at(-1);
  return first === undefined || last === undefined
    ? Number.NaN
    : last.startedAtMs + last.durationMs - first.startedAtMs;
}

const cpu = await interleave(
  { one: () => run(cold), fifty: () => run(fifty) },
  (measured) => measured.cpuMs,
);
const cpuPerCallMs = ((cpu["fifty"] ?? 0) - (cpu["one"] ?? 0)) / 49;
table.push([
  "client CPU per further call, parsing and report included",
  `${cpuPerCallMs.toFixed(1)} ms`,
  "",
  "",
  "",
  "",
]);

const quick = {
  everything,
  files: `template: npm
    with: { package: "@modelcontextprotocol/server-filesystem", version: "2026.8.31" }
    args: [/tmp]`,
  memory: `template: npm
    with: { package: "@modelcontextprotocol/server-memory", version: "2026.8.31" }
    env: { MEMORY_FILE_PATH: /tmp/memory.jsonl }`,
};
const justList = "      - list: tools";
const three = runFile("three", quick, justList);
const alone = Object.entries(quick).map(
  ([name, how]) => [name, runFile(name, { [name]: how }, justList)] as const,
);
const parallel = await interleave(
  {
    three: () => run(three),
    ...Object.fromEntries(alone.map(([name, file]) => [name, () => run(file)])),
  },
  (measured) => measured.wallMs,
);
const slowest = Math.max(...alone.map(([name]) => parallel[name] ?? 0));
compare("three servers in parallel", parallel["three"] ?? 0, slowest, "slowest alone", 1.5);

const firstLines: number[] = [];
for (let round = 0; round < 15; round += 1) {
  firstLines.push(await firstLineMs(join(root, "dist/main/index.js")));
}
const fastest = Math.min(...firstLines);
table.push([
  "first line of dist/main, fastest",
  `${fastest.toFixed(0)} ms`,
  "",
  "",
  "≤ 150 ms",
  fastest <= 150 ? "yes" : "NO",
]);

/** Runs main without a run file: it says so and ends. */
function firstLineMs(entry: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [entry], {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        INPUT_CONFIG: "absent.yml",
        RUNNER_TEMP: folder,
        GITHUB_WORKSPACE: folder,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const seen = Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]).then(
      () => performance.now() - began,
    );
    child.on("error", reject);
    child.on("close", () => resolve(seen));
  });
}

function folderBytes(path: string): number {
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

process.stdout.write(`${alignedTable(table)}\n\n`);
for (const bundle of ["main", "post", "manager", "cli"]) {
  process.stdout.write(`dist/${bundle}: ${bytes(folderBytes(join(root, "dist", bundle)))}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(table.some((row) => row.at(-1) === "NO") ? 1 : 0);
