import type { Reporter, TestModule, Vitest } from "vitest/node";

/** What a finished run amounts to. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Full names of the tests that did not run and had no good reason. */
  readonly skipped: readonly string[];
  /** Full names and reasons of the tests that did not run because what they need did not answer. */
  readonly excused: readonly string[];
}

/** A test may be skipped whose reason says so of a registry: no machine can have what it takes from there. */
export const unanswered = "does not answer";

/**
 * Ends the output with `N passed, N failed`. A test that was skipped fails the run: it proved nothing. One that was
 * skipped because what it needs does not answer is named and counted with its reason, and fails nothing.
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
    const { passed, failed, skipped: all, excused } = tally(modules, errors.length);
    // Tests left out by -t were not asked for.
    const skipped = this.#vitest?.config.testNamePattern === undefined ? all : [];
    for (const name of skipped) {
      this.#write(`skipped: ${name}`);
    }
    for (const name of excused) {
      this.#write(`skipped: ${name}`);
    }
    if (excused.length > 0) {
      this.#write(`${excused.length} skipped, because what they need ${unanswered}`);
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
  const excused: string[] = [];
  for (const module of modules) {
    failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const result = test.result();
      const { state } = result;
      const name = `${module.relativeModuleId} > ${test.fullName}`;
      if (state === "passed") {
        passed += 1;
      } else if (state === "failed") {
        failed += 1;
      } else if (result.state === "skipped" && result.note?.includes(unanswered)) {
        excused.push(`${name}: ${result.note}`);
      } else {
        skipped.push(name);
      }
    }
  }
  return { passed, failed, skipped, excused };
}
