import { isUp, mayFollow } from "../../controller/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import type { World } from "../world.ts";
import { bringUp, readyLine } from "./bring-up.ts";
import type { Chronicle } from "./chronicle.ts";
import { containerOf } from "./container-of.ts";
import type { Declaration } from "./declaration.ts";
import { describeExit } from "./explain-end.ts";
import type { HealthPlan } from "./health-plan.ts";
import { lastLook } from "./last-look.ts";
import type { Life } from "./life.ts";
import { LifeWatch } from "./life-watch.ts";
import { watchCuts } from "./watch-cuts.ts";
import { watchHealth } from "./watch-health.ts";

export interface BodyListeners {
  readonly onUp: () => void;
  /** It has ended by itself, with this exit code; nobody meant it to. */
  readonly onFailed: (exitCode: number) => void;
  readonly onUnhealthy: (cause: string) => void;
  /** Whether a start under way is being called off by a stop. */
  readonly isHalted: () => boolean;
}

/** What a server runs in: at most one life at a time. Its owner sees to it that one thing is done after the other. */
export class ServerBody {
  readonly #declaration: Declaration;
  readonly #world: World;
  readonly #chronicle: Chronicle;
  readonly #listeners: BodyListeners;
  #life: Life | undefined;
  #watch: LifeWatch | undefined;
  #health = new AbortController();
  #endExpected = false;

  constructor(
    declaration: Declaration,
    chronicle: Chronicle,
    world: World,
    listeners: BodyListeners,
  ) {
    this.#declaration = declaration;
    this.#chronicle = chronicle;
    this.#world = world;
    this.#listeners = listeners;
  }

  get name(): string {
    return this.#declaration.name;
  }

  get hasLife(): boolean {
    return this.#life !== undefined;
  }

  get isUp(): boolean {
    return this.#life !== undefined && isUp(this.#chronicle.state);
  }

  /** What was started. Throws SERVER_NOT_RUNNING when there never was anything or it was stopped. */
  get life(): Life {
    if (this.#life === undefined) {
      const { state } = this.#chronicle;
      throw new Fault("SERVER_NOT_RUNNING", `Server "${this.name}" is ${state}.`);
    }
    return this.#life;
  }

  async up(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    const declaration = this.#declaration;
    const chronicle = this.#chronicle;
    try {
      if (this.#life !== undefined) {
        // It ended by itself, and its container is still there.
        await this.#clear(this.#life);
      }
      this.#endExpected = false;
      const world = this.#world;
      let health: HealthPlan | undefined;
      const onHealth = (plan: typeof health) => {
        health = plan;
      };
      const life = await bringUp({ declaration, chronicle, world, progress, signal, onHealth });
      this.#life = life;
      chronicle.enter("ready");
      this.#listeners.onUp();
      this.#watchOver(life, health);
      progress(`${this.name}: ${readyLine(life.session)}`);
    } catch (thrown) {
      // Whoever called it off has said why; what was under way only knows that it was.
      const fault = signal.reason instanceof Fault ? signal.reason : asFault(thrown);
      const end = this.#listeners.isHalted() ? "stopped" : "failed";
      if (mayFollow(chronicle.state, end) && !isUp(chronicle.state)) {
        chronicle.enter(end, fault.message);
      }
      throw fault;
    }
  }

  /** The stop ladder and removal; `judge`: whether it rests when nothing is asked is looked at first. */
  async down(judge: AbortSignal | undefined): Promise<void> {
    const life = this.#life;
    if (life === undefined) {
      return;
    }
    if (judge !== undefined && this.#chronicle.state === "ready") {
      const { name, spec } = this.#declaration;
      const findings = await lastLook({ name, spec, life }, this.#world, judge);
      findings.forEach((finding) => this.#chronicle.find(finding));
    }
    await this.#clear(life);
  }

  async freeze(verb: "pause" | "unpause"): Promise<void> {
    containerOf(this);
    if (this.#watch === undefined || !this.isUp) {
      const { state } = this.#chronicle;
      throw new Fault("SERVER_NOT_RUNNING", `Server "${this.name}" is ${state}: no ${verb}.`);
    }
    await this.#watch.freeze(verb);
  }

  /** Resolves at once, or when an exit that is known has been told. */
  async ending(): Promise<void> {
    await this.#watch?.ending;
  }

  /** The next end of it is meant, and no failure. */
  expectEnd(): void {
    this.#endExpected = true;
    this.#life?.container?.news?.expectEnd();
  }

  /** Ends a life and removes what it ran in; one that is over already keeps the state it ended in. */
  async #clear(life: Life): Promise<void> {
    const { spec } = this.#declaration;
    const chronicle = this.#chronicle;
    const ran = isUp(chronicle.state);
    this.#health.abort();
    if (ran) {
      chronicle.enter("stopping");
    }
    try {
      const end = await life.end();
      this.#life = undefined;
      chronicle.noteEnd(end, ran && !this.#endExpected);
      if (ran) {
        chronicle.enter("stopped", end.stop && describeExit(end.stop.exit, spec.limits.memory));
      }
    } catch (thrown) {
      if (chronicle.state === "stopping") {
        chronicle.enter("failed", asFault(thrown).message);
      }
      throw thrown;
    }
  }

  #watchOver(life: Life, health: HealthPlan | undefined): void {
    const { spec } = this.#declaration;
    const chronicle = this.#chronicle;
    const isItsLife = () => this.#life === life && isUp(chronicle.state);
    this.#health = new AbortController();
    this.#watch =
      life.container === null
        ? undefined
        : new LifeWatch(life.container, {
            chronicle,
            world: this.#world,
            memoryLimitBytes: spec.limits.memory,
            isUp: isItsLife,
            onEnd: (exit, how) => this.#ended(exit?.exitCode, how),
          });
    const watch = { life, chronicle, isUp: isItsLife, onUnhealthy: this.#listeners.onUnhealthy };
    if (life.container !== null) {
      watchCuts(life.container, watch, this.#world);
    }
    if (health !== undefined) {
      watchHealth(health, watch, this.#world, this.#health.signal);
    }
  }

  /** A server that ends by itself is failed at once; without an exit code it was lost with its engine. */
  #ended(exitCode: number | undefined, reason: string): void {
    this.#health.abort();
    this.#chronicle.enter(this.#endExpected ? "stopped" : "failed", reason);
    if (!this.#endExpected && exitCode !== undefined) {
      this.#listeners.onFailed(exitCode);
    }
  }
}
