import { type Code, Fault } from "../fault/index.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly code: Code;
  readonly hint?: string;
}

/** Nothing of ours is said later; the patterns would take long on a megabyte. */
const longestRead = 4_000;

/** What the engine says, and what it means. The first that matches counts. Texts of 20.10 to 28.5. */
const rules: readonly Rule[] = [
  {
    pattern:
      /no such image|reference does not exist|manifest (for \S+ )?(not found|unknown)|repository does not exist/i,
    code: "IMAGE_NOT_FOUND",
  },
  { pattern: /pull access denied/i, code: "IMAGE_NOT_FOUND" },
  { pattern: /no space left on device|disk quota exceeded/i, code: "ENGINE_DISK_FULL" },
  { pattern: /bind source path does not exist/i, code: "MOUNT_SOURCE_MISSING" },
  {
    pattern:
      /exec: ".*": (executable file not found|stat .*: no such file|permission denied|is a directory)/i,
    code: "SERVER_COMMAND_NOT_FOUND",
  },
  {
    pattern: /range of cpus is from|minimum memory limit|less than minimum|greater than the host/i,
    code: "LIMIT_NOT_POSSIBLE",
  },
  {
    pattern: /unable to find (user|group)|no matching entries in (passwd|group) file/i,
    code: "ENGINE_ERROR",
    hint: "The image's USER is in none of its lists of users; name one by number in `hardening.user`.",
  },
  {
    pattern: /error gathering device information/i,
    code: "ENGINE_ERROR",
    hint: "`hardening.devices` names devices of the machine that the engine runs on; it has no such one.",
  },
  {
    pattern:
      /non-overlapping IPv4 address pool|predefined address pools have been fully subnetted|could not find free subnet/i,
    code: "ENGINE_NETWORKS_FULL",
  },
  {
    pattern:
      /port is already allocated|address already in use|failed programming external connectivity/i,
    code: "ENGINE_ERROR",
    hint: "Another process holds the port; choose another, or let the engine choose.",
  },
];

/**
 * What went wrong with a call, in our words first and the engine's own behind.
 *
 * `doing` says what was attempted on what; it begins the message. A Fault passes unchanged.
 */
export function engineFault(error: unknown, doing: string, endpoint: string): Fault {
  if (error instanceof Fault) {
    return error;
  }
  const errno = fieldOf(error, "code");
  if (errno === "EACCES" || errno === "EPERM") {
    return new Fault("ENGINE_PERMISSION_DENIED", `${doing}: this user may not use ${endpoint}`, {
      cause: error,
    });
  }
  if (errno === "ENOENT" || errno === "ECONNREFUSED") {
    return new Fault("ENGINE_NOT_RUNNING", `${doing}: nothing answers at ${endpoint}`, {
      cause: error,
    });
  }
  return wordsFault(engineWords(error), doing, error);
}

/** The same for the error lines that come inside a stream. */
export function wordsFault(words: string, doing: string, cause?: unknown): Fault {
  const start = words.slice(0, longestRead);
  const rule = rules.find((candidate) => candidate.pattern.test(start));
  return new Fault(rule?.code ?? "ENGINE_ERROR", `${doing}: ${words}`, {
    ...(rule?.hint === undefined ? {} : { hint: rule.hint }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** HTTP status of an answer that the modem took for an error. */
export function statusOf(error: unknown): number | undefined {
  const answer = error instanceof Fault ? error.cause : error;
  const status = fieldOf(answer, "statusCode");
  // Podman, of a container that goes away while it is asked for.
  const isGone =
    status === 500 && fieldOf(fieldOf(answer, "json"), "cause") === "no such container";
  return isGone ? 404 : typeof status === "number" ? status : undefined;
}

/** Lets the engine's "there is no such thing" and the like pass as done. */
export async function tolerating(
  statuses: readonly number[],
  work: Promise<unknown>,
): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (statuses.includes(statusOf(error) ?? 0)) {
      return false;
    }
    throw error;
  }
}

/** The modem wraps the engine's words: `(HTTP code 500) server error - words`. */
function engineWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/^\(HTTP code \d+\) [\w ]+ - /, "").trim();
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
