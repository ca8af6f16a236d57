import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { allowProblem, parseDurationMs } from "../config/index.ts";
import { Fault } from "../fault/index.ts";

/** Where `run` puts record and reports, and `logs` looks for them. */
export const defaultOut = "docker-mcp-manager-report";

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const relaxing = { allow: texts } as const;
const pulling = { "registry-mirror": text } as const;

/** Options of every command; `--json` and `--help` are understood by all. */
const commands = {
  run: {
    only: texts,
    tag: texts,
    var: texts,
    out: text,
    timeout: text,
    keep: flag,
    "update-snapshots": flag,
    locked: flag,
    record: text,
    stdio: text,
    ...relaxing,
    ...pulling,
  },
  init: {
    out: text,
    force: flag,
    arg: texts,
    env: texts,
    secret: texts,
    volume: texts,
    transport: text,
    port: text,
    "no-call": flag,
    timeout: text,
    ...pulling,
  },
  lock: { update: texts, var: texts, ...pulling },
  validate: { var: texts, ...relaxing },
  templates: { versions: text, with: texts, var: texts, ...pulling },
  build: { var: texts, ...pulling },
  ps: {},
  logs: { tail: text, since: text, follow: { type: "boolean", short: "f" }, out: text },
  serve: { stdio: flag, port: text, ...relaxing, ...pulling },
  "base-images": { list: flag },
  sweep: { "dry-run": flag, images: text },
} as const satisfies Record<string, ParseArgsOptionsConfig>;

export type CommandName = keyof typeof commands;

export interface ParsedCommand {
  readonly command: CommandName | "help" | "version";
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
}

/** Reads the command line. Throws USAGE. */
export function parseCommand(argv: readonly string[]): ParsedCommand {
  const [first, ...rest] = argv;
  if (
    first === undefined ||
    first === "help" ||
    first === "--help" ||
    first === "-h" ||
    rest.includes("--help")
  ) {
    return bare("help");
  }
  if (first === "--version" || first === "-V") {
    return bare("version");
  }
  if (!isCommand(first)) {
    throw new Fault("USAGE", `There is no command "${first}".`);
  }
  const { values, positionals } = read(first, rest);
  return {
    command: first,
    positionals,
    text: (option) => firstOf(values[option]),
    texts: (option) => [values[option] ?? []].flat().map(String),
    flag: (option) => values[option] === true,
  };
}

/** `K=V` pairs of `--var`, or of another option, as a map. Throws USAGE. */
export function parseVariables(pairs: readonly string[], option = "var"): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) {
        throw new Fault("USAGE", `--${option} "${pair}": write NAME=VALUE.`);
      }
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** The names given with `--allow`. Throws USAGE for one that is none. */
export function parseAllow(command: ParsedCommand): readonly string[] {
  const names = command.texts("allow");
  for (const name of names) {
    const problem = allowProblem(name);
    if (problem !== undefined) {
      throw new Fault("USAGE", `--allow "${name}": ${problem}.`);
    }
  }
  return names;
}

/** A duration option in ms, undefined when not given. Throws USAGE. */
export function parseTime(option: string, given: string | undefined): number | undefined {
  if (given === undefined) {
    return undefined;
  }
  const ms = parseDurationMs(given);
  if (ms === undefined) {
    throw new Fault(
      "USAGE",
      `--${option} "${given}" is not a duration; write for example 30s or 10m.`,
    );
  }
  return ms;
}

/** A whole-number option within [min, max]. Throws USAGE. */
export function parseCount(
  option: string,
  given: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  const value = given === undefined ? fallback : Number(given);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Fault(
      "USAGE",
      `--${option} "${given}" must be a whole number from ${min} to ${max}.`,
    );
  }
  return value;
}

function read(command: CommandName, args: string[]) {
  const options: ParseArgsOptionsConfig = { ...commands[command], json: flag };
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Fault(
      "USAGE",
      `${command}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function firstOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word);
}

function bare(command: "help" | "version"): ParsedCommand {
  return { command, positionals: [], text: () => undefined, texts: () => [], flag: () => false };
}
