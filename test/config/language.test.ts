import { describe, expect, test } from "vitest";
import { load, stepsOf, withSteps } from "./loading.ts";

describe("a verb becomes an action", () => {
  test.each([
    ["call: echo", { verb: "call", target: "echo", arguments: {} }],
    [
      "{ call: echo, with: { a: [1] }, task: true }",
      { verb: "call", target: "echo", arguments: { a: [1] }, task: { wait: true } },
    ],
    [
      "{ call: echo, task: { ttl: 1m, wait: false } }",
      { verb: "call", target: "echo", arguments: {}, task: { wait: false, ttlMs: 60_000 } },
    ],
    ["read: a:b", { verb: "read", target: "a:b" }],
    ["subscribe: a:b", { verb: "subscribe", target: "a:b" }],
    ["unsubscribe: a:b", { verb: "unsubscribe", target: "a:b" }],
    [
      "{ prompt: hi, with: { name: Ada } }",
      { verb: "prompt", target: "hi", arguments: { name: "Ada" } },
    ],
    [
      "complete: { prompt: hi, argument: name, value: A, context: { x: y } }",
      {
        verb: "complete",
        target: "name",
        ref: { type: "ref/prompt", name: "hi" },
        value: "A",
        context: { x: "y" },
      },
    ],
    [
      'complete: { resource: "a:{b}", argument: b, value: "" }',
      { verb: "complete", target: "b", ref: { type: "ref/resource", uri: "a:{b}" }, value: "" },
    ],
    ["list: tasks", { verb: "list", target: "tasks", pages: "all" }],
    [
      "list: { kind: tools, pages: one, cursor: x }",
      { verb: "list", target: "tools", pages: "one", cursor: "x" },
    ],
    ["ping:", { verb: "ping", target: "" }],
    [
      "listen: { toolsListChanged: true }",
      { verb: "listen", target: "", filter: { toolsListChanged: true } },
    ],
    ["unlisten: true", { verb: "unlisten", target: "" }],
    ["set_log_level: debug", { verb: "set_log_level", target: "debug" }],
    ["request: a/b", { verb: "request", target: "a/b" }],
    ["{ request: a/b, with: [1] }", { verb: "request", target: "a/b", params: [1] }],
    ["{ notify: a/b, with: null }", { verb: "notify", target: "a/b", params: null }],
    ['send_raw: "{"', { verb: "send_raw", target: "", text: "{", newline: true }],
    [
      "send_raw: { base64: /w==, newline: false, answer: null }",
      { verb: "send_raw", target: "", base64: "/w==", newline: false, answer: null },
    ],
    ["wait_for: a/b", { verb: "wait_for", target: "a/b", where: [] }],
    ["restart:", { verb: "restart", target: "" }],
    ["disconnect: true", { verb: "disconnect", target: "" }],
    ["kill:", { verb: "kill", target: "SIGKILL" }],
    ["kill: SIGTERM", { verb: "kill", target: "SIGTERM" }],
    ["exec: ls -l", { verb: "exec", target: "ls -l", command: ["/bin/sh", "-c", "ls -l"] }],
    ["exec: [ls, -l]", { verb: "exec", target: "ls -l", command: ["ls", "-l"] }],
  ])("%s", (written, action) => {
    expect(stepsOf(`- ${written}`)[0]?.action).toEqual(action);
  });

  test("wait_for has conditions on the params, each with its place", () => {
    const [step] = stepsOf('- wait_for: { method: m, where: { "$.a": { above: 1, below: 9 } } }');
    expect(step?.action).toMatchObject({
      where: [
        { place: "$.a", predicate: { name: "above", value: 1 }, at: { line: 8, column: 57 } },
        { place: "$.a", predicate: { name: "below", value: 9 }, at: { line: 8, column: 67 } },
      ],
    });
  });
});

describe("what goes with a verb", () => {
  test.each([
    ["repeat: 3", { repeat: 3, parallel: 1 }],
    ["parallel: 8", { repeat: 8, parallel: 8 }],
    ["repeat: 100\n  parallel: 8", { repeat: 100, parallel: 8 }],
    ["trials: 10\n  parallel: 2", { repeat: 1, parallel: 2, trials: { times: 10, passRate: 1 } }],
    ["trials: { times: 10, pass_rate: 80% }", { trials: { times: 10, passRate: 0.8 } }],
    ["trials: { times: 10, pass_rate: 0.75 }", { trials: { times: 10, passRate: 0.75 } }],
    ["retry: 3", { retry: { times: 3, delayMs: 1_000 } }],
    ["retry: { times: 3, delay: 0s }", { retry: { times: 3, delayMs: 0 } }],
    ["cancel_after: 200ms", { cancelAfterMs: 200 }],
    ["fault: duplicate", { fault: { kind: "duplicate" } }],
    ["fault: { delay: 1s }", { fault: { kind: "delay", ms: 1_000 } }],
    ["meta: { a: 1 }", { meta: { a: 1 } }],
    ["input: manual", { input: "manual" }],
    ["timeout: 2m", { timeoutMs: 120_000 }],
    ["progress: true", { progress: true }],
    ["expect: { progress: { length: 3 } }", { progress: true }],
    [
      "expect: { text: a }",
      { progress: false, input: "auto", repeat: 1, parallel: 1, answers: [] },
    ],
  ])("%s", (written, loaded) => {
    expect(stepsOf(`- call: echo\n  ${written}`)[0]).toMatchObject(loaded);
  });

  test("headers go with a server spoken to over HTTP", () => {
    const steps = "- { ping: true, headers: { X-Count: 1 } }";
    const { scenarios } = load(withSteps(steps, "url: http://127.0.0.1:1/mcp"));
    expect(scenarios[0]?.steps[0]?.headers).toEqual({ "X-Count": "1" });
  });
});

describe("a scenario", () => {
  test("has setup and teardown around its steps, and what it was given", () => {
    const text = `${withSteps("- ping:")}    setup: [{ start: }]
    teardown: [{ kill: }, { exec: ls }]
    tags: [smoke, "2.0"]
    only: true
    isolation: fresh
    timeout: 1m
    trials: { times: 4, pass_rate: 50% }
`;
    const [scenario] = load(text).scenarios;
    expect(scenario).toMatchObject({
      tags: ["smoke", "2.0"],
      only: true,
      isolation: "fresh",
      timeoutMs: 60_000,
      trials: { times: 4, passRate: 0.5 },
    });
    expect(scenario?.setup.map(({ name }) => name)).toEqual(["start"]);
    expect(scenario?.teardown.map(({ name }) => name)).toEqual(["kill SIGKILL", "exec ls"]);
  });

  test("that says nothing more is plain", () => {
    const [scenario] = load(withSteps("- ping:")).scenarios;
    expect(scenario).toMatchObject({
      tags: [],
      only: false,
      isolation: "shared",
      setup: [],
      teardown: [],
    });
    expect(scenario).not.toHaveProperty("timeoutMs");
  });
});

describe("expectations", () => {
  const predicatesAt = (written: string) =>
    stepsOf(`- call: echo\n  expect: ${written}`)[0]?.expectations.map(({ place, predicate }) => [
      place,
      predicate,
    ]);

  test.each([
    ["{ text: { starts_with: a } }", ["text", { name: "starts_with", value: "a" }]],
    ["{ duration: { between: [1ms, 2s] } }", ["duration", { name: "between", value: [1, 2_000] }]],
    ["{ $.a: { one_of: [1, x] } }", ["$.a", { name: "one_of", value: [1, "x"] }]],
    ["{ $.a: { exists: false } }", ["$.a", { name: "exists", value: false }]],
    [
      "{ content: { length: 2 } }",
      ["content", { name: "length", of: [{ name: "equals", value: 2 }] }],
    ],
    [
      "{ $.a: { each: { type: string, length: { at_least: 1, at_most: 9 } } } }",
      [
        "$.a",
        {
          name: "each",
          of: [
            { name: "type", value: "string" },
            {
              name: "length",
              of: [
                { name: "at_least", value: 1 },
                { name: "at_most", value: 9 },
              ],
            },
          ],
        },
      ],
    ],
    [
      "{ text: { any_of: [a, { ends_with: b }] } }",
      [
        "text",
        {
          name: "any_of",
          of: [[{ name: "equals", value: "a" }], [{ name: "ends_with", value: "b" }]],
        },
      ],
    ],
    ["{ text: { not: a } }", ["text", { name: "not", of: [{ name: "equals", value: "a" }] }]],
    [
      '{ notifications: [a/b, { params: { "$.x": 1 } }] }',
      [
        "notifications",
        {
          name: "sequence",
          items: [
            { method: [{ name: "equals", value: "a/b" }], params: [] },
            {
              method: [],
              params: [
                {
                  place: "$.x",
                  predicate: { name: "equals", value: 1 },
                  at: { line: 9, column: 59 },
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      "{ 'content[1].bytes': { below: 1KiB } }",
      ["content[1].bytes", { name: "below", value: 1024 }],
    ],
  ])("%s", (written, expected) => {
    expect(predicatesAt(written)).toEqual([expected]);
  });

  test("a list of content blocks says how many there are and what each holds", () => {
    expect(
      predicatesAt(
        "{ content: [{ type: text, text: { contains: a } }, { mime_type: image/png }] }",
      ),
    ).toEqual([
      ["content.length", { name: "equals", value: 2 }],
      ["content[0].type", { name: "equals", value: "text" }],
      ["content[0].text", { name: "contains", value: "a" }],
      ["content[1].mime_type", { name: "equals", value: "image/png" }],
    ]);
  });

  test("a snapshot has a key of its own, also where steps and places have the same names", () => {
    const steps = stepsOf(`
- call: echo
  expect: { text: { snapshot: true }, $.a: { snapshot: true } }
- call: echo
  expect: { text: { snapshot: true } }
- call: echo
  expect: { text: { snapshot: mine }, structured: { snapshot: { name: mine, mask: [$.t, /x+/] } } }
`);
    const keys = steps.flatMap(({ expectations }) =>
      expectations.map(({ predicate }) => predicate.name === "snapshot" && predicate.key),
    );
    expect(keys).toEqual([
      "one › call echo › text",
      "one › call echo › $.a",
      "one › call echo › text #2",
      "mine",
      "mine #2",
    ]);
    expect(steps[2]?.expectations[1]?.predicate).toMatchObject({
      mask: [{ path: "$.t" }, { pattern: "x+" }],
    });
  });
});

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
