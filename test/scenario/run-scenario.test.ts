import { expect, test } from "vitest";
import { Fault } from "../../src/fault/index.ts";
import { play, result, rpcError, step, stubSession, text } from "./stub-session.ts";

test("steps are sent in order, with their arguments and timeouts, and pass", async () => {
  const session = stubSession(() => text("hello"));
  const played = await play(
    [
      step({
        call: "echo",
        with: { message: "hello" },
        timeoutMs: 300,
        expect: { text: { contains: "ell" } },
      }),
      step({ list: "tools" }),
      step({}),
    ],
    session,
  );
  expect(played).toMatchObject({ outcome: "passed", reason: null, servers: ["one"] });
  expect(session.requests).toEqual([
    {
      method: "tools/call",
      params: { name: "echo", arguments: { message: "hello" } },
      timeoutMs: 300,
    },
    { method: "list tools", params: undefined, timeoutMs: 1_000 },
    { method: "ping", params: undefined, timeoutMs: 1_000 },
  ]);
  expect(
    played.steps.map(({ position, verb, target, line }) => ({ position, verb, target, line })),
  ).toEqual([
    { position: 0, verb: "call", target: "echo", line: 10 },
    { position: 1, verb: "list", target: "tools", line: 10 },
    { position: 2, verb: "ping", target: "", line: 10 },
  ]);
});

test("C2 after the first step that does not pass the rest is skipped, each told once and in order", async () => {
  const session = stubSession(() => text("hello"));
  const told: string[] = [];
  const played = await play(
    [
      step({ call: "a" }),
      step({ call: "b", expect: { text: { equals: "bye" } } }),
      step({ call: "c" }),
      step({ call: "d" }),
    ],
    session,
    { onStep: ({ target, outcome }) => told.push(`${target} ${outcome}`) },
  );
  expect(told).toEqual(["a passed", "b failed", "c skipped", "d skipped"]);
  expect(session.requests).toHaveLength(2);
  expect(played.outcome).toBe("failed");
  expect(played.reason).toBe('text is "hello"; expected "bye"');
  expect(played.steps[3]?.reason).toBe("step 2 (call b) failed");
});

test("a fault of the session makes the step broken, with its code and blame", async () => {
  const message = "tools/call was not answered within 1 s;\nlast stderr lines:\nboom";
  const session = stubSession(() => Promise.reject(new Fault("CALL_TIMED_OUT", message)));
  const played = await play([step({ call: "slow" }), step({ call: "next" })], session);
  expect(played.steps[0]).toMatchObject({
    outcome: "broken",
    faultCode: "CALL_TIMED_OUT",
    blame: "server",
    reason: "tools/call was not answered within 1 s; | last stderr lines: | boom",
    resultJson: null,
  });
  expect(played.steps[1]).toMatchObject({
    outcome: "skipped",
    reason: "step 1 (call slow) was broken",
  });
});

test("a server that is not ready breaks the step that needs it, with the server's own fault", async () => {
  const played = await play([step({ call: "a" })], () =>
    Promise.reject(new Fault("IMAGE_PULL_FAILED", "The image could not be pulled")),
  );
  expect(played.steps[0]).toMatchObject({
    outcome: "broken",
    faultCode: "IMAGE_PULL_FAILED",
    blame: "environment",
  });
});

test("each step goes to its own server", async () => {
  const asked: string[] = [];
  const session = stubSession(() => text(""));
  const played = await play([step({}), step({ server: "two" }), step({})], (server) => {
    asked.push(server);
    return session;
  });
  expect(asked).toEqual(["one", "two", "one"]);
  expect(played.servers).toEqual(["one", "two"]);
});

test("an abort before the first step skips them all, with the reason", async () => {
  const signal = AbortSignal.abort(new Fault("RUN_TIMED_OUT", "The run took longer than 1 s"));
  const played = await play(
    [step({}), step({})],
    stubSession(() => text("")),
    { signal },
  );
  expect(played.outcome).toBe("skipped");
  expect(played.steps.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
    "skipped: The run took longer than 1 s",
    "skipped: The run took longer than 1 s",
  ]);
});

test("an abort during a step makes it broken for the abort's reason, whatever the session says", async () => {
  const controller = new AbortController();
  const session = stubSession(() => {
    controller.abort(new Fault("RUN_TIMED_OUT", "The run took longer than 1 s"));
    throw new Error("aborted");
  });
  const played = await play([step({}), step({})], session, { signal: controller.signal });
  expect(played.outcome).toBe("broken");
  expect(played.steps[0]).toMatchObject({
    outcome: "broken",
    faultCode: "RUN_TIMED_OUT",
    blame: "run file",
  });
  expect(played.steps[1]?.outcome).toBe("skipped");
});

test("an abort between steps ends the scenario as broken", async () => {
  const controller = new AbortController();
  const played = await play(
    [step({}), step({})],
    stubSession(() => text("")),
    {
      signal: controller.signal,
      onStep: () => controller.abort(),
    },
  );
  expect(played.outcome).toBe("broken");
  expect(played.steps[1]).toMatchObject({ outcome: "skipped", reason: "The run was interrupted" });
});

test("captures are filled into later arguments and expectations with their type", async () => {
  const session = stubSession(({ params }) =>
    (params as { name: string }).name === "first"
      ? result({ structuredContent: { id: 7, tags: ["a", "b"] } })
      : text("item 7"),
  );
  const played = await play(
    [
      step({
        call: "first",
        capture: { id: "$.structuredContent.id", tags: "$.structuredContent.tags[*]" },
      }),
      step({
        call: "second",
        with: { id: "{{ id }}", label: "no. {{id}}: {{ tags }}", nested: [{ tags: "{{ tags }}" }] },
        expect: { text: { equals: "item {{ id }}" } },
      }),
    ],
    session,
  );
  expect(played).toMatchObject({ outcome: "passed" });
  expect(played.steps[0]?.captures).toEqual({ id: 7, tags: ["a", "b"] });
  expect(session.requests[1]?.params).toEqual({
    name: "second",
    arguments: { id: 7, label: 'no. 7: ["a","b"]', nested: [{ tags: ["a", "b"] }] },
  });
  expect(played.steps[1]?.argumentsJson).toContain('"id":7');
});

test("a capture that finds nothing fails the step with the path and what was there", async () => {
  const played = await play(
    [step({ call: "a", capture: { sum: "$.content[1].text" } }), step({ call: "b" })],
    stubSession(() => text("5")),
  );
  expect(played.steps[0]).toMatchObject({ outcome: "failed", captures: {} });
  expect(played.reason).toBe(
    'capture sum: nothing found in {"content":[{"type":"text","text":"5"}]} at $.content[1].text',
  );
});

test("an answer that fails is not captured from", async () => {
  const played = await play(
    [step({ call: "a", capture: { all: "$", none: "$.none" }, expect: { text: { equals: "x" } } })],
    stubSession(() => text("5")),
  );
  expect(played.steps[0]).toMatchObject({ outcome: "failed", captures: {} });
  expect(played.reason).toBe('text is "5"; expected "x"');
});

test("a placeholder that nothing was captured for is the run file's fault", async () => {
  const session = stubSession(() => text(""));
  const played = await play([step({ call: "a", with: { x: "{{ nobody }}" } })], session);
  expect(played.steps[0]).toMatchObject({ outcome: "broken", blame: "run file" });
  expect(played.reason).toContain("{{ nobody }}");
  expect(session.requests).toEqual([]);
});

test("A27 no half of a secret is left where a result or reason is cut", async () => {
  const secret = "sk-0123456789abcdefghijklmnopqrstuvwxyz";
  const redact = (value: string): string => value.replaceAll(secret, "***");
  for (const length of [480, 490, 499, 500, 1_000, 65_500, 65_530]) {
    const reply = text("x".repeat(length - 40) + secret + "y".repeat(80_000));
    const steps = [step({ call: "a", expect: { text: { equals: "z" } } })];
    const played = await play(
      steps,
      stubSession(() => reply),
      { redact },
    );
    const bare = JSON.stringify({ ...played.steps[0], captures: undefined });
    expect(bare).not.toContain(secret.slice(0, 8));
    expect(played.steps[0]?.resultJson?.length).toBeLessThan(66_000);
  }
});

test("an answer nested very deeply is judged and shown without falling over", async () => {
  const deep = JSON.parse("[".repeat(200_000) + "]".repeat(200_000)) as unknown;
  const session = stubSession(() => result({ structuredContent: deep }));
  const steps = [step({ call: "a", expect: { structured: { equals: [[]] } } })];
  const played = await play(steps, session);
  expect(played.outcome).toBe("failed");
  expect(played.reason).toBe(
    "structured is (nested too deeply to show) (/0/0 is (nested too deeply to show), expected nothing there); expected [[]]",
  );
  expect(played.steps[0]?.resultJson).toBe("(nested too deeply to show)");
});

test("a JSON-RPC error is kept as the result", async () => {
  const session = stubSession(() => rpcError(-32602, "bad"));
  const played = await play(
    [step({ call: "a", expect: { "error.code": { equals: -32602 } } })],
    session,
  );
  expect(played.outcome).toBe("passed");
  expect(played.steps[0]?.resultJson).toBe('{"code":-32602,"message":"bad"}');
});
