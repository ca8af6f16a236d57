import { join } from "node:path";
import { systemClock } from "../../src/clock/index.ts";
import { type CommandIo, runCommand } from "../../src/command/index.ts";

/** What one command line printed and answered, run in this process. */
export async function commandOf(
  argv: readonly string[],
  given: Partial<Pick<CommandIo, "environment" | "cwd">> = {},
): Promise<{ readonly exitCode: number; readonly out: string; readonly err: string }> {
  const said = { out: "", err: "" };
  const exitCode = await runCommand(argv, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    environment: {},
    cwd: process.cwd(),
    ...given,
    clock: systemClock,
    signal: new AbortController().signal,
    version: "0.0.0",
    templates: join(import.meta.dirname, "../../templates"),
    reaper: { execPath: process.execPath, entry: join(import.meta.dirname, "../../src/reaper.ts") },
    stdin: async function* () {},
    stdinEnded: () => new Promise(() => undefined),
    pid: process.pid,
  });
  return { exitCode, ...said };
}
