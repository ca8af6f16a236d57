import type { Reporter, TestModule, Vitest } from "vitest/node";

/** What a finished run amounts to. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Full names of the tests that did not run. */
  readonly skipped: readonly string[];
}

/**
 * Ends the output with `N passed, N failed`. A test that was skipped fails the run: it proved nothing.
 *
 * A test file that cannot be loaded and an error outside any test count as failed.
 */
export class TallyReporter implements Reporter {
  readonly #write: (line: string) => void;
  #vitest: Vitest | undefined;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const { passed, failed, skipped: all } = tally(modules, errors.length);
    // Tests left out by -t were not asked for.
    const skipped = this.#vitest?.config.testNamePattern === undefined ? all : [];
    for (const name of skipped) {
      this.#write(`skipped: ${name}`);
    }
    if (skipped.length > 0) {
      process.exitCode = 1;
    }
    const last = `${passed} passed, ${failed + skipped.length} failed`;
    // The summary of the default reporter comes after this hook; the line must be the last of all.
    this.#vitest?.onClose(() => this.#write(last));
  }
}

function tally(modules: readonly TestModule[], errors: number): Tally {
  let passed = 0;
  let failed = errors;
  const skipped: string[] = [];
  for (const module of modules) {
    failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") {
        passed += 1;
      } else if (state === "failed") {
        failed += 1;
      } else {
        skipped.push(`${module.relativeModuleId} > ${test.fullName}`);
      }
    }
  }
  return { passed, failed, skipped };
}
