import { expect, test } from "vitest";
import { type Session, surveyTools } from "../../src/mcp/index.ts";
import { connectTo } from "./child-server.ts";

const timeoutMs = 20_000;
const options = { timeoutMs };

/** What is said about a server in a mode with which something is done. */
async function codesOf(
  mode: string,
  doing: (session: Session) => Promise<unknown>,
): Promise<readonly string[]> {
  await using connected = await connectTo(mode);
  await doing(connected.session);
  // What the server has sent meanwhile has been read when this is answered.
  await connected.session.ping(options);
  return connected.heard.findings.map(({ code }) => code);
}

const listAll = async (session: Session): Promise<void> => {
  for (const kind of ["tools", "resources", "resource_templates", "prompts"] as const) {
    await session.list(kind, options);
  }
};
const add = (session: Session): Promise<unknown> =>
  session.request("tools/call", { name: "add", arguments: { a: 2, b: 3 } }, options);
const listAndAdd = async (session: Session): Promise<void> => {
  await session.list("tools", options);
  await add(session);
};

test.each<[string, (session: Session) => Promise<unknown>, readonly string[]]>([
  ["ok", listAndAdd, []],
  ["answers-declared", listAll, []],
  ["declares-unanswered", listAll, ["declared-unanswered", "declared-unanswered"]],
  ["answers-undeclared", listAll, ["answered-undeclared", "answered-undeclared"]],
  ["logs-undeclared", add, ["undeclared-notification"]],
  ["list-changed-undeclared", add, ["undeclared-notification"]],
  ["unknown-notification", add, []],
  ["structured-wrong", add, ["output-schema"]],
  ["structured-wrong", listAndAdd, ["output-schema"]],
  ["structured-missing", listAndAdd, ["structured-content-missing"]],
  ["structured-array", add, ["result-schema"]],
  ["schema-typo", listAll, Array(3).fill("bad-input-schema")],
  ["schema-dangling-ref", listAll, Array(3).fill("bad-input-schema")],
  ["schema-not-object", listAll, Array(3).fill("bad-tool")],
  ["schema-remote-ref", listAll, []],
])("a server in mode %s", async (mode, doing, codes) => {
  expect(await codesOf(mode, doing)).toEqual(codes);
});

test("a finding carries the address of what the negotiated revision says", async () => {
  await using connected = await connectTo("structured-array", { protocol: "2025-06-18" });
  await add(connected.session);
  expect(connected.heard.findings).toMatchObject([
    { reference: "https://modelcontextprotocol.io/specification/2025-06-18/schema" },
  ]);
});

test("a list of tools that is asked for twice is the same, and its cost is known", async () => {
  await using connected = await connectTo("ok");
  const survey = await surveyTools(connected.session, { twice: true, timeoutMs });
  const names = survey?.cost.tools.map(({ name }) => name);
  expect(names).toEqual(["echo", "add", "fail", "sleep", "big"]);
  expect(survey?.cost.bytes).toBeGreaterThan(300);
  expect(survey?.findings).toEqual([]);
});

test("a list of tools that changes its order is found out, unless nobody asks twice", async () => {
  await using connected = await connectTo("shuffled-list");
  const survey = await surveyTools(connected.session, { twice: true, timeoutMs });
  expect(survey?.findings).toMatchObject([
    {
      code: "list-changes",
      severity: "warning",
      message: 'tools/list gave "echo", then "big" at place 1 when asked twice',
    },
  ]);
  const once = await surveyTools(connected.session, { twice: false, timeoutMs });
  expect(once?.findings).toEqual([]);
});

test("an answer to what only we have asked may come late", async () => {
  await using connected = await connectTo("slower-each-call");
  const call = { name: "echo", arguments: { message: "hi" } };
  const late = { timeoutMs: 5, own: true };
  await expect(connected.session.request("tools/call", call, late)).rejects.toThrow("within 5 ms");
  await connected.session.request("tools/call", call, options);
  expect(connected.heard.findings).toEqual([]);
});
