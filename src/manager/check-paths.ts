import type { LoadedRunFile } from "../config/index.ts";
import { Fault, type Problem } from "../fault/index.ts";
import { jsonPathProblem } from "../scenario/index.ts";

/** Rejects RUN_FILE_INVALID with every JSONPath of the run file that is none, before anything is started. */
export async function checkPaths(file: string, loaded: LoadedRunFile): Promise<void> {
  const written = loaded.scenarios.flatMap((scenario) =>
    scenario.steps.flatMap((step) => [
      ...step.expectations.map(({ place, at }) => ({ path: place, at })),
      ...Object.values(step.capture).map((path) => ({ path, at: step.at })),
    ]),
  );
  const problems: Problem[] = [];
  for (const { path, at } of written.filter((each) => each.path.startsWith("$"))) {
    const message = await jsonPathProblem(path);
    if (message !== undefined) {
      problems.push({ file, ...at, message: `${path}: ${message}` });
    }
  }
  if (problems.length > 0) {
    const count = problems.length === 1 ? "a JSONPath" : `${problems.length} JSONPaths`;
    throw new Fault("RUN_FILE_INVALID", `${file} has ${count} that cannot be read.`, { problems });
  }
}
