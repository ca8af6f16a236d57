import { Composer, CST, type Document, Lexer, LineCounter, Parser } from "yaml";

/** Something wrong at an offset of the text. */
export interface Finding {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
  /** Another place the message ends with. */
  readonly first?: number;
}

export interface Source {
  readonly counter: LineCounter;
  /** Undefined when the text could not be read as one YAML document. */
  readonly document: Document.Parsed | undefined;
  readonly findings: readonly Finding[];
}

/** Levels of maps and lists. The parser's own stack overflows at some thousands. */
export const maxDepth = 64;
/** Map keys and list items. 20 000 keys parse in 0.3 s. */
export const maxEntries = 20_000;

/**
 * Reads YAML 1.2 (JSON is a part of it) into nodes with offsets. Tags, directives, several documents, deep nesting
 * and great numbers of entries are refused while the text is still tokens, before anything is built of them.
 */
export function readSource(text: string): Source {
  const counter = new LineCounter();
  counter.addNewLine(0);
  const { tokens, findings } = tokenize(text, counter);
  if (findings.length > 0) {
    return { counter, document: undefined, findings };
  }
  // `uniqueKeys` of the library is quadratic (100 000 keys take minutes); the tree checks keys itself.
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const found = documents.flatMap((document) =>
    // Warnings never leave as they are: they quote the text.
    [...document.errors, ...document.warnings].map((error) => syntaxFinding(error, text)),
  );
  const second = documents[1];
  if (second) {
    found.push({
      offset: second.range[0],
      message: "a second YAML document begins here; a run file is one document",
    });
  }
  return {
    counter,
    document: found.length > 0 ? undefined : documents[0],
    findings: oneForEachLine(found, counter),
  };
}

function tokenize(text: string, counter: LineCounter) {
  const parser = new Parser(counter.addNewLine);
  const tokens: CST.Token[] = [];
  const findings: Finding[] = [];
  let entries = 0;
  let atScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    const type = atScalar ? "scalar" : CST.tokenType(lexeme);
    atScalar = lexeme === CST.SCALAR && !atScalar;
    if (type === "tag") {
      findings.push({ offset, message: "YAML tags (words beginning with !) are not allowed" });
    } else if (type === "directive-line") {
      findings.push({
        offset,
        message: "YAML directives (lines beginning with %) are not allowed",
      });
    } else if (type === "map-value-ind" || type === "seq-item-ind" || type === "comma") {
      entries += 1;
    }
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > maxDepth + 1) {
      return {
        tokens,
        findings: [{ offset, message: `nested more than ${maxDepth} levels deep` }],
      };
    }
    if (entries > maxEntries) {
      return {
        tokens,
        findings: [{ offset, message: `more than ${maxEntries} keys and list items` }],
      };
    }
  }
  tokens.push(...parser.end());
  return { tokens, findings };
}

function syntaxFinding(
  error: { readonly code: string; readonly message: string; readonly pos: [number, number] },
  text: string,
): Finding {
  const offset = error.pos[0];
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";
  const message = wordings[error.code] ?? `not YAML: ${flat(error.message)}`;
  return line.includes("${") && !(error.code in wordings)
    ? {
        offset,
        message,
        hint: "Put quotes around a value with ${…} in it when it stands between [ ] or { } or contains `: ` or ` #`.",
      }
    : { offset, message };
}

const wordings: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "a tab is used as indentation; YAML allows only spaces",
  NON_STRING_KEY: "a key must be text",
};

function flat(message: string): string {
  return message.replaceAll(/\s+/g, " ").slice(0, 200);
}

/** One mistake makes the parser stumble several times on its line; the first says it. */
function oneForEachLine(findings: readonly Finding[], counter: LineCounter): Finding[] {
  const seen = new Set<number>();
  return findings
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset }) => {
      const { line } = counter.linePos(offset);
      return !seen.has(line) && seen.add(line);
    });
}
