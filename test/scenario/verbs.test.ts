import { describe, expect, test } from "vitest";
import type { Action, Expectation, LoadedStep, Predicate } from "../../src/config/index.ts";
import { act, call, type Live, legacy, modern } from "./live.ts";
import { expectation } from "./stub-session.ts";

const at = (place: string, value: unknown): Expectation =>
  expectation(place, { name: "equals", value });
const lengthOf = (place: string, value: number): Expectation =>
  expectation(place, { name: "length", of: [{ name: "equals", value }] });

type Case = [Action, readonly Expectation[], Partial<LoadedStep>?];

const both: readonly Case[] = [
  [call("echo", { message: "hi" }), [at("text", "hi")]],
  [{ verb: "read", target: "test://a" }, [at("text", "content"), at("content[0].uri", "test://a")]],
  [
    { verb: "complete", target: "x", ref: { type: "ref/prompt", name: "p" }, value: "ab" },
    [at("$.completion.values", ["ab!"])],
  ],
  [{ verb: "list", target: "prompts", pages: "all" }, [at("$.prompts[0].name", "p")]],
  [
    { verb: "list", target: "resource_templates", pages: "all" },
    [lengthOf("$.resourceTemplates", 1)],
  ],
  [{ verb: "ping", target: "" }, [at("error", false)]],
  [
    { verb: "request", target: "resources/read", params: { uri: "test://z" } },
    [at("text", "content")],
  ],
  [{ verb: "request", target: "no/such" }, [at("error.code", -32601)]],
  [call("nobody"), [at("error.code", -32602)]],
];

const onlyLegacy: readonly Case[] = [
  [{ verb: "prompt", target: "p", arguments: { a: "b" } }, [at("text", '{"a":"b"}')]],
  [{ verb: "list", target: "resources", pages: "all" }, [lengthOf("$.resources", 2)]],
  [
    { verb: "list", target: "resources", pages: "one" },
    [lengthOf("$.resources", 1), at("$.nextCursor", "1")],
  ],
  [
    { verb: "list", target: "resources", pages: "one", cursor: "1" },
    [at("$.resources[0].name", "b")],
  ],
  [{ verb: "list", target: "tasks", pages: "all" }, [lengthOf("$.tasks", 0)]],
  [{ verb: "set_log_level", target: "debug" }, [at("logs", "debug: set")]],
  [{ verb: "set_log_level", target: "loud" }, [at("error.code", -32602)]],
  [{ verb: "unsubscribe", target: "test://a" }, [at("error", false)]],
  [{ ...call("echo", { message: "m" }), task: { wait: true } }, [at("text", "done m")]],
  [
    { ...call("echo", { message: "m" }), task: { wait: false, ttlMs: 5_000 } },
    [at("$.task.status", "working"), at("$.task.ttl", 5_000)],
  ],
  [
    { verb: "send_raw", target: "", text: "{ oops", newline: true, answer: null },
    [at("error.code", -32700)],
  ],
  [
    {
      verb: "send_raw",
      target: "",
      base64: Buffer.from('{"jsonrpc":"2.0","id":"raw","method":"ping"}').toString("base64"),
      newline: true,
      answer: "raw",
    },
    [at("$", {})],
  ],
  [{ verb: "notify", target: "notifications/roots/list_changed" }, []],
  [call("progress"), [lengthOf("progress", 3), at("$.content[0].text", "done")]],
  [
    call("progress"),
    [
      expectation("progress", {
        name: "sequence",
        items: [1, 10].map((value) => ({
          method: [{ name: "equals", value: "notifications/progress" }],
          params: [at("$.progress", value)],
        })),
      }),
    ],
  ],
];

const onlyModern: readonly Case[] = [
  [
    call("meta"),
    [expectation("text", { name: "contains", value: '"mine":1' })],
    { meta: { mine: 1 } },
  ],
  [{ verb: "listen", target: "", filter: { toolsListChanged: true } }, [at("error", false)]],
  [call("task"), [at("$.resultType", "task")]],
  [call("progress"), [lengthOf("progress", 1)]],
];

function describeCases(what: string, start: () => Promise<Live>, cases: readonly Case[]): void {
  describe(`over a ${what} session`, () => {
    test.each(cases.map((one) => [one] as const))(
      "%j",
      async ([action, expectations, parts = {}]) => {
        await using server = await start();
        const passed = await server.one({ action, expectations, ...parts });
        expect(passed).toMatchObject({ outcome: "passed", reason: null });
        // Each expectation turned round fails: it was really looked at.
        for (const { place, predicate } of expectations) {
          const not: Predicate = { name: "not", of: [predicate] };
          const failed = await server.one({
            action,
            expectations: [expectation(place, not)],
            ...parts,
          });
          expect(failed.outcome).toBe("failed");
        }
      },
    );
  });
}

describeCases("legacy", legacy, [...both, ...onlyLegacy]);
describeCases("modern", modern, [...both, ...onlyModern]);

describe("wait_for", () => {
  const updated = "notifications/resources/updated";
  const subscribe: Action = { verb: "subscribe", target: "test://a" };
  const waitFor = (target: string, where: readonly Expectation[] = []): Action => ({
    verb: "wait_for",
    target,
    where,
  });

  test("takes what came during the step before it, whose params are its result", async () => {
    await using server = await legacy();
    const played = await server.play([
      act({ action: subscribe }),
      act({
        action: waitFor(updated),
        capture: { uri: "$.uri" },
        expectations: [at("$.uri", "test://a")],
      }),
      act({
        action: { verb: "read", target: "{{ uri }}" },
        expectations: [at("content[0].uri", "test://a")],
      }),
    ]);
    expect(played).toMatchObject({ outcome: "passed", reason: null });
  });

  test("takes each message once, whatever their order", async () => {
    await using server = await legacy();
    const task = { ...call("echo", { message: "m" }), task: { wait: true } };
    const played = await server.play([
      act({ action: task }),
      act({ action: waitFor("notifications/tasks/status") }),
      act({ action: waitFor("notifications/tasks/status"), timeoutMs: 100 }),
    ]);
    expect(played.steps.map(({ outcome, faultCode }) => [outcome, faultCode])).toEqual([
      ["passed", null],
      ["passed", null],
      ["broken", "CALL_TIMED_OUT"],
    ]);
  });

  test("does not take what came before the step before it", async () => {
    await using server = await legacy();
    const played = await server.play([
      act({ action: { verb: "set_log_level", target: "info" } }),
      act({ action: { verb: "ping", target: "" } }),
      act({ action: waitFor("notifications/message"), timeoutMs: 100 }),
    ]);
    expect(played.steps[2]).toMatchObject({ outcome: "broken", faultCode: "CALL_TIMED_OUT" });
  });

  test("takes only what its conditions hold of", async () => {
    await using server = await legacy();
    const played = await server.play([
      act({ action: { verb: "notify", target: "notifications/roots/list_changed" } }),
      act({ action: waitFor("notifications/message", [at("$.data", "roots have changed")]) }),
      act({ action: { verb: "set_log_level", target: "info" } }),
      act({ action: waitFor("notifications/message", [at("$.level", "error")]), timeoutMs: 100 }),
    ]);
    expect(played.steps.map(({ outcome }) => outcome)).toEqual([
      "passed",
      "passed",
      "passed",
      "broken",
    ]);
  });

  test("is met by a modern subscription too", async () => {
    await using server = await modern();
    const played = await server.play([
      act({ action: subscribe }),
      act({ action: call("change-all") }),
      act({ action: waitFor(updated), expectations: [at("$.uri", "test://a")] }),
      act({ action: { verb: "unsubscribe", target: "test://a" } }),
      act({ action: call("change-all"), expectations: [at("text", "0 listen")] }),
    ]);
    expect(played).toMatchObject({ outcome: "passed", reason: null });
  });
});

describe("a request that is meddled with", () => {
  const none = expectation("$", { name: "exists", value: false });

  test("passes when it was cancelled in time, unless an expectation wants its result", async () => {
    await using server = await legacy();
    const slow = { action: call("slow"), cancelAfterMs: 100 };
    const below: Predicate = { name: "below", value: 2_500 };
    const cancelled = await server.one({
      ...slow,
      expectations: [none, expectation("duration", below)],
    });
    expect(cancelled).toMatchObject({ outcome: "passed" });
    const wanted = await server.one({ ...slow, expectations: [at("text", "x")] });
    expect(wanted).toMatchObject({
      outcome: "failed",
      reason: 'text is no result: the request was cancelled; expected "x"',
    });
  });

  test("that was answered before it could be cancelled is judged as it is, and that is told", async () => {
    await using server = await legacy();
    const quick = await server.one({
      action: call("echo", { message: "hi" }),
      cancelAfterMs: 10_000,
      expectations: [at("text", "hi")],
    });
    expect(quick).toMatchObject({
      outcome: "passed",
      note: "answered before it was to be cancelled",
    });
  });

  test("whose answer is dropped has no result, and the server did its work", async () => {
    await using server = await legacy();
    const fault = { kind: "drop_response" } as const;
    const dropped = await server.one({
      action: call("echo", { message: "x" }),
      fault,
      expectations: [none],
    });
    expect(dropped).toMatchObject({ outcome: "passed", resultJson: null });
    const wanted = await server.one({
      action: call("echo", { message: "x" }),
      fault,
      expectations: [at("text", "x")],
    });
    expect(wanted.reason).toContain("the step's fault dropped the answer");
  });

  test("sent twice is judged twice", async () => {
    await using server = await legacy();
    const fault = { kind: "duplicate" } as const;
    const same = await server.one({
      action: call("echo", { message: "x" }),
      fault,
      expectations: [at("text", "x")],
    });
    expect(same).toMatchObject({ outcome: "passed" });
    const create = { ...call("echo", { message: "x" }), task: { wait: false } };
    const first = await server.one({
      action: {
        verb: "request",
        target: "tools/call",
        params: { name: create.target, arguments: {}, task: {} },
      },
      fault,
      expectations: [at("$.task.taskId", "task-1")],
    });
    expect(first).toMatchObject({ outcome: "failed", blame: "server" });
    expect(first.reason).toContain('the request sent a second time: $.task.taskId is "task-2"');
  });

  test("may be sent later", async () => {
    await using server = await legacy();
    const started = performance.now();
    const late = await server.one({
      action: call("echo", { message: "x" }),
      fault: { kind: "delay", ms: 200 },
      expectations: [at("text", "x")],
    });
    expect(late).toMatchObject({ outcome: "passed" });
    expect(performance.now() - started).toBeGreaterThan(190);
  });
});

test("answers to many calls at once go to their own step", async () => {
  await using server = await legacy();
  const steps = Array.from({ length: 20 }, (_, nth) =>
    act({
      action: call("echo", { message: `message ${nth}` }),
      parallel: 10,
      repeat: 20,
      expectations: [at("text", `message ${nth}`)],
    }),
  );
  const played = await server.play(steps);
  expect(played).toMatchObject({ outcome: "passed" });
  expect(played.steps.map(({ attemptsPassed }) => attemptsPassed)).toEqual(Array(20).fill(20));
  expect(server.connected.heard.findings).toEqual([]);
});
