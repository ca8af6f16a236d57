import { findRunFile, loadRunFile } from "../config/index.ts";
import { exitCodes } from "../fault/index.ts";
import { plural } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseVariables } from "./parse.ts";

/** `validate`: reads and checks a run file; throws the same faults a run would. */
export async function validate(command: ParsedCommand, io: CommandIo): Promise<number> {
  const file = findRunFile(io.cwd, command.positionals[0]);
  const loaded = await loadRunFile({
    file: file.path,
    text: file.text,
    variables: parseVariables(command.texts("var")),
    environment: io.environment,
    workspace: io.cwd,
  });
  const servers = Object.keys(loaded.runFile.servers).length;
  const scenarios = loaded.scenarios.length;
  const steps = loaded.scenarios.reduce((sum, scenario) => sum + scenario.steps.length, 0);
  io.out(
    command.flag("json")
      ? `${JSON.stringify({ valid: true, file: file.path, servers, scenarios, steps })}\n`
      : `${file.path} is valid: ${plural(servers, "server")}, ${plural(scenarios, "scenario")}, ${plural(steps, "step")}.\n`,
  );
  return exitCodes.passed;
}
