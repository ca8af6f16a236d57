import { findRunFile } from "../config/index.ts";
import { exitCodes, Fault } from "../fault/index.ts";
import {
  runFileShelf,
  type TemplateShelf,
  type TemplateView,
  viewTemplates,
} from "../registry/index.ts";
import { forTerminal, table } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseVariables } from "./parse.ts";
import { shelfFor } from "./shelf-for.ts";

/** `templates [NAME]`: those there are here, or one with its parameters; with `--versions` what it can install. */
export async function templates(command: ParsedCommand, io: CommandIo): Promise<number> {
  if (command.text("versions") !== undefined) {
    const { versions } = await import("./versions.ts");
    return versions(command, await shelfHere(command, io), io);
  }
  const [name, tooMuch] = command.positionals;
  if (tooMuch !== undefined || command.texts("with").length > 0) {
    throw new Fault("USAGE", "templates: name one template, or none; --with goes with --versions.");
  }
  const shelf = await shelfHere(command, io);
  if (name !== undefined) {
    // Says what is wrong with it, or that there is none.
    await shelf.load(name);
  }
  const views = await viewTemplates(shelf, name === undefined ? shelf.names : [name]);
  const [only] = views;
  if (command.flag("json")) {
    io.out(`${JSON.stringify(name === undefined ? views : only, null, 2)}\n`);
  } else if (name !== undefined && only !== undefined) {
    io.out(`${page(only)}\n`);
  } else {
    io.out(`${table([["TEMPLATE", "FROM", "WHAT IT IS FOR"], ...views.map(line)])}\n`);
  }
  for (const { nth, message } of shelf.folderProblems) {
    io.err(`${forTerminal(`templates[${nth}]: ${message}`)}\n`);
  }
  return exitCodes.passed;
}

/** With the templates of the run file that is here, when there is one. */
async function shelfHere(command: ParsedCommand, io: CommandIo): Promise<TemplateShelf> {
  try {
    return await shelfFor(findRunFile(io.cwd), parseVariables(command.texts("var")), io);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "RUN_FILE_NOT_FOUND") {
      throw thrown;
    }
    const nothing = { file: "", text: "", variables: {}, environment: {} };
    return runFileShelf({ templatesFolder: io.templates }, { ...nothing, workspace: io.cwd });
  }
}

function line({ name, origin, description, problem }: TemplateView): string[] {
  const [first = ""] = (problem ?? "").split("\n");
  return [name, origin, problem === null ? description : `cannot be used: ${first}`].map(
    forTerminal,
  );
}

function page(view: TemplateView): string {
  const { name, origin, description, bases, versions, server } = view;
  // We made it: a map of the parameters' own schemas.
  const { properties, required = [] } = view.parameters as {
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly required?: readonly string[];
  };
  const rows = Object.entries(properties).map(([key, parameter]) => [
    key,
    kindOf(parameter),
    required.includes(key) ? "(required)" : shown(parameter["default"]),
    String(parameter["description"]),
  ]);
  const keys = Object.keys(server);
  return [
    forTerminal(`${name} (${origin}): ${description}`),
    "",
    table([
      ["PARAMETER", "TYPE", "DEFAULT", "MEANING"],
      ...rows.map((row) => row.map(forTerminal)),
    ]),
    "",
    ...(bases.length > 0 ? [forTerminal(`Built on ${bases.join(", ")}.`)] : []),
    ...(keys.length > 0 ? [forTerminal(`Says of its servers: ${keys.join(", ")}.`)] : []),
    ...(versions === null ? [] : [forTerminal(`Its versions: templates --versions ${name}.`)]),
  ]
    .join("\n")
    .trimEnd();
}

function kindOf(parameter: Readonly<Record<string, unknown>>): string {
  const one = parameter["enum"];
  return Array.isArray(one) ? one.map(String).join(" | ") : String(parameter["type"]);
}

function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "–";
}
