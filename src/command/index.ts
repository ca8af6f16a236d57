// The commands of the CLI: read the options, call one room, print, give an exit code.
import { asFault, codes, exitCodes } from "../fault/index.ts";
import { forTerminal } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseCommand } from "./parse.ts";
import { tellProblems } from "./tell-problems.ts";
import { usage } from "./usage.ts";

export { endsWithParent } from "./ends-with-parent.ts";
export type { CommandIo } from "./io.ts";

/** Runs one command line and resolves with its exit code; never rejects. */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await dispatch(parseCommand(argv), io);
  } catch (thrown) {
    const fault = asFault(thrown);
    io.err(`${codes[fault.code].title}: ${forTerminal(fault.message)}\n`);
    tellProblems(fault.problems, io);
    io.err(`${fault.hint}\n`);
    return fault.exitCode;
  }
}

/** Each command is loaded only when it is asked for: `validate` must not pay for the engine. */
async function dispatch(command: ParsedCommand, own: CommandIo): Promise<number> {
  const registryMirror = command.text("registry-mirror");
  const io = registryMirror === undefined ? own : { ...own, registryMirror };
  switch (command.command) {
    case "help":
      io.out(usage);
      return exitCodes.passed;
    case "version":
      io.out(`${io.version}\n`);
      return exitCodes.passed;
    case "run":
      return (await import("./run.ts")).run(command, io);
    case "init":
      return (await import("./init.ts")).init(command, io);
    case "lock":
      return (await import("./lock.ts")).lock(command, io);
    case "validate":
      return (await import("./validate.ts")).validate(command, io);
    case "templates":
      return (await import("./templates.ts")).templates(command, io);
    case "build":
      return (await import("./build.ts")).build(command, io);
    case "ps":
      return (await import("./ps.ts")).ps(command, io);
    case "logs":
      return (await import("./logs.ts")).logs(command, io);
    case "serve":
      return (await import("./serve.ts")).serve(command, io);
    case "base-images":
      return (await import("./base-images.ts")).baseImages(command, io);
    case "sweep":
      return (await import("./sweep.ts")).sweep(command, io);
    default:
      return command.command satisfies never;
  }
}
