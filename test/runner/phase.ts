import { randomUUID } from "node:crypto";
import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Clock } from "../../src/clock/index.ts";
import type { ActionFile } from "./action-file.ts";
import { parseFileCommands } from "./file-commands.ts";
import type { ActionStep, PhaseResult } from "./job.ts";
import { StepLog } from "./job-log.ts";
import type { Masks } from "./mask.ts";
import { type RunnerTimes, runProcess } from "./step-process.ts";

/** What the phases of one job share; `env` and `path` grow by GITHUB_ENV and GITHUB_PATH. */
export interface JobFrame {
  readonly masks: Masks;
  readonly env: Record<string, string>;
  readonly path: string[];
  /** Folder of the files behind GITHUB_OUTPUT and its like. */
  readonly fileCommands: string;
  readonly workspace: string;
  readonly node: string;
  readonly times: RunnerTimes;
  readonly clock: Clock;
  readonly onLine: (line: string) => void;
}

export interface Phase {
  readonly action: ActionFile;
  readonly phase: "main" | "post";
  readonly env: Readonly<Record<string, string>>;
  readonly state: Map<string, string>;
}

const kinds = ["OUTPUT", "STATE", "ENV", "PATH", "STEP_SUMMARY"] as const;
type Kind = (typeof kinds)[number];

/** A summary over 1 MiB is dropped whole. */
const maxSummaryBytes = 2 ** 20;

/** Runs main or post of an action and carries out what it asked for by commands and files. */
export async function runPhase(
  frame: JobFrame,
  phase: Phase,
  cancel: AbortSignal | undefined,
  step: ActionStep,
): Promise<PhaseResult> {
  const log = new StepLog(frame.masks, frame.onLine, frame.env["RUNNER_DEBUG"] === "1");
  const files = await createFiles(frame.fileCommands);
  const script = phase.phase === "main" ? phase.action.main : (phase.action.post ?? "");
  warnOfUnknownInputs(log, phase, step);
  const result = await runProcess({
    argv: [frame.node, script],
    cwd: frame.workspace,
    env: {
      ...frame.env,
      ...phase.env,
      PATH: [...frame.path.toReversed(), frame.env["PATH"] ?? ""].join(delimiter),
      ...Object.fromEntries(kinds.map((kind) => [`GITHUB_${kind}`, files[kind]])),
    },
    onLine: (line) => log.take(line),
    onStart: (pid) => step.onStart?.(pid, phase.phase),
    ...(cancel === undefined ? {} : { cancel }),
    times: frame.times,
    clock: frame.clock,
  });
  const broken = await applyFiles(frame, phase, log, files);
  const failed = result.exitCode !== 0 || broken;
  if (result.exitCode !== 0 && !result.cancelled) {
    log.annotate("error", `Process completed with exit code ${result.exitCode ?? result.signal}.`);
  }
  return {
    action: phase.action.name,
    phase: phase.phase,
    exitCode: result.exitCode,
    signal: result.signal,
    outcome: result.cancelled ? "cancelled" : failed ? "failure" : "success",
    durationMs: result.durationMs,
    firstLineMs: result.firstLineMs,
    heldStdio: result.heldStdio,
    log: joinLines(log.lines),
    rawLog: joinLines(log.rawLines),
    annotations: log.annotations,
    droppedAnnotations: log.droppedAnnotations,
    summary: await readSummary(files.STEP_SUMMARY, frame.masks, log),
    // Outputs set in post reach nobody.
    outputs: phase.phase === "main" ? Object.fromEntries(log.outputs) : {},
    commands: log.commands,
    commandsLeftStopped: log.commandsStopped,
  };
}

function warnOfUnknownInputs(log: StepLog, phase: Phase, step: ActionStep): void {
  const unknown = Object.keys(step.with ?? {}).filter((name) => !phase.action.inputs.has(name));
  if (unknown.length > 0 && phase.phase === "main") {
    const valid = [...phase.action.inputs.keys()].map((name) => `'${name}'`).join(", ");
    log.annotate(
      "warning",
      `Unexpected input(s) ${unknown.map((name) => `'${name}'`).join(", ")}, valid inputs are [${valid}]`,
    );
  }
}

async function createFiles(directory: string): Promise<Record<Kind, string>> {
  const names: Record<Kind, string> = {
    OUTPUT: `set_output_${randomUUID()}`,
    STATE: `save_state_${randomUUID()}`,
    ENV: `set_env_${randomUUID()}`,
    PATH: `add_path_${randomUUID()}`,
    STEP_SUMMARY: `step_summary_${randomUUID()}`,
  };
  const paths = { ...names };
  for (const kind of kinds) {
    paths[kind] = join(directory, names[kind]);
    await writeFile(paths[kind], "", { mode: 0o644 });
  }
  return paths;
}

/** Answers true when a file could not be understood, which fails the step. */
async function applyFiles(
  frame: JobFrame,
  phase: Phase,
  log: StepLog,
  files: Readonly<Record<Kind, string>>,
): Promise<boolean> {
  let broken = false;
  const pairs = async (kind: Kind): Promise<Map<string, string>> => {
    try {
      return parseFileCommands(await readText(files[kind]));
    } catch (error) {
      broken = true;
      log.annotate("error", `Unable to process file command '${kind.toLowerCase()}' successfully.`);
      log.annotate("error", error instanceof Error ? error.message : String(error));
      return new Map();
    }
  };
  for (const [name, value] of await pairs("OUTPUT")) {
    log.outputs.set(name, value);
  }
  for (const [name, value] of [...log.state, ...(await pairs("STATE"))]) {
    phase.state.set(name, value);
  }
  for (const [name, value] of await pairs("ENV")) {
    if (name.toUpperCase() === "NODE_OPTIONS") {
      log.annotate(
        "error",
        "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
      );
    } else {
      frame.env[name] = value;
    }
  }
  frame.path.push(...(await readText(files.PATH)).split(/\r\n|\n/).filter((line) => line !== ""));
  return broken;
}

async function readText(path: string): Promise<string> {
  await chmod(path, 0o644);
  return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
}

async function readSummary(path: string, masks: Masks, log: StepLog): Promise<string | null> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    return "";
  }
  if (found.size > maxSummaryBytes) {
    log.annotate(
      "error",
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(found.size / 1024)}k.`,
    );
    return null;
  }
  return (await readText(path))
    .split("\n")
    .map((line) => masks.apply(line))
    .join("\n");
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
