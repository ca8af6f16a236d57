import { Composer, CST, type Document, Lexer, LineCounter, Parser } from "yaml";

/** Something wrong at an offset of the text. */
export interface Finding {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
  /** Another place the message ends with. */
  readonly first?: number;
  /** Where it is when it is in another file; the offset is where that file is named. */
  readonly elsewhere?: { readonly file: string; readonly line: number; readonly column: number };
}

export interface Source {
  readonly counter: LineCounter;
  /** Undefined when the text could not be read as one YAML document. */
  readonly document: Document.Parsed | undefined;
  readonly findings: readonly Finding[];
}

/** Levels of maps and lists. The parser's own stack overflows at some thousands. */
const maxDepth = 64;
/** Map keys and list items. 20 000 keys parse in 0.3 s. */
const maxEntries = 20_000;
/** Broken tokens after which the rest of the text is not read. */
const maxErrors = 100;

/** Each begins, or may begin, a key, a value or a list item. */
const entryTypes: ReadonlySet<string> = new Set([
  "map-value-ind",
  "explicit-key-ind",
  "seq-item-ind",
  "anchor",
  "alias",
]);

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
  // Warnings never leave as they are: they quote the text.
  const errors = documents.flatMap(({ errors: own, warnings }) => [...own, ...warnings]);
  const found = firstOfEachLine(errors, counter).map((error) => syntaxFinding(error, text));
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
    findings: found,
  };
}

function tokenize(text: string, counter: LineCounter) {
  const parser = new Parser(counter.addNewLine);
  const tokens: CST.Token[] = [];
  const findings: Finding[] = [];
  let entries = 0;
  let commas = 0;
  let pairs = 0;
  let errors = 0;
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
    } else if (type !== null && entryTypes.has(type)) {
      entries += 1;
    } else if (type === "comma") {
      commas += 1;
    }
    // Between braces a key has both a colon and a comma.
    pairs += type === "map-value-ind" ? 1 : 0;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      errors += token.type === "error" ? 1 : 0;
    }
    if (errors > maxErrors) {
      break;
    }
    if (parser.stack.length > maxDepth + 1) {
      return {
        tokens,
        findings: [{ offset, message: `nested more than ${maxDepth} levels deep` }],
      };
    }
    if (entries + Math.max(0, commas - pairs) > maxEntries) {
      return {
        tokens,
        findings: [{ offset, message: `more than ${maxEntries} keys and list items` }],
      };
    }
  }
  tokens.push(...parser.end());
  return { tokens, findings };
}

interface SyntaxError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

function syntaxFinding(error: SyntaxError, text: string): Finding {
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
function firstOfEachLine(errors: readonly SyntaxError[], counter: LineCounter): SyntaxError[] {
  const seen = new Set<number>();
  return errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter(({ pos }) => {
      const { line } = counter.linePos(pos[0]);
      return !seen.has(line) && seen.add(line);
    });
}
