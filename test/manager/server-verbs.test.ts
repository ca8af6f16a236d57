import { expect, test } from "vitest";
import { faulty, outcomes, play } from "./play.ts";

const echo = "{ call: echo, with: { message: hello }, expect: { text: { contains: hello } } }";

async function playSteps(...steps: readonly string[]) {
  const played = await play(`version: 1
servers:
${faulty("srv", "ok")}
scenarios:
  - name: verbs
    steps:
${steps.map((step) => `      - ${step}`).join("\n")}
`);
  const { record } = played;
  if (played.summary.fault?.code === "RUN_FILE_INVALID") {
    console.log(JSON.stringify(played.summary.fault.problems));
  }
  return { ...played, outcomes: outcomes(record), findings: record.findings() };
}

test("a server that is stopped and started, restarted, killed and started answers again each time", async () => {
  const {
    outcomes: came,
    findings,
    record,
  } = await playSteps(
    echo,
    "stop: true",
    "start: true",
    echo,
    "restart: true",
    echo,
    "kill: SIGKILL",
    "start: true",
    echo,
  );
  expect(came.filter((line) => !line.endsWith("passed"))).toEqual([]);
  expect(came).toHaveLength(9);
  expect(findings).toEqual([]);
  const results = record.steps().map(({ resultJson }) => resultJson);
  expect(results[1]).toBe('{"exit_code":0}');
  expect(results[2]).toMatch(/"revision":"2025-11-25"/);
  expect(results[6]).toBe('{"exited":true,"exit_code":137}');
  expect(record.servers()).toMatchObject([{ state: "stopped", exitCode: 0 }]);
  const cpu = [...record.samples("srv")].map(({ cpuMs }) => cpuMs);
  expect(cpu).toEqual(cpu.toSorted((a, b) => a - b));
});

test("a call after the server was stopped is broken by that, and after a kill by the signal", async () => {
  const stopped = await playSteps("stop: true", echo);
  expect(stopped.outcomes[1]).toBe('call echo: broken, Server "srv" is stopped.');
  const killed = await playSteps("kill: SIGKILL", echo);
  expect(killed.outcomes[1]).toMatch(/^call echo: broken, .*SIGKILL/);
  expect(killed.record.servers()).toMatchObject([{ state: "stopped" }]);
});

test("a signal that a server lives through is sent and not waited for", async () => {
  const { outcomes: came, record } = await playSteps("kill: SIGWINCH", echo);
  expect(came).toEqual(["kill SIGWINCH: passed", "call echo: passed"]);
  expect(record.steps()[0]?.resultJson).toBe('{"exited":false}');
});

test("a server that runs cannot be started once more", async () => {
  const { outcomes: came } = await playSteps("start: true");
  expect(came[0]).toMatch(/^start: broken, .*it runs already/);
});

test("a paused server does not answer, and does once it is resumed", async () => {
  const { outcomes: came } = await playSteps("pause: true", "unpause: true", echo);
  expect(came).toEqual(["pause: passed", "unpause: passed", "call echo: passed"]);
  const paused = await playSteps("pause: true", "{ ping: true, timeout: 1s }");
  expect(paused.outcomes[1]).toMatch(/^ping: broken, .*1,000 ms/);
});

test("a command in the container has its exit code and output judged; one that is not there breaks the step", async () => {
  const { outcomes: came } = await playSteps(
    "{ exec: [sh, -c, 'echo out; echo err >&2; exit 3'], expect: { exit_code: 3, stdout: { contains: out }, $.stderr: { contains: err } } }",
    "{ exec: [no-such-program] }",
  );
  expect(came[0]).toMatch(/: passed$/);
  expect(came[1]).toMatch(/: broken, .*no-such-program/);
});

test("a command that hangs ends with its step's timeout", async () => {
  const { outcomes: came } = await playSteps("{ exec: [sleep, '1000'], timeout: 1s }", echo);
  expect(came[0]).toMatch(/: broken, .*1000 ms/);
});

test("a stdio server without a network has nothing to be cut off from", async () => {
  const { outcomes: came } = await playSteps("disconnect: true");
  expect(came[0]).toMatch(/^disconnect: broken, .*no network/);
});

test("memory is the container's of that moment", async () => {
  const { outcomes: came } = await playSteps(
    "{ ping: true, expect: { memory: { between: [1MiB, 512MiB] } } }",
    "{ ping: true, expect: { memory: { below: 1MiB } } }",
  );
  expect(came[0]).toBe("ping: passed");
  expect(came[1]).toMatch(/^ping: failed, .*memory/);
});
