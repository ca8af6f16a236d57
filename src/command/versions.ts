import { exitCodes, Fault } from "../fault/index.ts";
import {
  listVersions,
  packageIndexes,
  parameterValues,
  registrySettings,
  type Template,
  type TemplateShelf,
  versionSubject,
} from "../registry/index.ts";
import { forTerminal, plural } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseVariables } from "./parse.ts";

/** More than this nobody reads; `--json` has all. */
const mostShown = 40;

/** `templates --versions NAME`: what a template's `version` may be, newest first. */
export async function versions(
  command: ParsedCommand,
  shelf: TemplateShelf,
  io: CommandIo,
): Promise<number> {
  const template = await shelf.load(command.text("versions") ?? "");
  const values = valuesOf(template, parseVariables(command.texts("with"), "with"));
  const { source, name } = versionSubject(template, values);
  const listed = await listVersions(template, values, {
    indexes: packageIndexes(io.environment),
    registryMirror: registrySettings(io.environment, io.templates, io.registryMirror)
      .registryMirror,
    signal: io.signal,
  });
  const range = template.version?.supported;
  const { default: semver } = await import("semver");
  const all = listed.map((version) => ({
    version,
    supported: range === undefined || semver.satisfies(version, range, { includePrerelease: true }),
  }));
  if (command.flag("json")) {
    io.out(
      `${JSON.stringify({ template: template.name, source, name, range: range ?? null, versions: all })}\n`,
    );
    return exitCodes.passed;
  }
  const lines = all
    .slice(0, mostShown)
    .map(({ version, supported }) => (supported ? version : `${version}  (not in ${range})`));
  const more = all.length - lines.length;
  io.out(
    `${forTerminal([`${name}: ${plural(all.length, "version")}, newest first`, ...lines].join("\n"))}\n`,
  );
  if (more > 0) {
    io.out(`and ${more} more; --json lists all\n`);
  }
  return exitCodes.passed;
}

/** Defaults, and what was given; the other parameters a server needs are no matter here. */
function valuesOf(
  { name, parameters }: Template,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { properties } = parameters;
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(properties, key));
  if (unknown.length > 0) {
    throw new Fault(
      "USAGE",
      `--with ${unknown.join(", ")}: template "${name}" has no such parameter; it has: ${Object.keys(properties).join(", ")}.`,
    );
  }
  return parameterValues({ parameters }, given);
}
