import type { Clock } from "../clock/index.ts";
import {
  createNewsDesk,
  labelKeys,
  type NewsDesk,
  type Reaper,
  sweep,
} from "../controller/index.ts";
import {
  type ContainerEvent,
  connectEngine,
  type Engine,
  type EngineEnvironment,
} from "../engine/index.ts";
import type { RecordWriter } from "../record/index.ts";
import { recordSilence } from "./record-silence.ts";

export interface EngineLinkOptions {
  readonly runId: string;
  readonly environment: EngineEnvironment;
  readonly clock: Clock;
  readonly record: RecordWriter;
  readonly launchReaper: () => Reaper;
  readonly servers: () => Parameters<typeof recordSilence>[0];
}

/** The one connection of a manager to its engine, what comes with it, and what the engine tells of the run. */
export class EngineLink {
  readonly news: NewsDesk = createNewsDesk(() => {
    void this.#followNetworks();
  });
  readonly #options: EngineLinkOptions;
  readonly #over = new AbortController();
  #engine: Promise<Engine> | undefined;
  #reaper: Reaper | undefined;
  /** What dead managers left is removed beside the run, not before it. */
  #cleanUp: Promise<unknown> = Promise.resolve();
  #events: Promise<unknown> = Promise.resolve();
  #silence: Promise<unknown> = Promise.resolve();

  constructor(options: EngineLinkOptions) {
    this.#options = options;
  }

  /** Connects on first use, once. */
  engine(): Promise<Engine> {
    // The reaper must stand before the first object is created.
    this.#reaper ??= this.#options.launchReaper();
    this.#engine ??= this.#reach().catch((thrown: unknown) => {
      // The next call tries again: an engine may come up later.
      this.#engine = undefined;
      throw thrown;
    });
    return this.#engine;
  }

  /** The engine if there ever was one. */
  async connected(): Promise<Engine | undefined> {
    return this.#engine?.catch(() => undefined);
  }

  get cleanUp(): Promise<unknown> {
    return this.#cleanUp;
  }

  /** Tells the reaper that nothing is left to do. */
  async releaseReaper(): Promise<void> {
    await this.#reaper?.release();
  }

  async close(): Promise<void> {
    this.#over.abort();
    (await this.connected())?.close();
    await Promise.all([this.#events, this.#silence]);
  }

  async #followNetworks(): Promise<void> {
    // What was missed while the stream was broken is told again; what an engine forgot of it stays unknown.
    const listeners = {
      onEvent: (told: ContainerEvent) => this.news.tell(told),
      onGap: () => Promise.resolve(),
    };
    await (await this.connected())?.followNetworks(listeners, this.#over.signal);
  }

  async #reach(): Promise<Engine> {
    const { clock, environment, record, servers } = this.#options;
    const engine = await connectEngine({ environment, clock });
    const { kind, version, apiVersion } = engine.info;
    record.run({ engineName: kind, engineVersion: version, engineApiVersion: apiVersion });
    this.#cleanUp = sweep(engine, { stale: { nowMs: clock.nowMs() } }).then(
      ({ removed }) =>
        removed > 0 &&
        record.event({
          atMs: clock.nowMs(),
          kind: "stale-removed",
          server: null,
          data: JSON.stringify({ removed }),
        }),
      () => undefined,
    );
    this.#events = engine.followEvents(
      `${labelKeys.run}=${this.#options.runId}`,
      {
        onEvent: (told) => this.news.tell(told),
        onGap: () => this.news.catchUp((id) => engine.inspect(id)),
      },
      this.#over.signal,
    );
    this.#silence = engine.watchSilence(
      (ms) => recordSilence(servers(), ms, { record, clock }),
      this.#over.signal,
    );
    return engine;
  }
}
