/** One workflow command found in a line of output. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands a runner carries out from a step's output; a stop token is added to them while one is set. */
export const knownCommands: readonly string[] = [
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
];

/** White space that the runner trims: .NET's set, which has NEL and has no U+FEFF. */
const blank = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const blanks = new RegExp(`^${blank}+|${blank}+$`, "gu");

/**
 * The command in one line as the runner reads it, or undefined.
 *
 * `::name k=v,k=v::data` counts at the start of the trimmed line, the older `##[name k=v;]data` anywhere in it.
 */
export function parseCommand(
  line: string,
  known: readonly string[] = knownCommands,
): Command | undefined {
  const trimmed = line.replace(blanks, "");
  return parseColons(trimmed, known) ?? parseBrackets(trimmed, known);
}

/** Every command in a text, splitting lines where the runner does: LF, CR and CRLF. */
export function commandsIn(text: string): Command[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => parseCommand(line) ?? []);
}

function parseColons(line: string, known: readonly string[]): Command | undefined {
  const end = line.indexOf("::", 2);
  if (!line.startsWith("::") || end < 0) {
    return undefined;
  }
  return build(
    line.slice(2, end),
    ",",
    unescapeColons,
    known,
    unescapeColonsData(line.slice(end + 2)),
  );
}

function parseBrackets(line: string, known: readonly string[]): Command | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) {
    return undefined;
  }
  return build(
    line.slice(start + 3, end),
    ";",
    unescapeBrackets,
    known,
    unescapeBrackets(line.slice(end + 1)),
  );
}

function build(
  head: string,
  separator: string,
  unescape: (text: string) => string,
  known: readonly string[],
  data: string,
): Command | undefined {
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  const registered = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (registered === undefined) {
    return undefined;
  }
  const properties: Record<string, string> = {};
  for (const pair of space < 0
    ? []
    : head
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = pair.indexOf("=");
    if (equals > 0 && equals < pair.length - 1) {
      properties[pair.slice(0, equals).trim()] = unescape(pair.slice(equals + 1));
    }
  }
  return { name: registered, properties, data };
}

function unescapeColonsData(text: string): string {
  return replaceAll(text, { "%0D": "\r", "%0A": "\n", "%25": "%" });
}

function unescapeColons(text: string): string {
  return replaceAll(text, { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" });
}

function unescapeBrackets(text: string): string {
  return replaceAll(text, { "%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%" });
}

function replaceAll(text: string, table: Readonly<Record<string, string>>): string {
  return Object.entries(table).reduce((result, [from, to]) => result.replaceAll(from, to), text);
}
