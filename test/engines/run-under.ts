import type { Report } from "../../src/report/index.ts";
import { type CliResult, createWorkspace, faultyServer } from "../e2e/cli.ts";
import { leftBehind } from "../e2e/left-behind.ts";
import type { PrivateEngine } from "./private-engine.ts";

/** Made by the set-up: Node.js 24 and busybox. */
export const image = "docker-mcp-manager/base-node:24";

export interface FaultyRun {
  readonly result: CliResult;
  readonly report: Report;
  /** What of the run is still on the engine. */
  readonly left: readonly string[];
  /** Outcome, whose fault and why, of every step played. */
  readonly steps: readonly { outcome: string; blame: string | null; reason: string | null }[];
}

interface Scene {
  /** Lines of the scenario's steps; the first is a ping. */
  readonly steps?: readonly string[];
  readonly server?: string;
  /** Happens after the first step, while the second is under way. */
  readonly fault?: () => Promise<unknown>;
}

const longCall = "{ call: sleep, with: { ms: 20000 }, timeout: 1m }";

/** Runs the CLI's run against a private engine, does something to that engine meanwhile, and waits for both. */
export async function runUnder(engine: PrivateEngine, scene: Scene): Promise<FaultyRun> {
  const { steps = [longCall], server = faultyServer("one", "ok"), fault } = scene;
  using workspace = createWorkspace("source");
  workspace.write(
    "mcp-manager.yml",
    [
      `version: 1\nservers:\n${server}\nscenarios:\n  - name: one\n    server: one\n    steps:`,
      ...["{ ping: true }", ...steps].map((step) => `      - ${step}`),
    ].join("\n"),
  );
  let happened: Promise<unknown> | undefined;
  const result = await workspace.cli(["run"], {
    environment: engine.environment,
    onOutput(soFar) {
      if (soFar.includes("✓ one › ping")) {
        happened ??= fault?.();
      }
    },
  });
  await happened;
  const report = workspace.report();
  return {
    result,
    report,
    left: await leftBehind(report.run.id, engine.environment),
    steps: report.scenarios.flatMap((scenario) =>
      scenario.steps.map(({ outcome, blame, reason }) => ({ outcome, blame, reason })),
    ),
  };
}
