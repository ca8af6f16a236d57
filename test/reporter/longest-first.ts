import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const noted = new URL("./seconds.json", import.meta.url);

/**
 * The files that take longest first, so that no long one is left alone at the end; the others by size.
 *
 * Vitest's own memory of how long a file took is not there in a fresh clone, so it is a file beside this one.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = new Map(
      // Written by hand or from a run's output.
      Object.entries(JSON.parse(readFileSync(noted, "utf8")) as Record<string, number>),
    );
    const secondsOf = ({ moduleId }: TestSpecification) =>
      seconds.get(relative(this.ctx.config.root, moduleId).split(sep).join("/")) ?? 0;
    const bySize = await super.sort(files);
    return bySize.sort((a, b) => secondsOf(b) - secondsOf(a));
  }
}
