import type { ContainerEvent, ContainerState, ExitInfo } from "../engine/index.ts";

/** What the engine has told of one container. */
export interface ContainerNews {
  readonly isPaused: boolean;
  /** Number or name of the last signal that somebody else has sent it. */
  readonly killedBy: string | null;
  /** Its next signals and its end are our doing. */
  expectEnd(): void;
  readonly isEndExpected: boolean;
  /** Resolves when the engine tells that it has ended. */
  readonly ended: Promise<ExitInfo>;
  /** Resolves when somebody else has removed it while it ran. */
  readonly removed: Promise<void>;
  readonly isRemoved: boolean;
  /** Called whenever it is paused or resumed, whoever did that. */
  onFrozen(listener: (isPaused: boolean) => void): void;
  /** That it is off its networks is our doing, or is not any more. */
  expectCut(isCut: boolean): void;
  readonly isCutExpected: boolean;
  /** Called with the name of a network whenever it is put on one or taken off, whoever did that, also at its end. */
  onNetwork(listener: (network: string) => void): void;
}

/** Where the events of a run come in, and those who follow one container find what concerns it. */
export interface NewsDesk {
  of(id: string): ContainerNews;
  tell(event: ContainerEvent): void;
  /** After events may have been lost: takes from the containers themselves what became of them. */
  catchUp(inspect: (id: string) => Promise<ContainerState | undefined>): Promise<void>;
}

/** `followNetworks` is called once, when somebody first wants to know of networks. */
export function createNewsDesk(followNetworks: () => void = () => undefined): NewsDesk {
  let follow = () => {
    follow = () => undefined;
    followNetworks();
  };
  const stories = new Map<string, Story>();
  function storyOf(id: string): Story {
    const story = stories.get(id) ?? new Story(() => follow());
    stories.set(id, story);
    return story;
  }
  function remove(id: string, story: Story): void {
    story.remove();
    // Nothing more will come; who follows it keeps it.
    stories.delete(id);
  }
  return {
    of: storyOf,
    tell({ id, action, attributes }) {
      const story = action === "create" ? storyOf(id) : stories.get(id);
      if (story === undefined) {
        return;
      }
      if (action === "kill") {
        story.kill(attributes["signal"] ?? "");
      } else if (action === "oom") {
        story.runOutOfMemory();
      } else if (action === "die") {
        story.end(Number(attributes["exitCode"] ?? -1));
      } else if (action === "pause" || action === "unpause") {
        story.freeze(action === "pause");
      } else if (action === "connect" || action === "disconnect") {
        story.network(attributes["name"] ?? "");
      } else if (action === "destroy") {
        remove(id, story);
      }
    },
    async catchUp(inspect) {
      for (const [id, story] of stories) {
        const state = await inspect(id);
        if (state === undefined) {
          remove(id, story);
        } else if (state.running) {
          story.freeze(state.paused);
        } else if (state.status !== "created") {
          story.end(state.exitCode, state.oomKilled);
        }
      }
    },
  };
}

class Story implements ContainerNews {
  isPaused = false;
  isRemoved = false;
  isEndExpected = false;
  isCutExpected = false;
  killedBy: string | null = null;
  readonly #ended = Promise.withResolvers<ExitInfo>();
  readonly #removed = Promise.withResolvers<void>();
  readonly #listeners: ((isPaused: boolean) => void)[] = [];
  readonly #networkListeners: ((network: string) => void)[] = [];
  readonly #followNetworks: () => void;
  #oom = false;

  constructor(followNetworks: () => void) {
    this.#followNetworks = followNetworks;
  }

  get ended(): Promise<ExitInfo> {
    return this.#ended.promise;
  }

  get removed(): Promise<void> {
    return this.#removed.promise;
  }

  expectEnd(): void {
    this.isEndExpected = true;
  }

  onFrozen(listener: (isPaused: boolean) => void): void {
    this.#listeners.push(listener);
  }

  expectCut(isCut: boolean): void {
    this.isCutExpected = isCut;
  }

  onNetwork(listener: (network: string) => void): void {
    this.#networkListeners.push(listener);
    this.#followNetworks();
  }

  network(name: string): void {
    this.#networkListeners.forEach((listener) => listener(name));
  }

  kill(signal: string): void {
    if (!this.isEndExpected) {
      this.killedBy = signal;
    }
  }

  runOutOfMemory(): void {
    this.#oom = true;
  }

  end(exitCode: number, oomKilled = this.#oom): void {
    this.isPaused = false;
    this.#ended.resolve({ exitCode, oomKilled, error: null });
  }

  remove(): void {
    if (!this.isEndExpected) {
      this.isRemoved = true;
      this.#removed.resolve();
    }
    this.end(-1);
  }

  freeze(isPaused: boolean): void {
    if (this.isPaused !== isPaused) {
      this.isPaused = isPaused;
      this.#listeners.forEach((listener) => listener(isPaused));
    }
  }
}
