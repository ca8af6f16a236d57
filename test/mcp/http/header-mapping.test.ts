import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mappingOf, paramHeaders } from "../../../src/mcp/http/header-mapping.ts";
import { headerValue } from "../../../src/mcp/http/header-value.ts";
import { of, rejection } from "../child-server.ts";
import { answerTo, connectHttp, errorTo, json, modernHandler, startStub } from "./stub-server.ts";

const timeoutMs = 20_000;

test.each([
  ["us-west1", "us-west1"],
  ["Hello, 世界", "=?base64?SGVsbG8sIOS4lueVjA==?="],
  [" padded ", "=?base64?IHBhZGRlZCA=?="],
  ["line1\nline2", "=?base64?bGluZTEKbGluZTI=?="],
  ["=?base64?literal?=", "=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?="],
  ["a\tb", "a\tb"],
  ["", ""],
])("the value %j travels as %j", (value, expected) => {
  expect(headerValue(value)).toBe(expected);
});

test("I95 whatever a value is, it comes back from its header, which is visible ASCII", () => {
  const inHeader = /^(?:[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?)?$/u;
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const header = headerValue(value);
      expect(header).toMatch(inHeader);
      const encoded = /^=\?base64\?(.*)\?=$/u.exec(header)?.[1];
      const back = encoded === undefined ? header : Buffer.from(encoded, "base64").toString("utf8");
      expect(back).toBe(value.toWellFormed());
    }),
  );
});

describe("I95 a mapping is invalid when", () => {
  const marked = (mark: unknown, type = "string"): object => ({ type, "x-mcp-header": mark });
  test.each([
    ["its name is empty", { properties: { a: marked("") } }],
    ["its name has a space", { properties: { a: marked("a b") } }],
    ["its name has a line break", { properties: { a: marked("a\r\nX-Evil: 1") } }],
    ["its name is no text", { properties: { a: marked(7) } }],
    ["two names differ in case only", { properties: { a: marked("X"), b: marked("x") } }],
    ["it is on a number", { properties: { a: marked("A", "number") } }],
    ["it is on an object", { properties: { a: marked("A", "object") } }],
    ["it is on something without a type", { properties: { a: { "x-mcp-header": "A" } } }],
    ["it is at the root", marked("A")],
    ["it is in an array", { properties: { a: { type: "array", items: marked("A") } } }],
    ["it is in a choice", { anyOf: [{ properties: { a: marked("A") } }] }],
    ["it is in a definition", { $defs: { d: marked("A") } }],
    ["it is below a condition", { if: { properties: { a: marked("A") } } }],
  ])("%s", (_, schema) => {
    expect(mappingOf(schema)).toEqual(expect.any(String));
  });
});

test("a mapping reaches into objects, and leaves out what is absent, null or no primitive", () => {
  const schema = {
    type: "object",
    properties: {
      region: { type: "string", "x-mcp-header": "Region" },
      deep: { type: "object", properties: { n: { type: "integer", "x-mcp-header": "N" } } },
      dry: { type: "boolean", "x-mcp-header": "Dry" },
      properties: { type: "string", "x-mcp-header": "P" },
      other: { type: "string", default: { "x-mcp-header": "is data here" } },
    },
  };
  const mapping = mappingOf(schema);
  expect(mapping).not.toEqual(expect.any(String));
  const mapped = (args: unknown) =>
    typeof mapping === "string" ? {} : paramHeaders(mapping, args);
  expect(
    mapped({ region: "grün", deep: { n: -7 }, dry: false, properties: "p", other: "x" }),
  ).toEqual({
    "mcp-param-region": "=?base64?Z3LDvG4=?=",
    "mcp-param-n": "-7",
    "mcp-param-dry": "false",
    "mcp-param-p": "p",
  });
  expect(mapped({ region: null, deep: 5, dry: {} })).toEqual({});
  expect(mapped(undefined)).toEqual({});
  expect(mapped(Object.create({ region: "inherited" }))).toEqual({});
});

const tools = [
  {
    name: "query",
    inputSchema: {
      type: "object",
      properties: { region: { type: "string", "x-mcp-header": "Region" } },
    },
  },
  {
    name: "broken",
    inputSchema: {
      type: "object",
      properties: { a: { type: "number", "x-mcp-header": "A" } },
    },
  },
];
const listed = { resultType: "complete", tools, ttlMs: 0, cacheScope: "public" };
const done = { resultType: "complete", content: [] };

test("I95 a tool with an invalid mapping is left out alone, and a valid one is called with its headers", async () => {
  await using stub = await startStub(
    modernHandler({
      "tools/list": (response, { message }) => json(response, answerTo(message, listed)),
    }),
  );
  await using connected = await connectHttp(stub.url, { protocol: "modern" });
  const { session, heard } = connected;
  await session.list("tools", { timeoutMs });
  expect(of(heard, "header-mapping")).toEqual([expect.stringContaining('"broken"')]);
  const broken = session.request(
    "tools/call",
    { name: "broken", arguments: { a: 1 } },
    { timeoutMs },
  );
  expect(await rejection(broken)).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringContaining("was not sent"),
  });
  const call = { name: "query", arguments: { region: "eu" } };
  expect(await session.request("tools/call", call, { timeoutMs })).toMatchObject({
    kind: "result",
  });
  expect(stub.seen.at(-1)?.headers["mcp-param-region"]).toBe("eu");
  expect(stub.seen.filter(({ message }) => message.params?.["name"] === "broken")).toEqual([]);
});

test("a call that is refused for want of its headers is made again once the tools are known", async () => {
  await using stub = await startStub(
    modernHandler({
      "tools/list": (response, { message }) =>
        message.params?.["cursor"] === undefined
          ? json(response, answerTo(message, { ...listed, tools: [], nextCursor: "2" }))
          : json(response, answerTo(message, listed)),
      "tools/call": (response, { message, headers }) =>
        headers["mcp-param-region"] === "eu"
          ? json(response, answerTo(message, done))
          : json(response, errorTo(message, -32020), 400),
    }),
  );
  await using connected = await connectHttp(stub.url, { protocol: "modern" });
  const { session, heard } = connected;
  const call = { name: "query", arguments: { region: "eu" } };
  expect(await session.request("tools/call", call, { timeoutMs })).toMatchObject({
    kind: "result",
  });
  expect(stub.seen.map(({ message }) => message.method)).toEqual([
    "server/discover",
    "tools/call",
    "tools/list",
    "tools/list",
    "tools/call",
  ]);
  expect(of(heard, "http-status")).toEqual([]);
  const other = { name: "query", arguments: { region: "us" } };
  const refused = await session.request("tools/call", other, { timeoutMs });
  expect(refused).toMatchObject({ kind: "error", error: { code: -32020 }, status: 400 });
  expect(stub.seen).toHaveLength(6);
});
