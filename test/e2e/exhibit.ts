import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/report/index.ts";
import { type CliResult, createWorkspace, faultyServer, type Workspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

/** A server with one fault, the run file an author would write for it, and what the product must say. */
export interface Exhibit {
  readonly title: string;
  /** Of `test/servers/faulty.mjs`, with its number. */
  readonly mode: string;
  /** Further lines of the server's entry. */
  readonly more?: readonly string[];
  readonly steps?: readonly string[];
  /** Further lines of the scenario. */
  readonly scenario?: readonly string[];
  /** How the scenario ends; absent: it passes. */
  readonly outcome?: "failed" | "broken";
  /** What the first step that did not pass says. */
  readonly reason?: RegExp;
  /** Codes of findings that must be there, and no others, each with its cause in one line. */
  readonly findings?: Readonly<Record<string, RegExp>>;
  /** Findings that depend on how fast it floods and how it is scheduled: not looked at. */
  readonly mayHave?: readonly string[];
}

export type Gallery = Readonly<Record<string, Exhibit>>;

export const call =
  "{ call: echo, with: { message: hello }, expect: { text: { contains: hello } } }";
/** Long enough for a server that needs no time, on a machine that has none either. */
const patient = ["ready: { timeout: 20s }", "stop: { eof: 15s, sigterm: 15s }"];
/** What a run may take beyond a healthy one and the timeouts it grants. */
const graceMs = 3_000;

export interface GalleryOptions {
  readonly exitCode: number;
  /** A secret that must not be in anything the run leaves or prints. */
  readonly neverSaid?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The longest of the waits that the run file grants a fault: the run's time is then held against a healthy one's. */
  readonly grantedMs?: number;
}

const healthy: Exhibit = { title: "a healthy server passes and has no findings", mode: "ok" };

/** One run with a server for each fault and a healthy one: that each is named shows too that none disturbs the others. */
export function showGallery(title: string, faults: Gallery, given: GalleryOptions): void {
  const gallery: Gallery = { healthy, ...faults };
  describe(`one run with ${title}`, () => {
    let workspace: Workspace;
    let result: CliResult;
    let report: Report;
    let healthyMs = Number.NaN;
    beforeAll(async () => {
      workspace = createWorkspace("source");
      if (given.grantedMs !== undefined) {
        const allHealthy = Object.keys(gallery).map((name) => [name, healthy] as const);
        workspace.write("healthy.yml", galleryFile(Object.fromEntries(allHealthy)));
        healthyMs = (await workspace.cli(["run", "healthy.yml"])).wallMs;
      }
      workspace.write("gallery.yml", galleryFile(gallery));
      const { environment = {} } = given;
      result = await workspace.cli(["run", "gallery.yml"], { environment });
      expect(result.exitCode, result.stderr).not.toBe(2);
      report = workspace.report();
    }, 180_000);
    afterAll(() => workspace[Symbol.dispose]());

    test.each(
      Object.entries(gallery).map(([name, exhibit]) => [exhibit.title, name, exhibit] as const),
    )("%s", (_title, name, exhibit) => {
      const scenario = report.scenarios.find((candidate) => candidate.name === name);
      const stumbled = scenario?.steps.find(({ outcome }) => outcome !== "passed");
      expect(scenario?.outcome, stumbled?.reason ?? "").toBe(exhibit.outcome ?? "passed");
      expect(stumbled?.reason ?? scenario?.reason ?? "").toMatch(exhibit.reason ?? "");
      const findings = report.findings.filter(
        ({ server, code }) => server === name && !exhibit.mayHave?.includes(code),
      );
      const told = findings.map(({ code, message }) => `${code}: ${message}`).join("\n");
      expect([...new Set(findings.map(({ code }) => code))].sort(), told).toEqual(
        Object.keys(exhibit.findings ?? {}).sort(),
      );
      for (const [code, message] of Object.entries(exhibit.findings ?? {})) {
        const said = findings.filter((finding) => finding.code === code);
        expect(
          said.find((finding) => message.test(finding.message)),
          told,
        ).toBeDefined();
        expect(said.every((finding) => !finding.message.includes("\n"))).toBe(true);
      }
    });

    test("the exit code says how the run as a whole went", () => {
      expect(result.exitCode).toBe(given.exitCode);
    });

    const bounds = given.grantedMs === undefined ? [] : [given.grantedMs];
    test.each(bounds)(
      "the run takes no longer than one with healthy servers, the longest wait of %s ms and 3 s",
      (grantedMs) => {
        expect(result.wallMs).toBeLessThan(healthyMs + grantedMs + graceMs);
      },
    );

    test("every declared step has exactly one outcome, the same in JSON and JUnit", () => {
      const steps = report.scenarios.flatMap((scenario) => scenario.steps);
      expect(steps).toHaveLength(
        Object.values(gallery).flatMap(({ steps: own = [call] }) => own).length,
      );
      const broken = steps.filter((step) => step.outcome === "broken").length;
      expect(report.totals.steps.broken).toBe(broken);
      expect(workspace.artifacts()).toContain("testsuites");
    });

    const secrets = given.neverSaid === undefined ? [] : [given.neverSaid];
    test.each(secrets)("no secret is in what the run leaves or prints", (secret) => {
      const said = [workspace.artifacts(), result.stdout, result.stderr].join("");
      expect(said.includes(secret)).toBe(false);
      expect(said).toContain("***");
    });

    test("nothing is left on the engine", async () => {
      expect(await leftBehind(report.run.id)).toEqual([]);
    });
  });
}

function galleryFile(gallery: Gallery): string {
  const servers = Object.entries(gallery).map(([name, { mode, more = [] }]) =>
    faultyServer(name, mode, [
      ...patient.filter((line) => !more.some((own) => own.startsWith(line.split(":")[0] ?? line))),
      ...more,
    ]),
  );
  const scenarios = Object.entries(gallery).map(([name, { steps = [call], scenario = [] }]) =>
    [
      `  - name: ${name}`,
      `    server: ${name}`,
      ...scenario.map((line) => `    ${line}`),
      "    steps:",
      ...steps.map((step) => `      - ${step}`),
    ].join("\n"),
  );
  return `version: 1\nservers:\n${servers.join("\n")}\nscenarios:\n${scenarios.join("\n")}\n`;
}
