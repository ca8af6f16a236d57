import { defineConfig } from "vitest/config";
import { TallyReporter } from "./test/reporter/tally.ts";

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
    // Two test files at once: on two cores a third only makes waits with a limit longer.
    maxWorkers: 2,
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
  },
});
