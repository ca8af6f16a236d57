import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { loadSpec, type SpecRevision, specRevisions } from "../../src/schema/index.ts";

const newest = await loadSpec("2025-11-25");
const modern = await loadSpec("2026-07-28");

describe("the specification's own schema", () => {
  test.each(specRevisions)("%s judges every definition", async (revision) => {
    const spec = await loadSpec(revision);
    const names = Object.keys(await ours(revision));
    expect(names.length).toBeGreaterThan(70);
    const open = names.filter((name) => spec.definition(name, null) === undefined);
    expect(open).toEqual(revision === "2026-07-28" ? ["JSONValue"] : []);
  });

  test.each(specRevisions.slice(1))("%s is the one the conformance suite has", async (revision) => {
    expect(await ours(revision)).toEqual(theirs(revision));
  });

  test("2024-11-05 knows no audio, no annotations of tools, no completions", async () => {
    const [first, second] = [await loadSpec("2024-11-05"), await loadSpec("2025-03-26")];
    const audio = { content: [{ type: "audio", data: "", mimeType: "audio/wav" }] };
    expect(second.result("tools/call", audio)).toBeUndefined();
    expect(first.result("tools/call", audio)).toMatchObject({ pointer: "/content/0" });
    const tool = { name: "a", inputSchema: { type: "object" }, annotations: 5 };
    expect(second.definition("Tool", tool)).toMatchObject({ pointer: "/annotations" });
    expect(first.definition("Tool", tool)).toBeUndefined();
    expect(second.definition("ServerCapabilities", { completions: 5 })).toBeDefined();
    expect(first.definition("ServerCapabilities", { completions: 5 })).toBeUndefined();
  });
});

test("what the published schema has wrong is no problem of a server", () => {
  const asked = (minimum: unknown): Record<string, unknown> => ({
    jsonrpc: "2.0",
    id: 1,
    method: "elicitation/create",
    params: {
      message: "",
      requestedSchema: { type: "object", properties: { a: { type: "integer", minimum } } },
    },
  });
  expect(newest.message("server", asked(0.5))).toBeUndefined();
  expect(newest.message("server", asked("0"))).toBeDefined();
  const capabilities = (value: unknown): unknown => ({ extensions: { "a/b": value } });
  expect(
    modern.definition("ServerCapabilities", capabilities({ a: null, b: 0.5 })),
  ).toBeUndefined();
  expect(modern.definition("ServerCapabilities", capabilities(null))).toBeDefined();
  expect(newest.definition("Error", { code: 0.5, message: "" })).toMatchObject({
    pointer: "/code",
  });
});

describe("a message", () => {
  test("is judged by its method and its side", () => {
    const progress = { jsonrpc: "2.0", method: "notifications/progress" };
    const params = { progressToken: 1, progress: 0.5 };
    expect(newest.message("server", { ...progress, params })).toBeUndefined();
    expect(newest.message("server", { ...progress, params: { progressToken: 1 } })).toEqual({
      pointer: "/params",
      message: 'has no "progress"',
      keyword: "required",
    });
    expect(newest.message("server", progress)).toMatchObject({ message: 'has no "params"' });
  });

  test("of a method nobody has defined is left alone", () => {
    expect(
      newest.message("server", { jsonrpc: "2.0", method: "$/mine", params: [] }),
    ).toBeUndefined();
    expect(newest.knows("server", "notification", "$/mine")).toBe(false);
    expect(newest.knows("server", "request", "roots/list")).toBe(true);
    expect(newest.knows("client", "request", "roots/list")).toBe(false);
    expect(modern.knows("server", "request", "roots/list")).toBe(false);
  });
});

describe("a result", () => {
  test.each<[string, SpecRevision, unknown, string | undefined]>([
    ["tools/call", "2025-11-25", { content: [] }, undefined],
    ["tools/call", "2026-07-28", { content: [] }, 'has no "resultType"'],
    ["tools/call", "2024-11-05", { content: [], structuredContent: 5 }, undefined],
    ["tools/call", "2025-06-18", { content: [], structuredContent: 5 }, "is 5, not an object"],
    ["ping", "2025-11-25", {}, undefined],
    ["ping", "2025-11-25", [], "is an array, not an object"],
    ["logging/setLevel", "2025-11-25", { any: 1 }, undefined],
    ["roots/list", "2025-11-25", { roots: [{}] }, 'has no "uri"'],
    ["no/such", "2025-11-25", {}, undefined],
    ["no/such", "2025-11-25", null, "is null, not an object"],
    [
      "resources/read",
      "2025-06-18",
      { contents: [{ uri: "a:b" }] },
      "is an object that fits none of 2 alternatives",
    ],
  ])("of %s in %s: %j", async (method, revision, result, message) => {
    const spec = await loadSpec(revision);
    expect(spec.result(method, result)?.message).toBe(message);
  });
});

async function ours(revision: SpecRevision): Promise<Record<string, unknown>> {
  // A test may look behind the door for the data the door has no reason to show.
  const file = (await import(`../../src/schema/spec/${revision}.ts`)) as { definitions: string };
  return JSON.parse(file.definitions) as Record<string, unknown>;
}

/** The schemas stand as objects in the suite's bundle; each is found by the links of its revision. */
function theirs(revision: SpecRevision): unknown {
  const bundle = readFileSync(
    new URL("../../node_modules/@modelcontextprotocol/conformance/dist/index.js", import.meta.url),
    "utf8",
  );
  const table = /=\{"2025-03-26":(\w+),"2025-06-18":(\w+),"2025-11-25":(\w+),\[\w+\]:(\w+)\}/u.exec(
    bundle,
  );
  const name = table?.[specRevisions.indexOf(revision)];
  const start = bundle.indexOf(`${name}={$schema:`) + `${name}=`.length;
  const schema = runInNewContext(`(${bundle.slice(start, endOfObject(bundle, start))})`) as Record<
    string,
    unknown
  >;
  const definitions = JSON.stringify(schema["$defs"] ?? schema["definitions"], bare);
  return JSON.parse(definitions.replaceAll("#/definitions/", "#/$defs/"));
}

function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      at += character === "\\" ? 1 : 0;
      quote = character === quote ? "" : quote;
    } else if (["`", '"', "'"].includes(character)) {
      quote = character;
    } else if ("{[".includes(character)) {
      depth += 1;
    } else if ("}]".includes(character)) {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return -1;
}

const prose = new Set(["description", "title", "$comment", "default", "examples", "deprecated"]);

/** Leaves out prose, and what checks nothing; a member called `title` of a message is no prose. */
function bare(key: string, value: unknown): unknown {
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    key === "properties" ||
    key === ""
  ) {
    return value;
  }
  const entries = Object.entries(value as Record<string, unknown>).filter(
    ([word, inner]) =>
      !prose.has(word) &&
      !(word === "additionalProperties" && ["{}", "true"].includes(JSON.stringify(inner))) &&
      !(word === "properties" && JSON.stringify(inner) === "{}"),
  );
  return Object.fromEntries(entries);
}
