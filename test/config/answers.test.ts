import { describe, expect, test } from "vitest";
import { load, withSteps } from "./loading.ts";

describe("scripted answers", () => {
  const client = `
image: alpine:3.20
client:
  roots: ["file:///data", { uri: "file:///x", name: x }]
  sampling:
    - { when: { "$.maxTokens": { below: 10 } }, text: short, times: 2 }
    - { error: { code: -1, message: no } }
  elicitation: { accept: { name: Ada } }
  capabilities: { experimental: { a: {} } }
`;

  test("of a server are rules in the order written, and what they answer is declared", () => {
    const { clients } = load(withSteps("- ping:", client));
    expect(clients["a"]?.capabilities).toEqual({
      sampling: {},
      elicitation: { form: {}, url: {} },
      roots: {},
      experimental: { a: {} },
    });
    expect(clients["a"]?.answers).toMatchObject([
      {
        method: "sampling/createMessage",
        when: [{ place: "$.maxTokens", predicate: { name: "below", value: 10 } }],
        reply: {
          result: {
            role: "assistant",
            content: { type: "text", text: "short" },
            model: "scripted",
          },
        },
        times: 2,
        at: { line: 8 },
      },
      { method: "sampling/createMessage", reply: { error: { code: -1, message: "no" } } },
      {
        method: "elicitation/create",
        reply: { result: { action: "accept", content: { name: "Ada" } } },
      },
      {
        method: "roots/list",
        reply: { result: { roots: [{ uri: "file:///data" }, { uri: "file:///x", name: "x" }] } },
      },
    ]);
  });

  test("of a step are declared to its server and to no other", () => {
    const text = withSteps(
      "- { call: ask, server: a, answers: { elicitation: { decline: true }, sampling: { silence: true }, roots: { refuse: true } } }",
    ).replace("scenarios:", "  b: { image: alpine:3.20 }\nscenarios:");
    const { clients, scenarios } = load(text);
    expect(Object.keys(clients["a"]?.capabilities ?? {})).toEqual([
      "sampling",
      "elicitation",
      "roots",
    ]);
    expect(clients["b"]).toEqual({ capabilities: {}, answers: [] });
    expect(scenarios[0]?.steps[0]?.answers.map(({ reply }) => reply)).toEqual([
      "silence",
      { result: { action: "decline" } },
      "refuse",
    ]);
  });

  test.each(["{}", "{ text: a, refuse: true }", "{ model: x }"])(
    "the rule %s without exactly one answer is refused",
    (rule) => {
      const text = withSteps("- ping:", `image: a\nclient: { sampling: [${rule}] }`);
      expect(() => load(text)).toThrow("has a problem");
    },
  );
});

describe("servers over HTTP", () => {
  const spec = (server: string) => load(withSteps("- ping:", server)).runFile.servers["a"];

  test("a url is spoken to over http unless it says sse", () => {
    expect(spec("url: https://example.com/mcp")).toMatchObject({ transport: "http", headers: {} });
    expect(spec("{ url: https://example.com/sse, transport: sse }")?.transport).toBe("sse");
  });

  test("a container is spoken to over stdio unless it says where it listens", () => {
    expect(spec("image: a")).toMatchObject({ transport: "stdio", http: undefined });
    expect(spec("{ image: a, transport: http, http: { port: 80 } }")).toMatchObject({
      transport: "http",
      http: { port: 80, path: "/mcp" },
    });
    expect(spec("{ image: a, transport: sse, http: { port: 80 } }")?.http?.path).toBe("/sse");
    expect(spec("{ image: a, transport: sse, http: { port: 80, path: /x } }")?.http?.path).toBe(
      "/x",
    );
  });

  test("any revision may be asked for, and several", () => {
    expect(spec("{ image: a, protocol: 2025-06-18 }")?.protocol).toBe("2025-06-18");
    expect(spec("{ image: a, protocols: [legacy, 2026-07-28] }")?.protocols).toEqual([
      "legacy",
      "2026-07-28",
    ]);
  });
});
