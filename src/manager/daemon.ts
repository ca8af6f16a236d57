import { closeSync, readFileSync, writeSync } from "node:fs";
import { userInfo } from "node:os";
import { serveHttp } from "../api/index.ts";
import { systemClock } from "../clock/index.ts";
import { launchReaper, readOwner } from "../controller/index.ts";
import { asFault, exitCodes, Fault } from "../fault/index.ts";
import { productAround } from "../product/index.ts";
import { registrySettings } from "../registry/index.ts";
import { type Announcement, announce } from "./announcement.ts";
import { untilForsaken } from "./forsaken.ts";
import { Manager } from "./manager.ts";

/** Labels say so long that the objects are alive; GitHub ends a job after 6 hours. */
const leaseMs = 6 * 3_600_000;
/** File descriptor of the pipe on which the one line `{url}` is written. */
const readyFd = 3;
/** Time for the answer to docker_shutdown to leave before the process ends. */
const lastAnswerMs = 200;

/** What main hands over in a file of mode 0600: nothing secret goes through argv or the environment. */
interface Boot {
  readonly runId: string;
  readonly token: string;
  readonly recordFile: string;
  readonly workspace: string;
  readonly announcements: string | null;
  readonly registryMirror: string | null;
  /** Owner token of the process that runs the job: with it goes whoever would end us. */
  readonly job: string | null;
  /** What servers may relax of their isolation, by name. */
  readonly allow: readonly string[];
}

export interface DaemonProcess {
  readonly bootFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly pid: number;
  readonly execPath: string;
  readonly moduleUrl: string;
  readonly onSignal: (listener: () => void) => void;
  readonly onCrash: (listener: (error: unknown) => void) => void;
  readonly log: (line: string) => void;
  readonly exit: (code: number) => void;
}

/** The detached manager: serves its tools until told to shut down, by a tool call or a signal. */
export async function runDaemon(own: DaemonProcess): Promise<void> {
  // Written by our own main, mode 0600.
  const boot = JSON.parse(readFileSync(own.bootFile, "utf8")) as Boot;
  const product = productAround(own.moduleUrl);
  const manager = new Manager({
    ownership: {
      runId: boot.runId,
      owner: readOwner(own.pid),
      expiresAtMs: systemClock.nowMs() + leaseMs,
    },
    recordFile: boot.recordFile,
    workspace: boot.workspace,
    engineEnvironment: own.environment,
    version: product.version,
    clock: systemClock,
    user: userInfo(),
    registry: registrySettings(
      own.environment,
      product.templates,
      boot.registryMirror ?? undefined,
    ),
    allow: boot.allow,
    launchReaper: () =>
      launchReaper({
        execPath: own.execPath,
        entry: product.managerEntry,
        runId: boot.runId,
        environment: own.environment,
      }),
  });
  const end = (code: number, fault?: Fault) => {
    const done = manager.shutdown(undefined, fault);
    // Whatever the teardown meets, the reaper and post come after it.
    done
      .catch((error: unknown) => own.log(`teardown: ${wordsOf(error)}`))
      .finally(() => own.exit(code));
  };
  own.onSignal(() => end(exitCodes.interrupted));
  own.onCrash((error) => {
    own.log(`crash: ${wordsOf(error)}`);
    end(
      exitCodes.internal,
      new Fault("INTERNAL", `The manager crashed: ${asFault(error).message}`),
    );
  });
  const over = new AbortController();
  const ties = { job: boot.job, file: own.bootFile, leaseMs };
  untilForsaken(ties, systemClock, over.signal).then(
    (reason) => {
      own.log(`forsaken: ${reason}`);
      end(exitCodes.interrupted, new Fault("INTERRUPTED", `The manager ended itself: ${reason}.`));
    },
    () => undefined,
  );
  const server = await serveHttp({
    operations: manager,
    version: product.version,
    token: boot.token,
    port: 0,
  });
  const takeBack = publishAddress(boot, manager, server.url);
  own.log(`manager ${product.version}, run ${boot.runId}, answers at ${server.url}`);
  await manager.ended;
  over.abort();
  takeBack();
  await systemClock.sleep(lastAnswerMs);
  await server.close();
  own.log("manager ended");
  own.exit(exitCodes.passed);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function publishAddress(boot: Boot, manager: Manager, url: string): () => void {
  const announcement: Announcement = {
    runId: boot.runId,
    owner: manager.ownership.owner,
    url,
    token: boot.token,
  };
  const takeBack =
    boot.announcements === null ? () => undefined : announce(boot.announcements, announcement);
  writeSync(readyFd, `${JSON.stringify({ url })}\n`);
  closeSync(readyFd);
  return takeBack;
}
