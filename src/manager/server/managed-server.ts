import type { ServerSpec } from "../../config/index.ts";
import { createRestarts, type Restarts } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Session } from "../../mcp/index.ts";
import type { ServerState } from "../../record/index.ts";
import type { AnswerBook } from "../../scenario/index.ts";
import type { World } from "../world.ts";
import { Chronicle } from "./chronicle.ts";
import { comeBack } from "./come-back.ts";
import type { Declaration } from "./declaration.ts";
import { createJoint, type Joint } from "./joint.ts";
import { noteOf } from "./launch.ts";
import type { Life } from "./life.ts";
import { ServerBody } from "./server-body.ts";
import type { ServerFacts } from "./server-facts.ts";
import { toolNames } from "./tool-names.ts";

type Progress = (line: string) => void;

/**
 * One server of a manager, from its declaration to its removal; at most one container at a time.
 *
 * What may be asked of it may be asked at any moment, any number of times and by several callers (docs/controller.md).
 */
export class ManagedServer {
  readonly declaration: Declaration;
  readonly #clock: World["clock"];
  readonly #chronicle: Chronicle;
  readonly #body: ServerBody;
  readonly #restarts: Restarts;
  #starting: Joint | undefined;
  /** The start that its restart policy has begun. */
  #comingBack: Joint | undefined;
  #restarting: Joint | undefined;
  #stopping: Promise<void> | undefined;
  #removing: Promise<void> | undefined;

  constructor(declaration: Declaration, world: World) {
    const { restart } = declaration.spec;
    this.declaration = declaration;
    this.#clock = world.clock;
    this.#chronicle = new Chronicle(declaration, world);
    this.#restarts = createRestarts(
      {
        ...restart,
        delayMs: restart.delay,
        longestDelayMs: restart.longest_delay,
        steadyMs: restart.steady,
      },
      world.clock,
    );
    this.#body = new ServerBody(declaration, this.#chronicle, world, {
      onUp: () => this.#restarts.up(),
      onFailed: (exitCode) => this.#comeBack(exitCode),
      onUnhealthy: (cause) => this.#replace(cause),
      isHalted: () => this.#stopping !== undefined,
    });
  }

  get name(): string {
    return this.declaration.name;
  }

  get spec(): ServerSpec {
    return this.declaration.spec;
  }

  /** The scripted answers of our client's side. */
  get answers(): AnswerBook {
    return this.declaration.answers;
  }

  get state(): ServerState {
    return this.#chronicle.state;
  }

  get reason(): string | null {
    return this.#chronicle.reason;
  }

  /** What is known of it so far. */
  get facts(): Readonly<ServerFacts> {
    return this.#chronicle.facts;
  }

  /** Whether the engine may hold a container of it. */
  get hasContainer(): boolean {
    return this.#body.hasLife;
  }

  get isRunning(): boolean {
    return this.#body.isUp;
  }

  /** What was started. Throws SERVER_NOT_RUNNING when there never was anything or it was stopped. */
  get life(): Life {
    return this.#body.life;
  }

  /** The open session. Throws SERVER_NOT_RUNNING when there is none. */
  get session(): Session {
    return this.life.session;
  }

  /** Builds, creates, starts and waits until it is ready; one that is paused is resumed. */
  async start(progress: Progress, signal: AbortSignal): Promise<void> {
    for (;;) {
      if (this.#removing !== undefined) {
        throw new Fault("SERVER_NOT_FOUND", `Start server "${this.name}": it was removed.`);
      }
      if (this.#stopping !== undefined) {
        await this.#stopping.catch(() => undefined);
      } else if (this.#starting?.isOff) {
        await this.#starting.ended;
      } else if (this.#starting !== undefined) {
        return this.#starting.join(signal);
      } else if (this.isRunning) {
        return this.state === "paused" ? this.unpause() : undefined;
      } else {
        this.#begin((either) => this.#body.up(progress, either));
      }
    }
  }

  /**
   * The stop ladder, then removal of the container; gives up a start or restart under way.
   *
   * `judge`: it has done its work, so whether it rests when nothing is asked is looked at first.
   */
  stop({ judge }: { readonly judge?: AbortSignal } = {}): Promise<void> {
    this.#restarting?.abort(this.#stopped("restarted"));
    return this.#halt(judge);
  }

  /** Stops it, whatever it does, and starts it in a fresh container. */
  restart(progress: Progress, signal: AbortSignal): Promise<void> {
    if (this.#restarting === undefined || this.#restarting.isOff) {
      const restarting = createJoint(async (either) => {
        try {
          await this.#halt();
          either.throwIfAborted();
          await this.start(progress, either);
        } finally {
          if (this.#restarting === restarting) {
            this.#restarting = undefined;
          }
        }
      });
      this.#restarting = restarting;
    }
    return this.#restarting.join(signal);
  }

  /** Freezes it, as soon as it is up. Rejects SERVER_NOT_RUNNING, and USAGE for one that runs elsewhere. */
  async pause(): Promise<void> {
    await this.#starting?.ended;
    await this.#body.freeze("pause");
  }

  async unpause(): Promise<void> {
    await this.#body.freeze("unpause");
  }

  /** Stops it for good: it cannot be started any more. */
  remove(): Promise<void> {
    this.#removing ??= this.stop().then(
      () => this.#chronicle.enter("removed"),
      (thrown: unknown) => {
        this.#removing = undefined;
        throw thrown;
      },
    );
    return this.#removing;
  }

  /** Opens a new session to what runs. */
  async reconnect(signal: AbortSignal): Promise<void> {
    const { life } = this;
    await life.cut();
    this.#chronicle.note(noteOf(await life.connect(signal)));
  }

  /** Resolves at once, or when its restart policy has brought it up again or given it up. */
  async settled(): Promise<void> {
    await this.#body.ending();
    await this.#comingBack?.ended;
  }

  /** The next end of it is meant, and no failure. */
  expectEnd(): void {
    this.#body.expectEnd();
  }

  /** Writes down that it was used only through containers of its own, one for each scenario. */
  wasFresh(): void {
    this.#chronicle.enter("stopped", "each of its scenarios had a container of its own");
  }

  /** Asks the server for the names of its tools. */
  async listTools(): Promise<readonly string[]> {
    const reply = await this.session.list("tools", { timeoutMs: this.spec.ready.timeout });
    this.#chronicle.facts.tools = reply.kind === "result" ? toolNames(reply.result) : [];
    return this.#chronicle.facts.tools;
  }

  #begin(work: (signal: AbortSignal) => Promise<void>): Joint {
    const starting = createJoint(async (signal) => {
      try {
        await work(signal);
      } finally {
        this.#starting = undefined;
      }
    });
    this.#starting = starting;
    return starting;
  }

  #halt(judge?: AbortSignal): Promise<void> {
    this.#stopping ??= this.#stop(judge).finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  async #stop(judge: AbortSignal | undefined): Promise<void> {
    this.#starting?.abort(this.#stopped("started"));
    await this.#starting?.ended;
    await this.#body.down(judge);
  }

  /** One that is unhealthy is ended and started again, if its restart policy says so. */
  #replace(cause: string): void {
    if (this.spec.restart.when !== "no" && this.#stopping === undefined) {
      this.#chronicle.enter("failed", `It was unhealthy: ${cause}`);
      this.#comeBack(null);
    }
  }

  /** Its restart policy has its say about one that has failed, unless it is being stopped anyway. */
  #comeBack(exitCode: number | null): void {
    const next = this.#stopping === undefined ? this.#restarts.next(exitCode) : undefined;
    if (next === undefined) {
      return;
    }
    const returning = {
      name: this.name,
      most: this.spec.restart.most,
      restarts: this.#restarts,
      chronicle: this.#chronicle,
      clock: this.#clock,
      start: (signal: AbortSignal) => this.#body.up(() => undefined, signal),
    };
    this.#comingBack = this.#begin((signal) => comeBack(returning, next, signal));
    // The policy waits for it, too, so that it is not called off when clients leave.
    this.#comingBack.join(new AbortController().signal).catch(() => undefined);
  }

  #stopped(doing: string): Fault {
    return new Fault("INTERRUPTED", `Server "${this.name}" was stopped while it was ${doing}.`);
  }
}
