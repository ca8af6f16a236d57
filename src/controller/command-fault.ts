import type { ExitInfo } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";

/** Exit codes of the init process when it could not run the command: not executable, not found. */
const initCodes = [126, 127];

/**
 * SERVER_COMMAND_NOT_FOUND when the container ended because its command could not be run; else undefined.
 *
 * `foreignPlatform` is what the image runs on, when that is not the engine's own platform.
 *
 * With an init process the engine starts every container happily; that there was no such program is then only said
 * by init, on stderr: `[FATAL tini (7)] exec nope failed: No such file or directory`.
 */
export function commandFault(
  server: string,
  exit: ExitInfo,
  stderr: readonly string[],
  foreignPlatform?: string,
): Fault | undefined {
  if (!initCodes.includes(exit.exitCode)) {
    return undefined;
  }
  for (const line of stderr) {
    const [, command, reason] =
      /^\[FATAL tini \(\d+\)\] exec (.+) failed: (.+)$/.exec(line.trimEnd()) ?? [];
    if (command !== undefined && foreignPlatform !== undefined) {
      // The kernel's "exec format error" may come out as another: init then tries the program as a shell script.
      return new Fault(
        "SERVER_COMMAND_NOT_FOUND",
        `Start server "${server}": the image is for ${foreignPlatform}, which the engine's host neither is nor emulates, so "${command}" cannot be run (${reason})`,
        {
          hint: "Use an image for the engine's own platform, or set up emulation (binfmt) on its host.",
        },
      );
    }
    if (command !== undefined) {
      return new Fault(
        "SERVER_COMMAND_NOT_FOUND",
        `Start server "${server}": the image has no program "${command}" that can be run (${reason})`,
      );
    }
  }
  return undefined;
}
