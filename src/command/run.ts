import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { localClient } from "../api/index.ts";
import { findRunFile, neededValues } from "../config/index.ts";
import { exitCodes } from "../fault/index.ts";
import { readRecord, sealRecord } from "../record/index.ts";
import { buildReport, terminalReport, writeReports } from "../report/index.ts";
import { forTerminal } from "../text/index.ts";
import { holdManager } from "./hold-manager.ts";
import type { CommandIo } from "./io.ts";
import { defaultOut, type ParsedCommand, parseTime, parseVariables } from "./parse.ts";
import { publish } from "./publish.ts";

/** `run`: the whole run in this process; the exit code says how it went. */
export async function run(command: ParsedCommand, io: CommandIo): Promise<number> {
  const timeoutMs = parseTime("timeout", command.text("timeout"));
  const variables = parseVariables(command.texts("var"));
  const file = findRunFile(io.cwd, command.positionals[0]);
  const folder = resolve(io.cwd, command.text("out") ?? defaultOut);
  for (const name of ["run.db", "run.db-wal", "run.db-shm"]) {
    rmSync(join(folder, name), { force: true });
  }
  const values = neededValues(file.text, variables, io.environment);
  const manager = holdManager(io, folder);
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
        only: command.texts("only"),
        keep_running: command.flag("keep"),
        ...(timeoutMs === undefined ? {} : { timeout_ms: timeoutMs }),
      },
      { progress: say, signal: io.signal },
    );
    if (command.flag("keep") && !io.signal.aborted) {
      await publish(manager, io, say);
    }
    // Without --keep the run is over: its reports are written while the rest is taken down.
    const reported = command.flag("keep") ? undefined : report(folder, command.flag("json"), io);
    const [{ left }] = await Promise.all([client.call("docker_shutdown", {}), reported]);
    await (reported ?? report(folder, command.flag("json"), io));
    sealRecord(join(folder, "run.db"));
    const exitCode = Number(summary["exit_code"]);
    return exitCode === exitCodes.passed && left !== 0 ? exitCodes.leftBehind : exitCode;
  } finally {
    await client.call("docker_shutdown", {});
  }
}

async function report(folder: string, json: boolean, io: CommandIo): Promise<void> {
  using reader = readRecord(join(folder, "run.db"));
  await writeReports(folder, reader);
  const built = buildReport(reader);
  io.out(
    json
      ? `${JSON.stringify(built, null, 2)}\n`
      : `${terminalReport(built)}\nReport: ${join(folder, "report.html")}\n`,
  );
}
