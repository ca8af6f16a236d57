import { rmSync } from "node:fs";
import { serveStdio } from "../api/index.ts";
import { exitCodes } from "../fault/index.ts";
import { holdPassingManager } from "./hold-manager.ts";
import { interrupted } from "./interrupted.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseAllow, parseCount } from "./parse.ts";
import { publish } from "./publish.ts";

/** `serve`: a manager for MCP clients, until stdin ends (`--stdio`) or the process is interrupted. */
export async function serve(command: ParsedCommand, io: CommandIo): Promise<number> {
  const port = parseCount("port", command.text("port"), 0, 0, 65_535);
  const { manager, folder } = holdPassingManager(io, parseAllow(command));
  try {
    if (command.flag("stdio")) {
      await serveStdio(manager, io.version);
      await Promise.race([io.stdinEnded(), interrupted(io.signal), manager.ended]);
    } else {
      await publish(manager, io, (line) => io.err(`${line}\n`), port);
    }
    const { left } = await manager.shutdown();
    return left === 0 ? exitCodes.passed : exitCodes.leftBehind;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
