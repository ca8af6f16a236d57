/**
 * Reads GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV: `name=value` lines and `name<<DELIMITER` blocks.
 *
 * Throws on a line that is neither and on a block without end, as a runner fails the step then.
 */
export function parseFileCommands(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  const lines = text.split(/\r\n|\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") {
      continue;
    }
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.set(nameOf(line.slice(0, equals), line), line.slice(equals + 1));
      continue;
    }
    const delimiter = heredoc < 0 ? "" : line.slice(heredoc + 2);
    const end = delimiter === "" ? -1 : lines.indexOf(delimiter, index + 1);
    if (end < 0) {
      throw new Error(
        heredoc < 0 ? `Invalid format '${line}'` : `Matching delimiter not found '${delimiter}'`,
      );
    }
    pairs.set(nameOf(line.slice(0, heredoc), line), lines.slice(index + 1, end).join("\n"));
    index = end;
  }
  return pairs;
}

function nameOf(text: string, line: string): string {
  if (text === "") {
    throw new Error(`Invalid format '${line}'. Name must not be empty`);
  }
  return text;
}
