import { findRunFile, type LoadedRunFile, loadRunFile } from "../config/index.ts";
import { exitCodes } from "../fault/index.ts";
import { forTerminal, plural } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseAllow, parseVariables } from "./parse.ts";
import { shelfFor } from "./shelf-for.ts";

/** `validate`: reads and checks a run file; throws the same faults a run would. */
export async function validate(command: ParsedCommand, io: CommandIo): Promise<number> {
  const file = findRunFile(io.cwd, command.positionals[0]);
  const variables = parseVariables(command.texts("var"));
  const loaded = await loadRunFile({
    file: file.path,
    text: file.text,
    variables,
    environment: io.environment,
    workspace: io.cwd,
    templates: await shelfFor(file, variables, io),
    allow: parseAllow(command),
  });
  const servers = Object.keys(loaded.runFile.servers).length;
  const scenarios = loaded.scenarios.length;
  const steps = loaded.scenarios
    .map((scenario) => scenario.setup.length + scenario.steps.length + scenario.teardown.length)
    .reduce((sum, count) => sum + count, 0);
  const tags = tagsOf(loaded);
  const marked = loaded.scenarios.filter((scenario) => scenario.only).length;
  const summary = { valid: true, file: file.path, servers, scenarios, steps, tags, only: marked };
  const lines = [
    `${file.path} is valid: ${plural(servers, "server")}, ${plural(scenarios, "scenario")}, ${plural(steps, "step")}.`,
    ...(marked === 0 ? [] : [`Only ${plural(marked, "scenario")} marked \`only\` would run.`]),
    ...Object.entries(tags).map(([tag, count]) => `  tag ${tag}: ${plural(count, "scenario")}`),
  ];
  io.out(
    command.flag("json") ? `${JSON.stringify(summary)}\n` : `${forTerminal(lines.join("\n"))}\n`,
  );
  return exitCodes.passed;
}

/** How many scenarios each tag stands at, rows of `for_each` counted one by one. */
function tagsOf(loaded: LoadedRunFile): Record<string, number> {
  const counts = new Map<string, number>();
  for (const tag of loaded.scenarios.flatMap((scenario) => scenario.tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
