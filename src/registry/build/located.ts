import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { buildFailureOf } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { isInside } from "../workspace-path.ts";
import { failingLine } from "./failing-line.ts";

/** Where a Dockerfile is, and what people call it. */
export interface DockerfilePlace {
  readonly path: string;
  /** Relative to the folder of the run's repository; absent when it is not in it. */
  readonly inRepository?: string;
  readonly shown: string;
}

/** The place of a Dockerfile: as a path of the repository when it lies there, else as a file of the template. */
export function placeOf(
  path: string,
  workspaceRoot: string,
  template: string,
  name: string,
): DockerfilePlace {
  if (!isInside(workspaceRoot, path)) {
    return { path, shown: `template ${template}, ${name}` };
  }
  const inRepository = relative(workspaceRoot, path).split(sep).join("/");
  return { path, inRepository, shown: inRepository };
}

/** The fault of a failed build with the line of the Dockerfile it failed at, if the engine tells enough to know it. */
export async function located(
  thrown: unknown,
  place: DockerfilePlace,
  args: Readonly<Record<string, string>>,
): Promise<unknown> {
  const failure = buildFailureOf(thrown);
  if (failure === undefined || !(thrown instanceof Fault)) {
    return thrown;
  }
  const text = await readFile(place.path, "utf8").catch(() => "");
  const line = await failingLine(text, failure, args);
  if (line === undefined) {
    return thrown;
  }
  const { inRepository: file } = place;
  const message = thrown.message.split("\n")[0] ?? "";
  return new Fault(thrown.code, `${place.shown}:${line}: ${thrown.message}`, {
    hint: thrown.hint,
    cause: failure,
    ...(file !== undefined && { problems: [{ file, line, column: 1, message }] }),
  });
}
