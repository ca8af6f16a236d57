import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import type { ByteChannel, ConnectOptions, Session, WireFinding } from "../../src/mcp/index.ts";
import { connectStdio, ProbeEndedServer } from "../../src/mcp/index.ts";

const servers = new URL("../servers/", import.meta.url);
const faulty = fileURLToPath(new URL("faulty.mjs", servers));
/** How long the end of stdout is waited to be followed by the end of the process. */
const exitNewsMs = 3000;

export interface ChildServer extends AsyncDisposable {
  readonly channel: ByteChannel;
  readonly explainEnd: () => Promise<string>;
  readonly pid: number;
}

/** A server as a child process: the channel and the words for its end that the engine gives for a container. */
export function spawnServer(mode: string, ...rest: readonly (string | number)[]): ChildServer {
  return spawnCommand(process.execPath, [faulty, mode, ...rest.map(String)]);
}

export function spawnCommand(command: string, args: readonly string[]): ChildServer {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
  const stderr: string[] = [];
  let stderrBytes = 0;
  child.stderr.on("data", (chunk: Buffer) => {
    stderrBytes += chunk.length;
    if (stderrBytes < 10_000) {
      stderr.push(chunk.toString());
    }
  });
  child.stdin.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => child.stdout.once("close", resolve));
  const exited = new Promise<string>((resolve) => {
    child.once("close", (code, signal) =>
      resolve(signal === null ? `exited with code ${code}` : `was ended by ${signal}`),
    );
  });
  return {
    channel: {
      write: (bytes) =>
        new Promise((resolve, reject) => {
          child.stdin.write(bytes, (error) => (error ? reject(error) : resolve()));
        }),
      end: () => child.stdin.end(),
      onData: (listener) => void child.stdout.on("data", listener),
      pause: () => void child.stdout.pause(),
      resume: () => void child.stdout.resume(),
      ended,
    },
    explainEnd: async () => {
      const patience = new AbortController();
      const alive = systemClock
        .sleep(exitNewsMs, patience.signal)
        .then(() => "closed its stdout, but its process is still alive");
      alive.catch(() => undefined);
      const words = await Promise.race([exited, alive]);
      patience.abort();
      return `${words}; last stderr lines: ${stderr.join("").slice(-2000)}`;
    },
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

export interface Heard {
  readonly findings: WireFinding[];
  readonly sent: string[];
  /** The methods of those sent that the tap was told to be ours. */
  readonly own: string[];
  readonly received: string[];
  readonly stray: string[];
  /** All of them; `stray` keeps the first ones. */
  readonly strayLines: () => number;
  readonly dropped: { lines: number; bytes: number };
}

export interface Connected extends AsyncDisposable {
  readonly session: Session;
  readonly heard: Heard;
  readonly server: ChildServer;
}

/** A tap that keeps what it hears, long texts cut. */
export function listen(): Heard & Pick<ConnectOptions, "tap"> {
  const findings: WireFinding[] = [];
  const sent: string[] = [];
  const own: string[] = [];
  const received: string[] = [];
  const stray: string[] = [];
  let strayLines = 0;
  const dropped = { lines: 0, bytes: 0 };
  return {
    findings,
    sent,
    own,
    received,
    stray,
    strayLines: () => strayLines,
    dropped,
    tap: {
      message: (direction, text, _bytes, _truncated, isOwn) => {
        if (isOwn === true) {
          own.push((JSON.parse(text) as { method: string }).method);
        }
        const heard = direction === "sent" ? sent : received;
        if (heard.length < 10_000) {
          heard.push(text.slice(0, 1000));
        }
      },
      stray: (text) => {
        strayLines += 1;
        if (stray.length < 10_000) {
          stray.push(text.slice(0, 1000));
        }
      },
      dropped: (lines, bytes) => {
        dropped.lines += lines;
        dropped.bytes += bytes;
      },
      finding: (finding) => findings.push(finding),
    },
  };
}

/** Options for a test: short waits, nothing else special. */
export function optionsFor(
  server: ChildServer,
  heard: ReturnType<typeof listen>,
  given: Partial<ConnectOptions> = {},
): ConnectOptions {
  return {
    server: "faulty",
    protocol: "legacy",
    readyTimeoutMs: 20_000,
    maxMessageBytes: 64 * 1024 * 1024,
    tap: heard.tap,
    clientInfo: { name: "test", version: "0" },
    explainEnd: server.explainEnd,
    ...given,
  };
}

/** Starts the faulty server in a mode and connects to it. */
export function connectTo(
  mode: string,
  given: Partial<ConnectOptions> = {},
  ...rest: readonly (string | number)[]
): Promise<Connected> {
  return connectWith(spawnServer(mode, ...rest), given);
}

/** The same with another of the servers to test with; one that finding out its era has spoiled is replaced, as the manager does it. */
export async function connectToFile(
  file: string,
  given: Partial<ConnectOptions> = {},
  ...args: readonly string[]
): Promise<Connected> {
  const path = fileURLToPath(new URL(file, servers));
  const spawned = () => spawnCommand(process.execPath, [path, ...args]);
  try {
    return await connectWith(spawned(), given);
  } catch (error) {
    if (error instanceof ProbeEndedServer) {
      return connectWith(spawned(), { ...given, protocol: error.retryWith });
    }
    throw error;
  }
}

async function connectWith(
  server: ChildServer,
  given: Partial<ConnectOptions>,
): Promise<Connected> {
  const heard = listen();
  try {
    const session = await connectStdio(
      server.channel,
      optionsFor(server, heard, given),
      systemClock,
    );
    return {
      session,
      heard,
      server,
      [Symbol.asyncDispose]: async () => {
        await session.close();
        await server[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
}

/** The findings of one code. */
export function of(heard: Heard, code: string): readonly string[] {
  return heard.findings.filter((finding) => finding.code === code).map(({ message }) => message);
}

/** What a promise rejects with; fails when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("resolved, though it should have been rejected");
}
