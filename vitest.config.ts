import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/reporter/longest-first.ts";
import { TallyReporter } from "./test/reporter/tally.ts";

// The programs that tests start from the sources are compiled once for all: 0.5 s of processor time less for each.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL(".cache/compiled", import.meta.url));

export default defineConfig({
  // The language service below comes without the sources its maps name, which is a warning for each of its files.
  logLevel: "error",
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
    silent: "passed-only",
    reporters: ["default", new TallyReporter((line) => process.stdout.write(`${line}\n`))],
    sequence: { sequencer: LongestFirst },
    // One more than cores: half of the time of a file is waiting for containers. A fourth only makes waits with a
    // limit longer.
    maxWorkers: availableParallelism() + 1,
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
  },
});
