import type { Clock } from "../clock/index.ts";

/** What a command may touch of the process it runs in. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly clock: Clock;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  readonly version: string;
  /** Folder of the built-in templates. */
  readonly templates: string;
  /** Program and arguments that start the reaper. */
  readonly reaper: { readonly execPath: string; readonly entry: string };
  /** What comes in on stdin. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Resolves when stdin has ended. */
  readonly stdinEnded: () => Promise<void>;
  readonly pid: number;
  /** As `--registry-mirror` says. */
  readonly registryMirror?: string;
}
