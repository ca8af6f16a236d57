import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { ActionProcess, Environment } from "./action-process.ts";
import { type CacheWord, cacheWord } from "./cache-client.ts";

const keptOutput = 20_000;

/** What the client reads of the environment; GITHUB_WORKSPACE and RUNNER_TEMP are the process's own folder. */
const passedOn =
  /^(?:PATH|HOME|LANG|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|GITHUB_SERVER_URL|(?:ACTIONS|CACHE)_[A-Z0-9_]+|(?:HTTP|HTTPS|NO|ALL)_PROXY)$/i;

/** What those who use the cache need of the action's process. */
export type CacheUser = Pick<
  ActionProcess,
  "execPath" | "cacheEntry" | "environment" | "signal" | "clock" | "templates"
>;

/** Time for a lookup, and for everything after it. */
export interface CacheTimes {
  readonly lookupMs: number;
  readonly transferMs: number;
}

/** A service that answers does so in a second, where its client would try for 24 s; a transfer of minutes pays for nobody. */
export const cacheTimes: CacheTimes = { lookupMs: 10_000, transferMs: 300_000 };

/** How a request to the cache service ended. */
export interface CacheAnswer {
  readonly word: CacheWord | "late" | "failed";
  /** The client's last words about what went wrong; empty when it had none. */
  readonly reason: string;
}

/** Whether the runner offers a cache service at all. */
export function offersCache(environment: Environment): boolean {
  const { ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, ACTIONS_RUNTIME_TOKEN } = environment;
  return Boolean(ACTIONS_RUNTIME_TOKEN && (ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL));
}

/**
 * Runs the cache client on one entry, whose files are below `folder`. Never rejects.
 *
 * The token goes by the environment of that process alone, and nothing it prints is carried out by the runner.
 */
export async function askCache(
  action: "restore" | "save",
  key: string,
  folder: string,
  own: Pick<CacheUser, "execPath" | "cacheEntry" | "environment" | "signal">,
  times: CacheTimes = cacheTimes,
): Promise<CacheAnswer> {
  const temp = join(folder, "temp");
  mkdirSync(temp, { recursive: true });
  const late = new AbortController();
  const limited = (ms: number) => setTimeout(() => late.abort(), ms);
  let timer = limited(action === "save" ? times.transferMs : times.lookupMs);
  const child = spawn(own.execPath, [own.cacheEntry, "cache", action, key], {
    cwd: folder,
    env: { ...clientEnvironment(own.environment), GITHUB_WORKSPACE: folder, RUNNER_TEMP: temp },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    signal: AbortSignal.any([own.signal, late.signal]),
    killSignal: "SIGKILL",
  });
  let output = "";
  let last: CacheWord | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-keptOutput);
    });
  }
  // The fourth entry of stdio is a pipe that we only read from.
  createInterface({ input: child.stdio[3] as Readable }).on("line", (line) => {
    last = cacheWord.safeParse(line).data ?? last;
    if (last === "hit") {
      clearTimeout(timer);
      timer = limited(times.transferMs);
    }
  });
  await new Promise<void>((resolve) => {
    child.once("close", resolve);
    child.on("error", (error) => {
      output += `\nFailed to run the cache client: ${error.message}`;
    });
  });
  clearTimeout(timer);
  if (last === undefined || last === "hit") {
    return { word: late.signal.aborted ? "late" : "failed", reason: reasonIn(output) };
  }
  return { word: last, reason: reasonIn(output) };
}

/** What the client of the cache service may know of the environment, its token among it. */
export function clientEnvironment(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && passedOn.test(name) ? [[name, value]] : [],
    ),
  );
}

/** The client says why in commands meant for the runner (`::warning::…`), or in a line that begins with "Failed". */
function reasonIn(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const said = lines.flatMap(
    (line) =>
      /^::(?:warning|error)[^:]*::(.*)/.exec(line)?.[1] ?? /^(Failed to .*)/.exec(line)?.[1] ?? [],
  );
  const unescaped = said
    .at(-1)
    ?.replaceAll("%0D", " ")
    .replaceAll("%0A", " ")
    .replaceAll("%25", "%");
  // What signs an address is as good as a password.
  return unescaped?.replaceAll(/\bsig=[^&\s"]+/g, "sig=…") ?? "";
}
