import { expect, test } from "vitest";
import { faulty, play } from "./play.ts";

const checksOff = "checks: { leftover_processes: false, idle_cpu: false }";

/** Codes and messages of the findings of a server in a mode that answers one ping. */
async function findingsOf(mode: string, ...more: readonly string[]) {
  const { summary, record } = await play(`version: 1
servers:
${faulty("srv", mode, ...more)}
scenarios:
  - { name: quiet, server: srv, steps: [{ ping: true }] }
`);
  expect(summary.fault).toBeNull();
  return { findings: record.findings(), summary, server: record.servers()[0] };
}

test("a process that a server leaves behind fails the run and is named; a healthy server leaves none", async () => {
  const { findings, summary, server } = await findingsOf("child-process-left");
  expect(findings).toMatchObject([
    { code: "leftover-process", message: expect.stringContaining("node -e setInterval") },
  ]);
  expect(summary.outcome).toBe("failed");
  expect(server).toMatchObject({ state: "stopped", exitCode: 0 });
  const healthy = await findingsOf("ok");
  expect(healthy.findings).toEqual([]);
  expect(healthy.summary.outcome).toBe("passed");
});

test("a server that burns CPU while nothing is asked of it is told with the number and the limit", async () => {
  const { findings } = await findingsOf("burns-cpu", "idle: { window: 1s, cpu: 5% }");
  expect(findings.filter(({ code }) => code === "idle-cpu")).toMatchObject([
    { message: expect.stringMatching(/used \d+ % of a core for 1 s .* 5 % is allowed/) },
  ]);
});

test("both are silent where the run file switches them off", async () => {
  expect((await findingsOf("child-process-left", checksOff)).findings).toEqual([]);
  const burning = await findingsOf("burns-cpu", checksOff);
  expect(burning.findings.filter(({ code }) => code === "idle-cpu")).toEqual([]);
});

test("a server whose every scenario has a fresh container tells each of its faults once", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("srv", "child-process-left")}
scenarios:
  - { name: one, isolation: fresh, steps: [{ ping: true }] }
  - { name: two, isolation: fresh, steps: [{ ping: true }] }
`);
  expect(record.findings().map(({ code }) => code)).toEqual(["leftover-process"]);
});
