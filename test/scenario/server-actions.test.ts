import { expect, test } from "vitest";
import type { Action, Expectation, Predicate } from "../../src/config/index.ts";
import { Fault } from "../../src/fault/index.ts";
import type { ServerAction } from "../../src/scenario/index.ts";
import { expectation, handleOf, playWith, step, stubSession, text } from "./stub-session.ts";

const exec: Action = { verb: "exec", target: "cat /x", command: ["cat", "{{ path }}"] };
const equals = (value: unknown): Predicate => ({ name: "equals", value });

/** One step on a server whose container answers so. */
async function acted(
  action: Action,
  result: unknown,
  expectations: readonly Expectation[] = [],
  row = { path: "/x" },
) {
  const asked: ServerAction[] = [];
  const handle = handleOf(() => Promise.reject(new Fault("SERVER_NOT_RUNNING", "it is stopped")), {
    verb(wanted) {
      asked.push(wanted);
      return result instanceof Fault ? Promise.reject(result) : Promise.resolve(result);
    },
    stderrSince: () => "the server's own",
  });
  const played = await playWith([step({ action, expectations, row })], () => handle);
  return { step: played.steps[0], asked };
}

test("a command's places are its exit code, stdout and stderr; its words are filled in", async () => {
  const { step: passed, asked } = await acted(
    exec,
    { exit_code: 0, stdout: "out", stderr: "err" },
    [
      expectation("exit_code", equals(0)),
      expectation("stdout", equals("out")),
      expectation("stderr", equals("err")),
      expectation("$.stdout", equals("out")),
    ],
  );
  expect(passed).toMatchObject({
    outcome: "passed",
    target: "cat /x",
    argumentsJson: '["cat","/x"]',
  });
  expect(asked).toMatchObject([{ verb: "exec", command: ["cat", "/x"] }]);
  const { step: failed } = await acted(exec, { exit_code: 0, stdout: "out", stderr: "" }, [
    expectation("stdout", equals("other")),
  ]);
  expect(failed?.reason).toBe('stdout is "out"; expected "other"');
});

test("a command that fails fails its step with what it said, unless its exit code is expected", async () => {
  const result = { exit_code: 2, stdout: "", stderr: "no such file\n" };
  const { step: failed } = await acted(exec, result);
  expect(failed).toMatchObject({
    outcome: "failed",
    reason: 'the command exited with 2: "no such file\\n"',
    verdicts: [{ place: "exit_code", ok: false, expected: "0", actual: "2" }],
  });
  const { step: expected } = await acted(exec, result, [expectation("exit_code", equals(2))]);
  expect(expected?.outcome).toBe("passed");
});

test.each(["stop", "start", "restart", "pause", "unpause", "disconnect", "connect"] as const)(
  "%s needs no session, and breaks its step when it cannot be done",
  async (verb) => {
    const { step: passed, asked } = await acted({ verb, target: "" }, null);
    expect(passed).toMatchObject({
      outcome: "passed",
      verb,
      resultJson: "null",
      argumentsJson: null,
    });
    expect(asked).toEqual([{ verb, target: "" }]);
    const fault = new Fault("ENGINE_UNRESPONSIVE", "no answer");
    const { step: broken } = await acted({ verb, target: "" }, fault);
    expect(broken).toMatchObject({
      outcome: "broken",
      faultCode: "ENGINE_UNRESPONSIVE",
      blame: "environment",
    });
  },
);

test("kill says its signal; an action over MCP on a stopped server is broken with the server's fault", async () => {
  const { asked } = await acted({ verb: "kill", target: "SIGTERM" }, null);
  expect(asked).toEqual([{ verb: "kill", target: "SIGTERM" }]);
  const { step: broken } = await acted({ verb: "ping", target: "" }, null);
  expect(broken).toMatchObject({ outcome: "broken", faultCode: "SERVER_NOT_RUNNING" });
});

test("what is filled into a pattern stands for itself", async () => {
  const matches: Predicate = { name: "matches", value: "^{{ path }}$" };
  const said = (stdout: string) =>
    acted(exec, { exit_code: 0, stdout, stderr: "" }, [expectation("stdout", matches)], {
      path: "a.b (1) [x] \\d $",
    });
  expect((await said("a.b (1) [x] \\d $")).step?.reason).toBeNull();
  expect((await said("aXb (1) [x] \\d $")).step?.outcome).toBe("failed");
});

test("what the server says after its answer is not of the step any more", async () => {
  const all: { method: string }[] = [];
  const add = (method: string): void => void all.push({ method });
  const session = {
    ...stubSession(() => {
      add("notifications/early");
      return text("");
    }),
    inbox: {
      get seq() {
        return all.length;
      },
      counts: new Map(),
      since: (seq: number) =>
        all.slice(seq).map(({ method }, nth) => ({
          seq: seq + nth + 1,
          atMs: 0,
          kind: "notification" as const,
          method,
          params: {},
        })),
      next: () => Promise.reject(new Error("nobody waits")),
    },
  };
  const handle = handleOf(() => session, {
    memoryBytes: async () => {
      add("notifications/late");
      return 5;
    },
  });
  const expectations = [
    expectation("memory", equals(5)),
    expectation("notifications", { name: "length", of: [equals(1)] }),
  ];
  const played = await playWith([step({ call: "a", expectations })], () => handle);
  expect(played.reason).toBeNull();
  expect(all).toHaveLength(2);
});
