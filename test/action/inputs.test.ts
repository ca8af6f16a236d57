import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/action/inputs.ts";
import { Fault } from "../../src/fault/index.ts";

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readInputs(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect(error).toMatchObject({ code: "USAGE", exitCode: 2 });
    return error instanceof Fault ? error.message.split("\n") : [];
  }
}

test("without any input, the defaults hold", () => {
  expect(readInputs({})).toEqual({
    allow: [],
    cache: "true",
    config: "",
    vars: {},
    only: [],
    "keep-running": false,
    "fail-on": "failed",
    locked: false,
    timeout: undefined,
    upload: true,
    "artifact-name": "",
    "retention-days": 0,
    summary: true,
    annotations: true,
    "log-level": "info",
  });
});

describe("I44 booleans are the words of YAML 1.2's core schema", () => {
  test.each(["true", "True", "TRUE", " true "])("I44 %j is true", (text) => {
    expect(readInputs({ "INPUT_KEEP-RUNNING": text })["keep-running"]).toBe(true);
  });
  test.each(["false", "False", "FALSE"])("I44 %j is false", (text) => {
    expect(readInputs({ INPUT_UPLOAD: text }).upload).toBe(false);
  });
  test.each(["yes", "on", "1", "", "tRUE", "null"])("I44 %j is an error", (text) => {
    expect(problemsOf({ INPUT_UPLOAD: text })).toEqual([
      `Input \`upload\` must be true or false. It is ${JSON.stringify(text)}.`,
    ]);
  });
});

test("every wrong input is named at once", () => {
  const problems = problemsOf({
    INPUT_UPLOAD: "yes",
    "INPUT_FAIL-ON": "always",
    INPUT_TIMEOUT: "soon",
    "INPUT_RETENTION-DAYS": "-1",
    INPUT_VARS: "A=1\nbroken\nA=2",
  });
  expect(problems).toEqual([
    "Input `vars` line 2 must be NAME=value; line 3 gives A a second time.",
    'Input `fail-on` must be one of failed, never. It is "always".',
    'Input `timeout` must be a duration from 1s to 1d, such as 90s or 15m. It is "soon".',
    'Input `upload` must be true or false. It is "yes".',
    'Input `retention-days` must be a number of days from 1 to 400, or 0. It is "-1".',
  ]);
});

test("a wrong variable's value never stands in the message", () => {
  expect(problemsOf({ INPUT_VARS: "9TOKEN=hunter2" }).join()).not.toContain("hunter2");
});

test("variables keep everything after the first equals sign, and blank lines are skipped", () => {
  expect(readInputs({ INPUT_VARS: "A=x=y \n\n  B=\r\nC= z" }).vars).toEqual({
    A: "x=y ",
    B: "",
    C: " z",
  });
});

test("I45 an input is only ever data", () => {
  const text = "a%0A::error::x\n##[save-state name=runId]1";
  expect(readInputs({ INPUT_ONLY: text }).only).toEqual([
    "a%0A::error::x",
    "##[save-state name=runId]1",
  ]);
});

test.each([
  ["90s", 90_000],
  ["1d", 86_400_000],
  ["", undefined],
])("timeout %j is %j ms", (text, ms) => {
  expect(readInputs({ INPUT_TIMEOUT: text }).timeout).toBe(ms);
});

test.each(["999ms", "2d", "10", "-5s"])("timeout %j is out of range or none", (text) => {
  expect(problemsOf({ INPUT_TIMEOUT: text })).toHaveLength(1);
});

describe("allow", () => {
  test("A10 names what servers may relax, one a line", () => {
    const text = "root\n capability:NET_RAW \n\nhost-path:/srv/data\n";
    expect(readInputs({ INPUT_ALLOW: text }).allow).toEqual([
      "root",
      "capability:NET_RAW",
      "host-path:/srv/data",
    ]);
  });

  test("A10 what cannot be had is refused when it is given", () => {
    expect(problemsOf({ INPUT_ALLOW: "root\nprivileged\nhost-path:/" })).toEqual([
      expect.stringMatching(
        /^Input `allow` names "privileged", which is nothing that can be allowed.*; names "host-path:\/", which cannot be had/,
      ),
    ]);
  });
});

describe("registry-mirror", () => {
  test("is taken as a host or an address; nothing is no mirror", () => {
    expect(readInputs({})["registry-mirror"]).toBeUndefined();
    const mirror = { "INPUT_REGISTRY-MIRROR": "https://mirror.test:5000/hub/" };
    expect(readInputs(mirror)["registry-mirror"]).toBe("mirror.test:5000/hub");
  });

  test("A28 that holds a password is refused without showing it", () => {
    const [problem, ...others] = problemsOf({
      "INPUT_REGISTRY-MIRROR": "https://me:hunter2@mirror.test",
    });
    expect(problem).toContain("Input `registry-mirror` is no mirror: ");
    expect(problem).toContain("an address with a user in it");
    expect([problem, ...others].join("\n")).not.toContain("hunter2");
  });
});
