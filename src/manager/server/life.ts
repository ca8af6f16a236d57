import type { Clock } from "../../clock/index.ts";
import type { RunningContainer, StopReport } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { OutputCapture, OutputCounts } from "../../log/index.ts";
import type { Session } from "../../mcp/index.ts";
import type { LimitHits } from "../../resource/index.ts";

/** What a life is made of; `connect` opens a session to what runs. */
export interface LifeParts {
  readonly server: string;
  /** null: it runs elsewhere and is only spoken to. */
  readonly container: RunningContainer | null;
  readonly output: OutputCapture;
  readonly connect: (signal: AbortSignal) => Promise<Session>;
  /** Takes the last sample; how often the container met its limits, where that is known. */
  readonly lastSample: () => Promise<LimitHits | undefined>;
  /** Told once, when nothing of it is left. */
  readonly onEnd: (end: LifeEnd) => void;
  readonly clock: Clock;
}

/** How a life ended; `stop` is null for a server that runs elsewhere. */
export interface LifeEnd {
  readonly stop: StopReport | null;
  readonly counts: OutputCounts;
  readonly hits?: LimitHits | undefined;
}

/** A server that was started, with everything that is bound to its life: container, session, capture, sampling. */
export class Life {
  readonly #parts: LifeParts;
  #session: Session | undefined;
  #end: Promise<LifeEnd> | undefined;

  constructor(parts: LifeParts) {
    this.#parts = parts;
  }

  get container(): RunningContainer | null {
    return this.#parts.container;
  }

  get output(): OutputCapture {
    return this.#parts.output;
  }

  /** The open session. Throws SERVER_NOT_RUNNING after `cut`, until `connect`. */
  get session(): Session {
    if (this.#session === undefined) {
      throw new Fault("SERVER_NOT_RUNNING", `Server "${this.#parts.server}" is disconnected.`);
    }
    return this.#session;
  }

  async connect(signal: AbortSignal): Promise<Session> {
    this.#session = await this.#parts.connect(signal);
    return this.#session;
  }

  /** Ends the session and leaves the server alone; what was asked and not answered gets the cause. */
  async cut(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  /** The stop ladder, the last sample, removal; resolves when nothing of it is left. The second caller joins the first. */
  end(): Promise<LifeEnd> {
    this.#end ??= this.#finish().catch((thrown: unknown) => {
      // What could not be ended now may be ended later.
      this.#end = undefined;
      throw thrown;
    });
    return this.#end;
  }

  async #finish(): Promise<LifeEnd> {
    const { container, output, lastSample } = this.#parts;
    if (container === null) {
      await this.#session?.close();
      return { stop: null, counts: output.finish() };
    }
    // Before the stop: the last sample needs the container's processes.
    const sampled = lastSample();
    if (this.#session?.transport !== "stdio") {
      // Over HTTP a client says goodbye; over stdio the end of stdin is its goodbye.
      await this.#session?.close();
    }
    const stopped = container.stop().then(async (stop) => {
      const [hits] = await Promise.all([sampled, container.remove()]);
      return { stop, hits };
    });
    // What was heard is kept also when the engine cannot tell any more what became of it.
    await stopped.catch(() => undefined);
    const counts = output.finish();
    await this.#session?.close();
    const end = { ...(await stopped), counts };
    this.#parts.onEnd(end);
    return end;
  }
}
