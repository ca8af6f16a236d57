import { describe, expect, test } from "vitest";
import type { Expectation } from "../../src/config/index.ts";
import { act, call, legacy, modern, rule } from "./live.ts";
import { expectation } from "./stub-session.ts";

const form = "elicitation/create";
const sampling = "sampling/createMessage";
const ada = { result: { action: "accept", content: { name: "Ada" } } };
const bob = { result: { action: "accept", content: { name: "Bob" } } };

const at = (place: string, value: unknown): Expectation =>
  expectation(place, { name: "equals", value });
const says = (value: string): Expectation => expectation("text", { name: "contains", value });

describe("a scripted answer", () => {
  test("is given when its conditions hold of what is asked, and the step says which rule it was", async () => {
    await using server = await legacy();
    const when = [expectation("$.message", { name: "matches", value: "^your name" })];
    const result = await server.one({
      action: call("ask-form"),
      answers: [rule(form, ada, { when })],
      expectations: [
        says('"name":"Ada"'),
        expectation("requests", { name: "length", of: [{ name: "equals", value: 1 }] }),
      ],
    });
    expect(result).toMatchObject({
      outcome: "passed",
      note: "elicitation/create answered by the rule of line 30",
    });
    expect(server.connected.heard.findings).toEqual([]);
  });

  test("that was never asked for fails its step, with the rule's line", async () => {
    await using server = await legacy();
    const result = await server.one({
      action: call("echo", { message: "hi" }),
      answers: [rule(form, ada, { line: 41 })],
    });
    expect(result).toMatchObject({
      outcome: "failed",
      blame: "server",
      reason:
        "the server never asked for elicitation/create, to which the answer of line 41 was ready",
      verdicts: [{ place: "answers", ok: false, expected: form, line: 41, column: 3 }],
    });
  });

  test("whose conditions do not hold is not given: the next one is, and then the server's own", async () => {
    await using server = await legacy({ rules: [rule(form, bob, { line: 5 })] });
    const not = rule(form, ada, { when: [at("$.message", "your age?")] });
    const result = await server.one({
      action: call("ask-form"),
      answers: [not],
      expectations: [says("Bob")],
    });
    expect(result.note).toBe("elicitation/create answered by the rule of line 5");
    expect(result).toMatchObject({ outcome: "failed", reason: expect.stringContaining("line 30") });
    const both = await server.one({
      action: call("ask-form"),
      answers: [rule(form, ada)],
      expectations: [says("Ada")],
    });
    expect(both.outcome).toBe("passed");
  });

  test("of a step is gone when the step is over", async () => {
    await using server = await legacy();
    const played = await server.play([
      act({ action: call("ask-form"), answers: [rule(form, ada)], expectations: [says("Ada")] }),
      act({ action: call("ask-form"), expectations: [says("-32601")] }),
    ]);
    expect(played.outcome).toBe("passed");
    expect(played.steps[1]?.note).toBe("elicitation/create had no answer ready");
    expect(server.connected.heard.findings).toMatchObject([{ code: "unasked-request" }]);
  });

  test("is used no more often than it says", async () => {
    await using server = await legacy({ rules: [rule(form, bob, { line: 5 })] });
    const result = await server.one({
      action: call("ask-form"),
      repeat: 3,
      answers: [rule(form, ada, { times: 2 })],
    });
    expect(result.note).toMatch(
      /elicitation\/create answered by the rule of line 30 \(2×\); elicitation\/create answered by the rule of line 5$/,
    );
  });

  test("may tell a form from a URL by its mode", async () => {
    await using server = await legacy();
    const url = rule(
      form,
      { result: { action: "accept" } },
      { when: [at("$.mode", "url")], line: 31 },
    );
    const answers = [url, rule(form, ada)];
    const result = await server.one({ action: call("ask-url"), answers: [url] });
    expect(result.note).toBe("elicitation/create answered by the rule of line 31");
    const other = await server.one({ action: call("ask-form"), answers });
    expect(other.note).toBe("elicitation/create answered by the rule of line 30");
  });

  test("has captures filled in, in its conditions and in what it says", async () => {
    await using server = await legacy();
    const played = await server.play([
      act({
        action: call("echo", { message: "your name?" }),
        capture: { asked: "$.content[0].text" },
      }),
      act({
        action: call("ask-form"),
        answers: [
          rule(
            form,
            { result: { action: "accept", content: { name: "<{{ asked }}>" } } },
            { when: [at("$.message", "{{ asked }}")] },
          ),
        ],
        expectations: [says("<your name?>")],
      }),
    ]);
    expect(played).toMatchObject({ outcome: "passed" });
  });

  test("whose condition is no condition breaks the step: it was not the server's fault", async () => {
    await using server = await legacy();
    const when = [expectation("$.messages[0].content.text", { name: "matches", value: "(" })];
    const result = await server.one({
      action: call("ask-sampling"),
      answers: [rule(sampling, ada, { when })],
    });
    expect(result).toMatchObject({
      outcome: "broken",
      faultCode: "NOT_JUDGEABLE",
      blame: "run file",
    });
  });
});

describe("A41 what a server asks", () => {
  test("is refused as a person would refuse it", async () => {
    await using server = await legacy();
    const declined = await server.one({
      action: call("ask-form"),
      answers: [rule(form, "refuse")],
      expectations: [says('"action":"decline"')],
    });
    expect(declined).toMatchObject({ outcome: "passed" });
    const rejected = await server.one({
      action: call("ask-sampling"),
      answers: [rule(sampling, "refuse")],
      expectations: [says('"code":-1,')],
    });
    expect(rejected).toMatchObject({
      outcome: "passed",
      note: "sampling/createMessage refused by the rule of line 30",
    });
  });

  test("may be left unanswered, and then its call takes as long as it may", async () => {
    await using server = await legacy();
    const result = await server.one({
      action: call("ask-form"),
      answers: [rule(form, "silence")],
      timeoutMs: 300,
    });
    expect(result).toMatchObject({
      outcome: "broken",
      faultCode: "CALL_TIMED_OUT",
      note: "elicitation/create left unanswered by the rule of line 30",
    });
  });

  test("gets the roots that are declared", async () => {
    const roots = [{ uri: "file:///data", name: "data" }];
    await using server = await legacy({ rules: [rule("roots/list", { result: { roots } })] });
    const result = await server.one({
      action: call("ask-roots"),
      expectations: [says("file:///data")],
    });
    expect(result).toMatchObject({ outcome: "passed" });
  });
});

describe("rounds of input of the modern era", () => {
  const answers = [rule(form, ada)];

  test("are answered from the same rules, and counted", async () => {
    await using server = await modern();
    const result = await server.one({
      action: call("ask-form"),
      answers,
      expectations: [says('"name":"Ada"'), at("rounds", 1)],
    });
    expect(result).toMatchObject({ outcome: "passed" });
    const none = await server.one({ action: call("echo", { message: "x" }), answers });
    expect(none.outcome).toBe("failed");
  });

  test("by hand are the raw result, and nothing is answered", async () => {
    await using server = await modern();
    const result = await server.one({
      action: call("ask-form"),
      input: "manual",
      expectations: [at("$.resultType", "input_required"), at("rounds", 0)],
    });
    expect(result).toMatchObject({ outcome: "passed", note: null });
  });
});
