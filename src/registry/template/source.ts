import { join } from "node:path";
import type { Document, LineCounter } from "yaml";
import { readSource, readTextFile } from "../../config/index.ts";
import { Fault, type Problem } from "../../fault/index.ts";

/** A folder with a template.yml, not yet read. */
export interface TemplateSource {
  readonly name: string;
  readonly folder: string;
  /** Its template.yml, as messages call it. */
  readonly file: string;
}

/** A template.yml that is YAML. */
export interface WrittenTemplate {
  readonly source: TemplateSource;
  readonly value: Readonly<Record<string, unknown>>;
  /** Whether the file says something at `path`. */
  has(path: readonly PropertyKey[]): boolean;
  /** A problem where the value at `path` begins, or the nearest above it. */
  problemAt(path: readonly PropertyKey[], message: string): Problem;
}

const maxBytes = 256 * 1024;

/** Rejects TEMPLATE_INVALID for a file that cannot be used, is no YAML or no map. */
export async function readTemplate(source: TemplateSource): Promise<WrittenTemplate> {
  const { file } = source;
  const read = readTextFile(join(source.folder, "template.yml"), maxBytes);
  if (read.kind !== "text") {
    const why = read.kind === "absent" ? "is not there any more" : read.why;
    throw invalid([{ file, line: 1, column: 1, message: `the template ${why}` }]);
  }
  const { counter, document, findings } = readSource(read.text);
  const wrong = document === undefined ? findings : await doubledKeys(document);
  if (document === undefined || wrong.length > 0) {
    throw invalid(wrong.map(({ offset, message }) => problem(file, counter, offset, message)));
  }
  const value: unknown = plainOf(document, file);
  if (!isMap(value)) {
    throw invalid([
      { file, line: 1, column: 1, message: "a template is a map with name and more" },
    ]);
  }
  return {
    source,
    value,
    has: (path) => document.hasIn(path),
    problemAt: (path, message) => problem(file, counter, offsetOf(document, path), message),
  };
}

/** TEMPLATE_INVALID with every problem at its line. */
export function invalid(problems: readonly Problem[]): Fault {
  const lines = problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
  return new Fault("TEMPLATE_INVALID", lines.join("\n"), {
    problems,
    hint: "Correct the places listed; docs/templates.md says what a template.yml holds.",
  });
}

interface Doubled {
  readonly offset: number;
  readonly message: string;
}

/** Keys that stand in their map twice. The library's own check takes minutes for a map of 100 000 keys. */
async function doubledKeys(document: Document): Promise<readonly Doubled[]> {
  const { isScalar, visit } = await import("yaml");
  const found: Doubled[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : "";
        if (isScalar(key) && seen.has(name)) {
          const message = `the key ${JSON.stringify(name)} is here twice`;
          found.push({ offset: key.range?.[0] ?? 0, message });
        }
        seen.add(name);
      }
    },
  });
  return found;
}

function plainOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    const message = "YAML aliases (words beginning with *) are not allowed in a template";
    throw invalid([{ file, line: 1, column: 1, message }]);
  }
}

function problem(file: string, counter: LineCounter, offset: number, message: string): Problem {
  const { line, col } = counter.linePos(offset);
  // An empty text has no lines.
  return { file, line: Math.max(1, line), column: Math.max(1, col), message };
}

/** Where the deepest existing part of the path begins in the text. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) {
      return node.range[0];
    }
  }
  return 0;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
