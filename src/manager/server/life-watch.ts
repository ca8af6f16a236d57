import type { RunningContainer } from "../../controller/index.ts";
import type { ExitInfo } from "../../engine/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import type { World } from "../world.ts";
import type { Chronicle } from "./chronicle.ts";
import { describeEnd } from "./explain-end.ts";

export interface WatchOptions {
  readonly chronicle: Chronicle;
  readonly world: World;
  readonly memoryLimitBytes: number;
  /** Whether the container is still the server's, and up. */
  readonly isUp: () => boolean;
  /** It has ended, and nobody of us has stopped it; undefined: it was lost with its engine. */
  readonly onEnd: (exit: ExitInfo | undefined, how: string) => void;
}

/** Follows a container while it is up: what happens to it is known at once, not when somebody next calls it. */
export class LifeWatch {
  readonly #container: RunningContainer;
  readonly #options: WatchOptions;
  /** The last of pause and unpause: the engine does them in any order. */
  #freezing: Promise<void> = Promise.resolve();
  #isOurs = false;
  #ending: Promise<void> = Promise.resolve();

  constructor(container: RunningContainer, options: WatchOptions) {
    this.#container = container;
    this.#options = options;
    container.news?.onFrozen((isFrozen) => this.#enterFrozen(isFrozen));
    void this.#followEnd();
  }

  /** Resolves at once, or when an exit that is known has been told. */
  get ending(): Promise<void> {
    return this.#ending;
  }

  freeze(verb: "pause" | "unpause"): Promise<void> {
    this.#freezing = this.#freezing.catch(() => undefined).then(() => this.#freeze(verb));
    return this.#freezing;
  }

  async #freeze(verb: "pause" | "unpause"): Promise<void> {
    const engine = await this.#options.world.engine();
    this.#isOurs = true;
    try {
      await engine[verb](this.#container.id);
      this.#enterFrozen(verb === "pause");
    } finally {
      this.#isOurs = false;
    }
  }

  #enterFrozen(isFrozen: boolean): void {
    const { chronicle, isUp } = this.#options;
    if (isUp() && isFrozen !== (chronicle.state === "paused")) {
      chronicle.enter(isFrozen ? "paused" : "ready", this.#isOurs ? null : "from outside");
    }
  }

  async #followEnd(): Promise<void> {
    const exit = await this.#container.exited.catch(asFault);
    this.#ending = this.#tellEnd(exit);
  }

  async #tellEnd(exit: ExitInfo | Fault): Promise<void> {
    const { memoryLimitBytes, world, isUp, onEnd } = this.#options;
    const how =
      exit instanceof Fault
        ? exit.message
        : `The server ${await describeEnd(this.#container, exit, memoryLimitBytes, world.clock)}.`;
    if (isUp()) {
      onEnd(exit instanceof Fault ? undefined : exit, how);
    }
  }
}
