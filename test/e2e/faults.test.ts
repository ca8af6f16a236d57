import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CliResult, createWorkspace, faultyServer, type Workspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

const call = "{ call: echo, with: { message: hello }, expect: { text: { contains: hello } } }";
const short = ["ready: { timeout: 6s }", "stop: { eof: 4s, sigterm: 3s }"];

interface Exhibit {
  readonly title: string;
  readonly mode: string;
  readonly more?: readonly string[];
  readonly steps?: readonly string[];
  /** What the first step that did not pass says; absent: all pass. */
  readonly outcome?: "failed" | "broken";
  readonly reason?: RegExp;
  /** Findings that depend on how fast it floods and how it is scheduled: not looked at. */
  readonly mayHave?: readonly string[];
  /** Codes of findings that must be there, and no others. */
  readonly findings?: Readonly<Record<string, RegExp>>;
}

type Gallery = Readonly<Record<string, Exhibit>>;

/** One run with a server for each fault: that each is named shows too that none disturbs the others. */
const faults: Gallery = {
  healthy: { title: "a healthy server passes and has no findings", mode: "ok" },
  early: {
    title: "F32 a server that exits before it is ready: its exit code and stderr are the reason",
    mode: "exit-early",
    outcome: "broken",
    reason: /exited with code 3/,
  },
  zero: {
    title: "F33 a server that exits with 0 at once is not taken for a good one",
    mode: "exit-zero",
    outcome: "broken",
    reason: /exited with code 0/,
  },
  hang: {
    title:
      "F34 a server that never answers the handshake is given up at its ready timeout, with what runs in it",
    mode: "hang-init",
    outcome: "broken",
    reason: /within 6,000 ms.*processes: .*faulty\.mjs hang-init/,
  },
  crash: {
    title: "F36 a crash in the middle of a call names the signal",
    mode: "crash-midcall",
    outcome: "broken",
    reason: /SIGSEGV/,
  },
  half: {
    title: "F37 half a message before the exit is counted",
    mode: "half-message-exit",
    outcome: "broken",
    reason: /exited with code 1/,
    findings: { "unfinished-message": /30 bytes/ },
  },
  oom: {
    title: "F38 a server over its memory limit was killed for memory, at which limit",
    mode: "oom",
    more: ["limits: { memory: 64MiB }"],
    steps: ["{ call: echo, with: { message: hello }, timeout: 30s }"],
    outcome: "broken",
    reason: /killed for memory at its limit of 64 MiB/,
  },
  never: {
    title: "F40 a call without an answer ends at its timeout",
    mode: "never-answers",
    steps: ["{ call: sleep, with: { ms: 1 }, timeout: 1500ms }"],
    outcome: "broken",
    reason: /within 1,500 ms/,
  },
  stubborn: {
    title:
      "F41 a server that ignores the end of stdin and SIGTERM is killed, and both are findings",
    mode: "ignores-eof-and-sigterm",
    findings: { "ignores-eof": /did not exit within 4 s/, "ignores-sigterm": /had to be killed/ },
  },
  lingering: {
    title: "F42 a server that ignores only the end of stdin",
    mode: "ignores-eof",
    findings: { "ignores-eof": /did not exit within 4 s/ },
  },
  deaf: {
    title: "F43 a server that never reads its stdin cannot hold a call beyond its timeout",
    mode: "no-read-stdin",
    steps: [`{ call: echo, with: { message: "${"x".repeat(150_000)}" }, timeout: 2s }`],
    outcome: "broken",
    reason: /within 2,000 ms/,
    findings: { "ignores-eof": /./ },
  },
  closed: {
    title: "F44 a server that closed its stdout but lives is told apart from one that exited",
    mode: "stdout-closed",
    outcome: "broken",
    reason: /stdout/,
  },
  chatty: {
    title: "I60 lines on stdout that are no messages are a finding, and calls go on",
    mode: "pollute",
    findings: { "stdout-pollution": /./ },
  },
  glued: {
    title: "I61 bytes glued to a message are named with their number",
    mode: "pollute-glued",
    findings: { "glued-output": /20 bytes/ },
  },
  bom: {
    title: "I62 a byte order mark is accepted and named",
    mode: "bom",
    findings: { bom: /./ },
  },
  broken: {
    title: "I63 an answer that is not JSON fails its call at once",
    mode: "invalid-json",
    outcome: "broken",
    findings: { "invalid-json": /./ },
  },
  other: {
    title: "I69 an answer under another id is named",
    mode: "wrong-id",
    steps: ["{ call: echo, with: { message: hello }, timeout: 2s }"],
    outcome: "broken",
    findings: { "wrong-id": /./ },
  },
  twice: {
    title: "I70 a second answer is a finding, the first counts",
    mode: "duplicate-response",
    findings: { "duplicate-response": /./ },
  },
  bare: {
    title: "I73 a tool result without content is a finding, not repaired",
    mode: "no-content",
    steps: ["{ call: echo, with: { message: hello } }"],
    findings: { "result-schema": /content/ },
  },
  large: {
    title: "I81 a line of 20 MB arrives whole",
    mode: "big",
    steps: [`{ call: echo, with: { message: hello }, expect: { bytes: { above: 20000000 } } }`],
  },
  missing: {
    title: "a tool that does not exist fails the step",
    mode: "tool-not-found",
    steps: ["{ call: nope }"],
    outcome: "failed",
    reason: /-32602/,
  },
  erring: {
    title: "a tool error fails the step that did not expect one",
    mode: "tool-error",
    steps: ["{ call: echo, with: { message: hello } }"],
    outcome: "failed",
    reason: /error/,
  },
  expected: {
    title: "a tool error that is expected passes",
    mode: "tool-error",
    steps: ["{ call: echo, with: { message: hello }, expect: { is_error: true } }"],
  },
};

const ofFloods = ["ignores-eof", "ignores-sigterm", "output-dropped"];

/** Floods take all the processor time there is: two at a time, and no other fault beside them. */
const floods: Gallery = {
  loud: {
    title: "F45 a flood on stderr changes nothing for the calls",
    mode: "flood-stderr",
    mayHave: ofFloods,
  },
  garbage: {
    title: "F46 a flood of lines on stdout is counted, and calls go on",
    mode: "flood-garbage",
    mayHave: ofFloods,
    findings: { "stdout-pollution": /./ },
  },
};

function galleryFile(exhibits: Gallery): string {
  const servers = Object.entries(exhibits).map(([name, { mode, more = [] }]) =>
    faultyServer(name, mode, [...short, ...more]),
  );
  const scenarios = Object.entries(exhibits).map(([name, { steps = [call] }]) =>
    [
      `  - name: ${name}`,
      `    server: ${name}`,
      "    steps:",
      ...steps.map((step) => `      - ${step}`),
    ].join("\n"),
  );
  return `version: 1\nservers:\n${servers.join("\n")}\nscenarios:\n${scenarios.join("\n")}\n`;
}

describe.each([
  ["a server for each fault", faults, 3],
  ["servers that flood", floods, 1],
] as const)("one run with %s", (_title, exhibits: Gallery, exitCode) => {
  let workspace: Workspace;
  let result: CliResult;
  beforeAll(async () => {
    workspace = createWorkspace();
    workspace.write("gallery.yml", galleryFile(exhibits));
    result = await workspace.cli(["run", "gallery.yml"]);
  }, 120_000);
  afterAll(() => workspace[Symbol.dispose]());

  test.each(
    Object.entries(exhibits).map(([name, exhibit]) => [exhibit.title, name, exhibit] as const),
  )("%s", (_title, name, exhibit) => {
    const report = workspace.report();
    const scenario = report.scenarios.find((candidate) => candidate.name === name);
    expect(scenario?.outcome).toBe(exhibit.outcome ?? "passed");
    if (exhibit.reason !== undefined) {
      expect(scenario?.steps[0]?.reason ?? "").toMatch(exhibit.reason);
    }
    const findings = report.findings.filter(
      ({ server, code }) => server === name && !exhibit.mayHave?.includes(code),
    );
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(
      Object.keys(exhibit.findings ?? {}).sort(),
    );
    for (const [code, message] of Object.entries(exhibit.findings ?? {})) {
      expect(findings.find((finding) => finding.code === code)?.message).toMatch(message);
    }
  });

  test("the exit code says how the run as a whole went", () => {
    expect(result.exitCode).toBe(exitCode);
  });

  test("every declared step has exactly one outcome, the same in JSON and JUnit", () => {
    const report = workspace.report();
    const steps = report.scenarios.flatMap((scenario) => scenario.steps);
    expect(steps).toHaveLength(
      Object.values(exhibits).flatMap(({ steps: own = [call] }) => own).length,
    );
    const { totals } = report;
    const broken = steps.filter((step) => step.outcome === "broken").length;
    expect(totals.steps.broken).toBe(broken);
    expect(workspace.artifacts()).toContain("testsuites");
  });

  test("nothing is left on the engine", async () => {
    expect(await leftBehind(workspace.report().run.id)).toEqual([]);
  });
});
