import type { ExitInfo } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";

/** Exit codes of the init process when it could not run the command: not executable, not found. */
const initCodes = [126, 127];

/**
 * SERVER_COMMAND_NOT_FOUND when the container ended because its command could not be run; else undefined.
 *
 * With an init process the engine starts every container happily; that there was no such program is then only said
 * by init, on stderr: `[FATAL tini (7)] exec nope failed: No such file or directory`.
 */
export function commandFault(
  server: string,
  exit: ExitInfo,
  stderr: readonly string[],
): Fault | undefined {
  if (!initCodes.includes(exit.exitCode)) {
    return undefined;
  }
  for (const line of stderr) {
    const [, command, reason] =
      /^\[FATAL tini \(\d+\)\] exec (.+) failed: (.+)$/.exec(line.trimEnd()) ?? [];
    if (command !== undefined) {
      return new Fault(
        "SERVER_COMMAND_NOT_FOUND",
        `Start server "${server}": the image has no program "${command}" that can be run (${reason})`,
      );
    }
  }
  return undefined;
}
