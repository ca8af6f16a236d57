import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { localClient } from "../api/index.ts";
import { findRunFile, neededValues } from "../config/index.ts";
import { recordedRunFile } from "../draft/index.ts";
import { asFault, codes, exitCodes, Fault, type Problem } from "../fault/index.ts";
import { readRecord, sealRecord } from "../record/index.ts";
import { neededLock } from "../registry/index.ts";
import { buildReport, terminalReport, writeReports } from "../report/index.ts";
import { forTerminal, plural } from "../text/index.ts";
import { holdManager } from "./hold-manager.ts";
import type { CommandIo } from "./io.ts";
import { defaultOut, type ParsedCommand, parseAllow, parseTime, parseVariables } from "./parse.ts";
import { publish } from "./publish.ts";
import { shelfFor } from "./shelf-for.ts";
import { tellProblems } from "./tell-problems.ts";

/** `run`: the whole run in this process; the exit code says how it went. */
export async function run(command: ParsedCommand, io: CommandIo): Promise<number> {
  const timeoutMs = parseTime("timeout", command.text("timeout"));
  const variables = parseVariables(command.texts("var"));
  const allow = parseAllow(command);
  const ci = isCi(io.environment);
  const updates = command.flag("update-snapshots");
  if (updates && ci) {
    throw new Fault(
      "USAGE",
      "run --update-snapshots: not in CI (CI is set): a run there would approve whatever came.",
    );
  }
  const recordTo = command.text("record");
  const file = findRunFile(io.cwd, command.positionals[0]);
  const asServer = command.text("stdio");
  if (asServer !== undefined) {
    if (recordTo === undefined) {
      throw new Fault("USAGE", "run --stdio: say with --record where the recording goes.");
    }
    const { recordClient } = await import("./record-client.ts");
    return recordClient({ file, server: asServer, to: recordTo, allow }, io);
  }
  const lock = command.flag("locked") ? neededLock(io.cwd, file.path) : undefined;
  const folder = resolve(io.cwd, command.text("out") ?? defaultOut);
  for (const name of ["run.db", "run.db-wal", "run.db-shm", "run.db-spare.tmp"]) {
    rmSync(join(folder, name), { force: true });
  }
  const values = await neededValues(
    file.text,
    variables,
    io.environment,
    await shelfFor(file, variables, io),
  );
  const manager = holdManager(io, folder, allow);
  const client = localClient(manager);
  const say = (line: string) => io.err(`${forTerminal(line)}\n`);
  try {
    const summary = await client.call(
      "docker_run_scenarios",
      {
        file: file.path,
        text: file.text,
        workspace: io.cwd,
        variables: { ...values.variables, ...variables },
        secrets: values.secrets,
        only: [...command.texts("only"), ...command.texts("tag").map((tag) => `tag:${tag}`)],
        update_snapshots: updates,
        ci,
        keep_running: command.flag("keep"),
        ...(lock === undefined ? {} : { lock }),
        ...(timeoutMs === undefined ? {} : { timeout_ms: timeoutMs }),
      },
      { progress: say, signal: io.signal },
    );
    // Written by our own manager from Fault.problems.
    tellProblems(
      (summary["fault"] as { readonly problems: readonly Problem[] } | null)?.problems ?? [],
      io,
    );
    if (command.flag("keep") && !io.signal.aborted) {
      await publish(manager, io, say);
    }
    // Without --keep the run is over: its reports are written while the rest is taken down.
    const reported = command.flag("keep") ? undefined : report(folder, command.flag("json"), io);
    const down = client.call("docker_shutdown", {}, { progress: say });
    const [{ left }] = await Promise.all([down, reported]);
    if (left !== 0) {
      say(
        `${plural(Number(left), "object")} may be left on the engine; \`docker-mcp-manager sweep\` removes what is`,
      );
    }
    const unwritten = await (reported ?? report(folder, command.flag("json"), io));
    const exitCode = Number(summary["exit_code"]);
    if (exitCode !== codes.RECORD_UNWRITABLE.exit && unwritten !== undefined) {
      throw unwritten;
    }
    if (unwritten === undefined) {
      sealRecord(join(folder, "run.db"));
    }
    if (recordTo !== undefined) {
      writeRecording(file.text, folder, recordTo, io);
    }
    return exitCode === exitCodes.passed && left !== 0 ? exitCodes.leftBehind : exitCode;
  } finally {
    await client.call("docker_shutdown", {});
  }
}

/** As the CI services set it; `CI=false` is how people switch it off. */
function isCi(environment: CommandIo["environment"]): boolean {
  return !["", "0", "false"].includes((environment["CI"] ?? "").toLowerCase());
}

/** The wire of the run as a run file of its own; what stood there is replaced. */
function writeRecording(source: string, folder: string, path: string, io: CommandIo): void {
  using reader = readRecord(join(folder, "run.db"));
  const text = recordedRunFile(source, reader);
  if (text === undefined) {
    io.err(`Nothing was said to a server, so ${forTerminal(path)} was not written.\n`);
    return;
  }
  writeFileSync(resolve(io.cwd, path), text);
  io.err(`Recorded: ${forTerminal(path)}\n`);
}

/** Writes and shows the reports; the fault when they could only be shown. */
async function report(folder: string, json: boolean, io: CommandIo): Promise<Fault | undefined> {
  using reader = readRecord(join(folder, "run.db"));
  const unwritten = await writeReports(folder, reader).then(() => undefined, asFault);
  const built = buildReport(reader);
  const place = unwritten === undefined ? `Report: ${join(folder, "report.html")}\n` : "";
  io.out(json ? `${JSON.stringify(built, null, 2)}\n` : `${terminalReport(built)}\n${place}`);
  return unwritten;
}
