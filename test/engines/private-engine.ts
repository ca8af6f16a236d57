import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import { unanswered } from "../reporter/tally.ts";
import { holdNamespaces, removeCgroups } from "./namespaces.ts";

/** A start takes 0.6 s on a quiet machine, a restart after SIGKILL 1.5 s. */
const answersWithinMs = 30_000;

export interface PrivateEngineOptions {
  /** Size of the disk that holds its data; sparse. */
  readonly diskMib?: number;
  /** Another system's tree to run its engine from; default is this machine's own. */
  readonly tree?: string;
  /** The engine's command line; default is dockerd's. */
  readonly command?: (at: EnginePlace) => string;
  /** Added to the command line of the first start. */
  readonly flags?: readonly string[];
}

/** Where a private engine keeps what. */
export interface EnginePlace {
  /** Name of the parent of its control groups. */
  readonly cgroup: string;
  readonly folder: string;
  /** Its disk. */
  readonly data: string;
  /** Where it listens: unix://… */
  readonly host: string;
}

/** A Docker Engine of the test's own: own mounts, network, processes and disk, on a socket in `folder`. */
export interface PrivateEngine extends AsyncDisposable {
  readonly folder: string;
  /** A process in its network; 0 when it has ended. */
  readonly pid: number;
  /** What leads a client to it. */
  readonly environment: { readonly DOCKER_HOST: string };
  /** Starts dockerd, again after it ended, with more flags if wanted; resolves when it answers. */
  start(...flags: readonly string[]): Promise<void>;
  /** To dockerd itself, not to its containerd. */
  signal(name: "KILL" | "TERM" | "STOP" | "CONT"): Promise<void>;
  /** Resolves when dockerd has ended. */
  ended(): Promise<void>;
  /** A shell command in its namespaces; rejects when it fails. */
  run(command: string): Promise<void>;
  /** Copies images from the machine's engine. */
  take(...references: readonly string[]): Promise<void>;
  log(): string;
  /** Ends every process in it; the disk goes, too. */
  stop(): Promise<void>;
}

/** Why no private engine can be had on this machine, in words the tally accepts. */
export function whyNoPrivateEngine(): string | undefined {
  if (process.getuid?.() !== 0) {
    return `a private engine ${unanswered}: only root may start one`;
  }
  for (const [program, ...args] of [
    ["dockerd", "--version"],
    ["unshare", "--mount", "--net", "--pid", "--fork", "true"],
    ["mkfs.ext4", "-V"],
    ["ip", "-V"],
  ] as const) {
    try {
      execFileSync(program, args, { stdio: "ignore" });
    } catch {
      return `a private engine ${unanswered}: ${[program, ...args].join(" ")} fails`;
    }
  }
  return undefined;
}

/** Starts one and waits until it answers. */
export async function startPrivateEngine(
  options: PrivateEngineOptions = {},
): Promise<PrivateEngine> {
  const folder = mkdtempSync(join(tmpdir(), "private-engine-"));
  const { diskMib = 1024, tree = "", command = dockerd, flags = [] } = options;
  const holder = holdNamespaces(folder, diskMib, tree);
  const host = `unix://${join(folder, "d.sock")}`;
  const place = { cgroup: basename(folder), folder, data: join(folder, "data"), host };
  const environment = { DOCKER_HOST: host };
  const pidFile = join(folder, "pid");
  const engine: PrivateEngine = {
    folder,
    pid: holder.pid,
    environment,
    async start(...more) {
      const words = [command(place), ...more, `>> ${folder}/log 2>&1 & echo $! > ${pidFile}`];
      await holder.run(words.join(" "));
      (await untilItAnswers(environment, () => engine.log())).close();
    },
    signal: (name) => holder.run(`kill -${name} $(cat ${pidFile})`),
    ended: () => holder.run(`while kill -0 $(cat ${pidFile}) 2>/dev/null; do sleep 0.05; done`),
    run: (command) => holder.run(command),
    async take(...references) {
      const from = await connectEngine({ environment: process.env, clock: systemClock });
      const to = await connectEngine({ environment, clock: systemClock });
      await to.loadImages(await from.saveImages(references)).finally(() => {
        from.close();
        to.close();
      });
    },
    log: () => readFileSync(join(folder, "log"), "utf8").slice(-4_000),
    async stop() {
      await holder.end();
      removeCgroups(place.cgroup);
      rmSync(folder, { recursive: true, force: true });
    },
    [Symbol.asyncDispose]: () => engine.stop(),
  };
  try {
    await holder.ready;
    await engine.start(...flags);
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

function dockerd({ cgroup, folder, data, host }: EnginePlace): string {
  return [
    `dockerd -H ${host} --data-root ${data}/docker --exec-root ${folder}/exec`,
    `--pidfile ${folder}/dockerd.pid --cgroup-parent /${cgroup} --ip6tables=false`,
  ].join(" ");
}

async function untilItAnswers(
  environment: PrivateEngine["environment"],
  log: () => string,
): Promise<Engine> {
  const deadlineMs = systemClock.monotonicMs() + answersWithinMs;
  for (;;) {
    try {
      return await connectEngine({ environment, clock: systemClock });
    } catch (error) {
      if (systemClock.monotonicMs() > deadlineMs) {
        throw new Error(`a private engine does not answer; the end of its log:\n${log()}`, {
          cause: error,
        });
      }
      await systemClock.sleep(50);
    }
  }
}
