import { Agent, type AgentOptions } from "node:http";
import type { LookupFunction } from "node:net";
import type { Duplex } from "node:stream";

/** How connections to an endpoint are made, where not as usual. */
export interface Via {
  /** How names are resolved; the system's resolver by default. */
  readonly lookup?: LookupFunction;
  /** Makes the connections to the endpoint's own origin, in place of the system; for http only. */
  readonly dial?: (host: string, port: number) => Promise<Duplex>;
}

/** An agent whose connections are made by `dial`. */
export class DialAgent extends Agent {
  readonly #dial: NonNullable<Via["dial"]>;

  constructor(dial: NonNullable<Via["dial"]>, options: AgentOptions) {
    super(options);
    this.#dial = dial;
  }

  override createConnection(
    { host, port }: { readonly host?: string | null | undefined; readonly port?: unknown },
    callback?: Told,
  ): undefined {
    void this.#connect(host ?? "", Number(port), callback);
  }

  async #connect(host: string, port: number, tell: Told | undefined): Promise<void> {
    let stream: Duplex;
    try {
      stream = await this.#dial(host, port);
    } catch (error) {
      // The type knows nothing of a call without a stream; Node.js looks at the error first.
      tell?.(error as Error, undefined as unknown as Duplex);
      return;
    }
    tell?.(null, stream);
  }
}

type Told = (error: Error | null, stream: Duplex) => void;
