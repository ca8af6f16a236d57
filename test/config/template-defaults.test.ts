import { expect, test } from "vitest";
import {
  type AppliedTemplate,
  loadRunFile,
  neededValues,
  type ServerSpec,
  type TemplateBook,
} from "../../src/config/index.ts";
import { asFault, Fault } from "../../src/fault/index.ts";
import { requestOf, withSteps } from "./loading.ts";

/** One template, `mine`, that says this. */
function bookWith(
  server: Record<string, unknown>,
  more: Partial<AppliedTemplate> = {},
): TemplateBook {
  return { names: ["mine"], apply: () => Promise.resolve({ server, problems: [], ...more }) };
}

async function specWith(server: Record<string, unknown>, entry = ""): Promise<ServerSpec> {
  const text = withSteps("- ping:", `template: mine\n${entry}`);
  const loaded = await loadRunFile(requestOf(text, { templates: bookWith(server) }));
  const spec = loaded.runFile.servers["a"];
  if (spec === undefined) {
    throw new Error("no server a");
  }
  return spec;
}

async function problemsWith(templates: TemplateBook, entry = ""): Promise<readonly string[]> {
  const text = withSteps("- ping:", `template: mine\n${entry}`);
  const fault = await loadRunFile(requestOf(text, { templates })).then(
    () => undefined,
    (thrown: unknown) => asFault(thrown),
  );
  return (fault?.problems ?? []).map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
}

test("what a template says of a server holds where the entry says nothing", async () => {
  const said = { transport: "http", http: { port: 8080 }, env: { A: "1", B: "1" } };
  expect(await specWith(said, "env: { B: mine }\nready: { timeout: 2m }")).toMatchObject({
    transport: "http",
    http: { port: 8080, path: "/mcp" },
    env: { A: "1", B: "mine" },
    ready: { timeout: 120_000 },
  });
});

test("secrets of both hold, except what the entry gives openly; other lists are the entry's own", async () => {
  const said = { secrets: ["KEY", "OPEN"], args: ["--template"] };
  const entry = "secrets: [OWN, KEY]\nenv: { OPEN: x }\nargs: [--own]";
  expect(await specWith(said, entry)).toMatchObject({ secrets: ["OWN", "KEY"], args: ["--own"] });
  expect((await specWith(said)).secrets).toEqual(["KEY", "OPEN"]);
});

test("what the entry has as a secret is not given openly, and what it says of the protocol is alone", async () => {
  const said = { env: { KEY: "x", A: "1" }, protocol: "legacy" };
  const spec = await specWith(said, "secrets: [KEY]\nprotocols: [legacy, modern]");
  expect([spec.env, spec.protocol]).toEqual([{ A: "1" }, "auto"]);
});

test("a volume takes the place of the template's at the same path", async () => {
  const said = {
    volumes: [
      { host_path: "a", container_path: "/a" },
      { host_path: "b", container_path: "/b" },
    ],
  };
  const { volumes } = await specWith(said, "volumes: [{ host_path: own, container_path: /b }]");
  expect(volumes.map(({ host_path }) => host_path)).toEqual(["own", "a"]);
});

test("an entry that wants stdio does not get the template's port", async () => {
  const said = { transport: "http", http: { port: 8080 } };
  expect((await specWith(said, "transport: stdio")).http).toBeUndefined();
});

test("a template may be for a server that runs elsewhere", async () => {
  const spec = await specWith({ url: "https://a.example/mcp" }, "with: { x: 1 }");
  expect(spec).toMatchObject({ url: "https://a.example/mcp", transport: "http" });
});

test("what is wrong with parameters is told at its place, and never with a value that was filled in", async () => {
  const templates = bookWith(
    {},
    {
      problems: [
        { parameter: "x", message: "must be a string", aboutValue: true },
        { parameter: "y", message: "is required", aboutValue: false },
        { message: "needs one of: y, or z", aboutValue: false },
      ],
    },
  );
  expect(await problemsWith(templates, "with:\n  x: 7")).toEqual([
    "mcp-manager.yml:5:5 servers.a.with.y: is required",
    "mcp-manager.yml:5:5 servers.a.with: needs one of: y, or z",
    "mcp-manager.yml:6:7 servers.a.with.x: must be a string; got the number 7",
  ]);
  const [, , filled] = await problemsWith(templates, 'with:\n  x: "${V:-hidden}"');
  expect(filled).toContain('got what was filled in for "${V:-hidden}"');
});

test("what is wrong in what the template says stands at the template's name", async () => {
  expect(await problemsWith(bookWith({ http: { port: 0 }, transport: "http" }))).toEqual([
    expect.stringContaining("mcp-manager.yml:4:15 servers.a.http.port: expected"),
  ]);
});

test("a template that is not sound is told at its own lines", async () => {
  const problems = [
    { file: "t/mine/template.yml", line: 3, column: 2, message: "colour: unknown" },
  ];
  const templates: TemplateBook = {
    names: ["mine"],
    apply: () => Promise.reject(new Fault("TEMPLATE_INVALID", "no", { problems })),
  };
  expect(await problemsWith(templates)).toEqual(["t/mine/template.yml:3:2 colour: unknown"]);
});

test("secrets that a template names get their values too", async () => {
  const text = withSteps("- ping:", "template: mine");
  const environment = { KEY: "k", OTHER: "o" };
  const { secrets } = await neededValues(text, {}, environment, bookWith({ secrets: ["KEY"] }));
  expect(secrets).toEqual({ KEY: "k" });
});
