import { knownCommands } from "../runner/command-parser.ts";

/**
 * What the GitHub runner would run of the text that a process prints: its two parsers, from their described behaviour.
 *
 * `::name key=value::data` counts at the start of a line after trimming, `##[name key=value]data` anywhere in it. The
 * runner compares with the culture's rules, for which characters without width do not exist; so every search is done
 * exactly and again without them, and what either finds is a command.
 */
export interface Command {
  readonly name: string;
  readonly data: string;
}

const registered: ReadonlySet<string> = new Set(knownCommands);

export function commandsIn(output: string): readonly Command[] {
  const commands: Command[] = [];
  let resume: string | null = null;
  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = parse(line, resume);
    if (command === null) {
      continue;
    }
    if (resume !== null) {
      resume = null;
    } else if (command.name === "stop-commands") {
      resume = command.data;
    }
    commands.push(command);
  }
  return commands;
}

function parse(line: string, resume: string | null): Command | null {
  const known = (name: string): boolean =>
    resume === null ? registered.has(name.toLowerCase()) : name === resume;
  return parseColons(line, known) ?? parseBrackets(line, known);
}

// Char.IsWhiteSpace of .NET.
const blank = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

function parseColons(line: string, known: (name: string) => boolean): Command | null {
  const trimmed = line.replace(blank, "");
  if (!startsWith(trimmed, "::")) {
    return null;
  }
  for (let end = 2; end < trimmed.length; end++) {
    if (startsWith(trimmed.slice(end), "::")) {
      const name = nameOf(trimmed.slice(2, end));
      if (known(name)) {
        return { name: name.toLowerCase(), data: trimmed.slice(end + 2) };
      }
    }
  }
  return null;
}

function parseBrackets(line: string, known: (name: string) => boolean): Command | null {
  for (let start = 0; start < line.length; start++) {
    const end = line.indexOf("]", start);
    if (end < 0) {
      return null;
    }
    if (startsWith(line.slice(start), "##[")) {
      const name = nameOf(line.slice(start + 3, end));
      if (known(name)) {
        return { name: name.toLowerCase(), data: line.slice(end + 1) };
      }
    }
  }
  return null;
}

function nameOf(information: string): string {
  return information.split(" ", 1)[0] ?? "";
}

function startsWith(text: string, prefix: string): boolean {
  return text.startsWith(prefix) || withoutIgnorable(text).startsWith(prefix);
}

function withoutIgnorable(text: string): string {
  return text
    .slice(0, 64)
    .replace(/[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu, "");
}
