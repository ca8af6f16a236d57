import { Document, isMap, parseDocument, stringify } from "yaml";
import type { RecordReader, WireRow } from "../record/index.ts";
import { scenarioOfWire } from "./from-wire.ts";
import { type DraftScenario, runFileText } from "./run-file-text.ts";

/**
 * A run file with the servers of `source`, the run file that was run, and what was said to each of them as a scenario.
 *
 * Undefined when nothing was said to any.
 */
export function recordedRunFile(source: string, reader: RecordReader): string | undefined {
  const known = serversIn(source);
  const done = new Set<string>();
  const scenarios = reader.servers().flatMap(({ name }) => {
    // A server that was played once for each protocol is one server of the file; the first of them is recorded.
    const own = known.includes(name) ? name : name.replace(/ \[[^[\]]*\]$/, "");
    if (done.has(own)) {
      return [];
    }
    done.add(own);
    const scenario = scenarioOfWire(own, reader.wire({ server: name }));
    return scenario === undefined ? [] : [scenario];
  });
  return scenarios.length === 0 ? undefined : recordingOf(source, scenarios);
}

/** The same of what one client said to one server. */
export function recordedClient(
  source: string,
  server: string,
  rows: Iterable<WireRow>,
): string | undefined {
  const scenario = scenarioOfWire(server, rows);
  return scenario === undefined ? undefined : recordingOf(source, [scenario]);
}

function recordingOf(source: string, scenarios: readonly DraftScenario[]): string {
  return runFileText({
    comments: ["Recorded by docker-mcp-manager run --record. Read it before you rely on it."],
    head: headOf(source),
    servers: serversOf(source),
    scenarios,
  });
}

function serversIn(source: string): string[] {
  const servers: unknown = parseDocument(source.replace(/^\ufeff/, "")).get("servers");
  return isMap(servers) ? servers.items.map(({ key }) => String(key)) : [];
}

/** The `servers` map as it was written, with its comments and its `${…}`. */
export function serversOf(source: string): string {
  const document = parseDocument(source.replace(/^\ufeff/, ""));
  const { contents } = document;
  const node = isMap(contents) ? contents.get("servers", true) : undefined;
  return written(node, document)
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");
}

/** What else the servers need, as it was written: where their templates are, and which images are allowed. */
export function headOf(source: string): string {
  const document = parseDocument(source.replace(/^\ufeff/, ""));
  // Whether it is a map is looked at; what is in it was run.
  const plain: unknown = document.toJS();
  const kept = new Document({});
  for (const key of ["templates", "image_policy"]) {
    if (typeof plain === "object" && plain !== null && Object.hasOwn(plain, key)) {
      kept.set(key, kept.createNode(Reflect.get(plain, key)));
    }
  }
  return isMap(kept.contents) && kept.contents.items.length > 0
    ? kept.toString({ lineWidth: 0 })
    : "";
}

function written(node: unknown, document: Document.Parsed): string {
  try {
    const own = new Document();
    // A map is a node of the library; its type for what `get` finds is unknown.
    own.contents = node as typeof own.contents;
    return own.toString({ lineWidth: 0 });
  } catch {
    // An alias to an anchor elsewhere in the file.
    const { servers } = document.toJS() as { readonly servers: unknown };
    return stringify(servers, { lineWidth: 0, aliasDuplicateObjects: false });
  }
}
