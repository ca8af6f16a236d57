import { spawn } from "node:child_process";
import { once } from "node:events";

export interface ReaperOptions {
  /** The Node.js that runs us. */
  readonly execPath: string;
  /** A script that becomes the reaper when its first argument is `reaper`. */
  readonly entry: string | URL;
  readonly runId: string;
  /** Only what leads to the engine is handed on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Reaper {
  /** Tells it that nothing is left to do; resolves when it has ended. */
  release(): Promise<void>;
}

const handedOn = [
  "DOCKER_HOST",
  "DOCKER_TLS_VERIFY",
  "DOCKER_CERT_PATH",
  "DOCKER_CONTEXT",
  "DOCKER_CONFIG",
  "HOME",
  "XDG_RUNTIME_DIR",
  "PATH",
  "TMPDIR",
] as const;

/**
 * Starts the reaper: a process of its own session that holds the other end of a pipe and sweeps the run when the pipe
 * closes without a word, that is, when this process has died.
 *
 * It does not keep this process alive, and does not carry RUNNER_TRACKING_ID, by which a CI runner finds and kills
 * what a job left. A reaper that cannot be started is no error: three other layers remove, too.
 */
export function launchReaper(options: ReaperOptions): Reaper {
  const entry = typeof options.entry === "string" ? options.entry : options.entry.pathname;
  const child = spawn(options.execPath, [entry, "reaper", options.runId], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    cwd: "/",
    env: Object.fromEntries(handedOn.map((name) => [name, options.environment[name]])),
  });
  const ended = Promise.race([once(child, "exit"), once(child, "error")]).catch(() => undefined);
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  child.unref();
  // The type is that of any writable; a pipe to a child is a socket.
  (child.stdin as unknown as { unref(): void }).unref();
  return {
    async release() {
      child.ref();
      child.stdin.end("done\n");
      await ended;
    },
  };
}
