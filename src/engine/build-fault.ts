import { Fault } from "../fault/index.ts";
import type { BuildFailure } from "./build-log.ts";

interface Cause {
  readonly pattern: RegExp;
  readonly hint: string;
}

/** What the engine's words mean where they do not say it. */
const causes: readonly Cause[] = [
  {
    pattern: /exec format error/i,
    hint: "The image is for another processor than the engine's; choose one for this platform, or set up emulation on the engine.",
  },
  {
    pattern: /--mount option requires BuildKit/i,
    hint: "This engine has no BuildKit; its classic builder knows no `--mount`. Use Docker Engine 20.10 or newer.",
  },
  {
    pattern: /unknown flag: network|network\.host is not allowed/i,
    hint: "A Dockerfile never gets the host's network; what it needs from there, copy into the context.",
  },
  {
    pattern: /no active sessions|secret \S+: not found|secret \S+ not found/i,
    hint: "Name the secret in `build.secrets`, so that it is handed to the build.",
  },
  {
    pattern: /\bunknown instruction\b/i,
    hint: "Correct the Dockerfile. Lines of a heredoc (`<<EOF`) are taken for instructions by engines before 23.",
  },
];

/** The fault of a build that failed, in one message: step, exit code, the engine's words, the step's last lines. */
export function buildFault(what: string, failure: BuildFailure): Fault {
  const { error, tail } = failure;
  const said = [error, ...tail].join("\n");
  const code = /exit code: (\d+)|returned a non-zero code: (\d+)/.exec(error);
  const exit = code ? ` with exit code ${code[1] ?? code[2]}` : "";
  const hint = causes.find(({ pattern }) => pattern.test(said))?.hint;
  return new Fault(
    /no space left on device|disk quota exceeded/i.test(said)
      ? "ENGINE_DISK_FULL"
      : "IMAGE_BUILD_FAILED",
    `${what} failed${at(failure)}${exit}: ${error}${quoted(failure)}`,
    { cause: failure, ...(hint !== undefined && { hint }) },
  );
}

/** The fault of a build that its time limit ended; `running` is the step it was at. */
export function buildTimeout(
  what: string,
  timeoutMs: number,
  running: BuildFailure | undefined,
): Fault {
  const [where, last] = running ? [at(running), quoted(running)] : ["", ""];
  return new Fault(
    "IMAGE_BUILD_FAILED",
    `${what} was stopped after ${timeoutMs / 1000} s, its time limit${where}${last}`,
    {
      cause: running,
      hint: "Find out what the step waits for, or allow more with `build.timeout`.",
    },
  );
}

/** Why a build failed, when that is what the fault is about. */
export function buildFailureOf(fault: unknown): BuildFailure | undefined {
  const cause = fault instanceof Fault ? fault.cause : undefined;
  return typeof cause === "object" && cause !== null && "step" in cause && "tail" in cause
    ? (cause as BuildFailure)
    : undefined;
}

/** ` at \`RUN npm ci\``, without BuildKit's stage and count. */
function at({ step }: BuildFailure): string {
  const instruction = step.replace(/^\[[^\]]*\]\s*|^Step \d+\/\d+ : /, "");
  return instruction === "" ? "" : ` at \`${instruction}\``;
}

function quoted({ tail, lines }: BuildFailure): string {
  if (tail.length === 0) {
    return "";
  }
  const of = lines > tail.length ? ` of ${lines}` : "";
  return `\nLast ${tail.length}${of} lines of the step:\n${tail.join("\n")}`;
}
