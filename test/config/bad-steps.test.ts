import { describe, expect, test } from "vitest";
import { linesOf, load, problemsOf, withSteps } from "./loading.ts";

const lines = (step: string, server?: string) => linesOf(withSteps(`- ${step}`, server));
const url = "url: https://example.com/mcp";

describe("a step that cannot have a modifier", () => {
  test.each([
    ["{ ping: true, cancel_after: 1s }", "cancel_after: does not go with ping"],
    ["{ ping: true, progress: true }", "progress: does not go with ping"],
    ["{ read: a, with: {} }", "with: does not go with read"],
    ["{ list: tools, task: true }", "task: does not go with list"],
    ["{ list: tools, meta: {} }", "meta: does not go with list"],
    ["{ stop: true, retry: 3 }", "retry: does not go with stop"],
    ["{ kill: true, capture: { a: $.b } }", "capture: does not go with kill"],
    ["{ notify: a, capture: { a: $.b } }", "capture: does not go with notify"],
    ["{ wait_for: a, parallel: 2 }", "parallel: does not go with wait_for"],
    ["{ exec: ls, answers: {} }", "answers: does not go with exec"],
    ["{ complete: { prompt: a, argument: b, value: c }, input: auto }", "input: does not go with"],
    ["{ send_raw: x, fault: duplicate }", "fault: does not go with send_raw"],
  ])("%s: %s", (step, message) => {
    expect(lines(step)).toEqual([expect.stringContaining(message)]);
  });

  test("says which verbs it goes with, at its own place", () => {
    expect(lines("{ ping: true, cancel_after: 1s }")).toEqual([
      "8:23 cancel_after: does not go with ping; it goes with call, read, prompt, complete, list, request",
    ]);
  });

  test.each([
    ["retry: 2, trials: 2", "retry and trials exclude each other"],
    ["repeat: 2, retry: 2", "retry and repeat exclude each other"],
    ["trials: 2, repeat: 2", "trials and repeat exclude each other"],
    ["parallel: 2, retry: 2", "retry and parallel exclude each other"],
    ["cancel_after: 1s, fault: duplicate", "cancel_after and fault exclude each other"],
  ])("%s: %s", (keys, message) => {
    expect(lines(`{ call: a, ${keys} }`)).toEqual([expect.stringContaining(message)]);
  });
});

describe("a verb", () => {
  test("that is unknown is named with the nearest", () => {
    const [problem, ...others] = problemsOf(withSteps("- subscrbe: a:b"));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: 8, message: expect.stringContaining('"subscrbe"') });
    expect(problem?.hint).toContain('Did you mean "subscribe"?');
  });

  test("beside another is refused, whatever the two are", () => {
    expect(lines("{ kill: SIGTERM, read: a }")).toEqual([
      "8:26 the step has two verbs, kill and read; exactly one says what it does",
    ]);
  });

  test("that acts on a container is refused for a url", () => {
    expect(lines("restart:", url)).toEqual([
      '8:9 restart acts on a container, but the server "a" is a url',
    ]);
    expect(lines("{ exec: ls, name: x }", url)).toHaveLength(1);
    expect(load(withSteps("- ping:", url)).scenarios).toHaveLength(1);
  });

  test.each([
    ["call: a\n  with: [1]", "with: holds the arguments of a call by name; expected a map"],
    ["prompt: a\n  with: { n: 5 }", 'the argument "n" of a prompt must be text'],
    ["kill: TERM", "is no signal; write for example SIGTERM"],
    ["send_raw: { text: a, base64: AAAA }", "needs exactly one of text and base64"],
    ["send_raw: { base64: '*' }", "is not base64"],
    ["complete: { argument: a, value: b }", "needs exactly one of prompt and resource"],
    ["set_log_level: loud", "expected one of debug, info, notice"],
    ["list: tool", "expected one of tools, resources"],
  ])("%s: %s", (step, message) => {
    expect(lines(step)).toEqual([expect.stringContaining(message)]);
  });
});

describe("a place", () => {
  test.each([
    ["call: a", "exit_code: 0", "exit_code is no place of call; exec have it"],
    ["exec: ls", "text: a", "text is no place of exec"],
    ["read_file: /x", "exit_code: 0", "exit_code is no place of read_file"],
    ["list: tools", "structured: { exists: true }", "structured is no place of list"],
    ["notify: a", "$.x: 1", "a JSONPath is no place of notify"],
    ["stop:", "bytes: 1", "bytes is no place of stop"],
    [
      "call: a",
      "status: 200",
      'status is not known of the server "a", which is spoken to over stdio',
    ],
    ["call: a", '"content[0].size": 1', 'unknown place "content[0].size" in expect'],
    ["call: a", "notification: []", 'unknown place "notification" in expect'],
  ])("%s has no %s", (verb, expected, message) => {
    const found = linesOf(withSteps(`- ${verb}\n  expect: { ${expected} }`));
    expect(found[0]).toContain(message);
  });

  test.each(["stderr: a", "memory: { below: 1 }"])("%s is not known of a url", (expected) => {
    expect(lines(`{ ping: true, expect: { ${expected} } }`, url)).toEqual([
      expect.stringContaining("which is a url and runs elsewhere"),
    ]);
  });

  test("may be any of those a step has", () => {
    const steps = `
- exec: ls
  expect: { exit_code: 0, stdout: { contains: a }, $.exit_code: 0, memory: { below: 1GiB } }
- stop:
  expect: { stderr: "", duration: { below: 5s }, notifications: { length: 0 } }
- read: a:b
  expect: { text: a, "content[0].uri": a:b, $.contents: { length: 1 } }
`;
    expect(load(withSteps(steps)).scenarios[0]?.steps).toHaveLength(3);
  });
});

describe("a predicate that can never hold at its place", () => {
  test.each([
    ["text: 5", "text is text and never the number 5"],
    ["text: { above: 1 }", "text is text; above does not apply"],
    ["text: { each: a }", "text is text; each does not apply"],
    ["text: { includes: { a: 1 } }", "text is text; includes does not apply"],
    ["text: { sequence: [a] }", "text has no order"],
    ["is_error: { contains: a }", "is_error is true or false; contains does not apply"],
    ["is_error: 'no'", 'is_error is true or false and never "no"'],
    ["error: { code: x }", 'error.code is a number and never "x"'],
    ["error: { message: { below: 1 } }", "error.message is text; below does not apply"],
    ["duration: { schema: {} }", "duration is a number; judge it with above"],
    ["duration: { snapshot: true }", "duration is a number; judge it with above"],
    ["duration: { not: { matches: a } }", "duration is a number; judge it with above"],
    ["bytes: { any_of: [1, a] }", 'bytes is a number and never "a"'],
    ["bytes: { one_of: [1, a] }", 'bytes is a number and never "a"'],
    ["content: [{ bytes: a }]", 'content[0].bytes is a number and never "a"'],
    ["content: { matches: a }", "content is a list; matches does not apply"],
    ["text: { length: { starts_with: a } }", "the length of text is a number"],
    ["notifications: { above: 1 }", "notifications is a list; above does not apply"],
    ["$.a: { sequence: [a] }", "a JSONPath has no order"],
  ])("%s", (expected, message) => {
    expect(lines(`{ call: a, expect: { ${expected} } }`)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test("is not one that a capture may make fit", () => {
    const steps = `
- call: a
  capture: { n: $.n }
- call: b
  expect: { bytes: "{{ n }}", duration: { one_of: [1, "{{ n }}"] } }
`;
    expect(load(withSteps(steps)).scenarios[0]?.steps).toHaveLength(2);
  });

  test("is told at its own line and column, all at once, with the nearest name", () => {
    const text = withSteps(`
- call: a
  expect:
    text: { begins_with: a }
    duration:
      above: 1s
      matches: a
    $.a[: 1
`);
    const problems = problemsOf(text);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [10, 19],
      [13, 13],
      [14, 11],
    ]);
    expect(problems[0]?.hint).toContain("starts_with");
  });
});

describe("expressions", () => {
  test("I38 a JSONPath that is none is refused wherever one may stand", () => {
    const text = withSteps(`
- call: a
  capture: { x: "$.a[" }
  expect:
    "$[": 1
    text: { snapshot: { mask: ["$.."] } }
    notifications: [{ params: { "$.b[?": 1 } }]
  answers: { sampling: { when: { "$.c(": 1 }, text: x } }
- wait_for: { method: m, where: { "$.d]": 1 } }
`);
    const found = problemsOf(text).map(({ line, message }) => `${line} ${message}`);
    expect(found).toEqual([
      expect.stringMatching(/^9 "\\?\$\.a\[" is no JSONPath: /),
      expect.stringMatching(/^11 "\$\[" is no JSONPath: /),
      expect.stringMatching(/^12 "\$\.\." is no JSONPath: /),
      expect.stringMatching(/^13 "\$\.b\[\?" is no JSONPath: /),
      expect.stringMatching(/^14 "\$\.c\(" is no JSONPath: /),
      expect.stringMatching(/^15 "\$\.d\]" is no JSONPath: /),
    ]);
    expect(
      load(withSteps('- { call: a, capture: { x: "$.a[?@.b > 1]" } }')).scenarios,
    ).toHaveLength(1);
  });

  test("I38 a mask that is none is refused", () => {
    const mask = (written: string) =>
      withSteps(`- { call: a, expect: { text: { snapshot: { mask: [${written}] } } } }`);
    expect(linesOf(mask('"/(/"'))).toEqual([
      expect.stringContaining("is not a regular expression"),
    ]);
    expect(linesOf(mask("timestamp"))).toEqual([expect.stringContaining("neither a JSONPath")]);
    expect(linesOf(mask("/a/i"))).toEqual([expect.stringContaining("without flags")]);
    expect(load(mask('/a+/, "/(?<=x)\\\\d{2}/", $.b')).scenarios).toHaveLength(1);
  });

  test("I40 a regular expression may look around, name classes and groups; flags are no part of it", () => {
    const sources = ["(?<=a)b", "\\\\p{Lu}+", "(?<year>\\\\d{4})", "^a$", "(?i:a)"];
    for (const source of sources) {
      const text = withSteps(`- { call: a, expect: { text: { matches: "${source}" } } }`);
      expect(load(text).scenarios, source).toHaveLength(1);
    }
    expect(lines('{ call: a, expect: { text: { matches: "(?z:a)" } } }')).toHaveLength(1);
    expect(lines('{ call: a, expect: { text: { matches: "\\\\p{Nothing}" } } }')).toHaveLength(1);
  });
});

describe("captures", () => {
  test("are known in setup, steps and teardown, in this order", () => {
    const text = `${withSteps('- { call: b, with: { x: "{{ early }} {{ late }}" } }')}    setup:
      - { call: a, with: { x: "{{ late }}" }, capture: { early: $.a } }
    teardown:
      - { call: c, with: { x: "{{ early }}" }, capture: { late: $.a } }
`;
    expect(linesOf(text)).toEqual([
      "8:31 {{ late }} names no capture of an earlier step of this scenario",
      "10:31 {{ late }} names no capture of an earlier step of this scenario",
    ]);
  });

  test("are looked for in everything that is filled in", () => {
    const found = linesOf(
      withSteps(`
- read: "{{ a }}"
- send_raw: "{{ b }}"
- { call: x, meta: { y: "{{ c }}" } }
- { call: x, answers: { sampling: { text: "{{ d }}" } } }
- wait_for: { method: m, where: { $.e: "{{ e }}" } }
- exec: [ls, "{{ f }}"]
`),
    );
    expect(found).toHaveLength(6);
  });
});

describe("keys that reach the prototype", () => {
  test.each(["__proto__", "constructor", "prototype"])("A43 %s is refused anywhere", (key) => {
    const steps = [
      `- { call: a, with: { x: [{ ${key}: 1 }] } }`,
      `- { call: a, expect: { structured: { schema: { ${key}: {} } } } }`,
      `- { call: a, for_each: [{ ${key}: 1 }] }`,
      `- { call: a, answers: { elicitation: { accept: { ${key}: 1 } } } }`,
      `- { call: a, headers: { ${key}: x } }`,
    ];
    for (const step of steps) {
      expect(linesOf(withSteps(step)), step).toContainEqual(
        expect.stringContaining(`the key ${key} is not allowed`),
      );
    }
    expect("polluted" in {}).toBe(false);
  });

  test("a map that has a length is no list", () => {
    const [line] = lines("{ call: a, expect: { notifications: { length: { above: {} } } } }");
    expect(line).toContain("above: expected any value");
    expect(
      load(withSteps("- { call: a, expect: { requests: { length: { above: 1 } } } }")).scenarios,
    ).toHaveLength(1);
  });
});
