import type { ExitInfo } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";

/** What an init process says, and ends with, when it could not run the command. */
const inits: readonly { readonly codes: readonly number[]; readonly says: RegExp }[] = [
  // Docker's; not executable, not found.
  { codes: [126, 127], says: /^\[FATAL tini \(\d+\)\] exec (?<command>.+) failed: (?<reason>.+)$/ },
  // Podman's does not say which.
  { codes: [1], says: /^ERROR \(catatonit:\d+\): failed to exec pid1: (?<reason>.+)$/ },
];

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
  const { command, reason } = lastWords(exit, stderr) ?? {};
  if (reason === undefined) {
    return undefined;
  }
  const program = command === undefined ? "its command" : `"${command}"`;
  if (foreignPlatform !== undefined) {
    // The kernel's "exec format error" may come out as another: init then tries the program as a shell script.
    return new Fault(
      "SERVER_COMMAND_NOT_FOUND",
      `Start server "${server}": the image is for ${foreignPlatform}, which the engine's host neither is nor emulates, so ${program} cannot be run (${reason})`,
      {
        hint: "Use an image for the engine's own platform, or set up emulation (binfmt) on its host.",
      },
    );
  }
  return new Fault(
    "SERVER_COMMAND_NOT_FOUND",
    command === undefined
      ? `Start server "${server}": the image has no program for its command that can be run (${reason})`
      : `Start server "${server}": the image has no program "${command}" that can be run (${reason})`,
  );
}

function lastWords(
  { exitCode }: ExitInfo,
  stderr: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined {
  const says = inits.find(({ codes }) => codes.includes(exitCode))?.says;
  return stderr
    .map((line) => says?.exec(line.trimEnd())?.groups)
    .find((groups) => groups !== undefined);
}
