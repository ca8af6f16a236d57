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
    ["read_file: /data/x", { verb: "read_file", target: "/data/x" }],
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
    [
      "retry: { times: 3, until: { text: ready } }",
      {
        retry: {
          times: 3,
          delayMs: 1_000,
          until: [
            {
              place: "text",
              predicate: { name: "equals", value: "ready" },
              at: { line: 9, column: 43 },
            },
          ],
        },
      },
    ],
    ["retry: { times: 3, until: { progress: { length: 3 } } }", { progress: true }],
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
