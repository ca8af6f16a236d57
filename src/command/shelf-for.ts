import type { RunFileText } from "../config/index.ts";
import { runFileShelf, type TemplateShelf } from "../registry/index.ts";
import type { CommandIo } from "./io.ts";

/** The templates there are for a run file of the folder that the command runs in. */
export function shelfFor(
  { path, text }: RunFileText,
  variables: Readonly<Record<string, string>>,
  { cwd, environment, templates }: CommandIo,
): Promise<TemplateShelf> {
  return runFileShelf(
    { templatesFolder: templates },
    { file: path, text, workspace: cwd, variables, environment },
  );
}
