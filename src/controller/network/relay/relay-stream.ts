import { Duplex } from "node:stream";
import { kinds } from "./frames.ts";

/** How a stream speaks to its other end. */
export interface StreamEnds {
  readonly send: (kind: number, payload?: Uint8Array) => Promise<void>;
  readonly gone: () => void;
}

/**
 * One connection through the relay, with what node:http asks of a socket.
 *
 * `hold` from the other side keeps its writes waiting until `go`; it sends the same while nobody reads it. A first `go`
 * says that the connection stands: the event `reached`.
 */
export class RelayStream extends Duplex {
  readonly #ends: StreamEnds;
  #isCut = false;
  #isHeld = false;
  #holds = false;
  #waiting: (() => void) | undefined;
  #idleMs = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(ends: StreamEnds) {
    super({ allowHalfOpen: true });
    this.#ends = ends;
  }

  /** A frame for it. */
  receive(kind: number, payload: Uint8Array): void {
    this.#touch();
    if (kind === kinds.data) {
      if (!this.push(payload) && !this.#holds) {
        this.#holds = true;
        void this.#tell(kinds.hold);
      }
    } else if (kind === kinds.end) {
      this.push(null);
    } else if (kind === kinds.cut) {
      this.#cut(Buffer.from(payload).toString());
    } else if (kind === kinds.hold) {
      this.#isHeld = true;
    } else if (kind === kinds.go) {
      this.#isHeld = false;
      this.#goOn();
      this.emit("reached");
    }
  }

  /** The way to the other end is gone. */
  lost(error: Error): void {
    this.#isCut = true;
    this.#goOn();
    this.destroy(error);
  }

  /** Emits `timeout` when nothing has come or gone for so long; 0 switches that off. */
  setTimeout(ms: number, listener?: () => void): this {
    this.#idleMs = ms;
    if (listener !== undefined) {
      this.once("timeout", listener);
    }
    this.#touch();
    return this;
  }

  // What a socket has besides: nothing of it can be set from here, and the streams hold no process up.
  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    if (this.#holds) {
      this.#holds = false;
      void this.#tell(kinds.go);
    }
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#touch();
    const write = (): void => {
      if (this.#isCut) {
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      } else {
        void finish(this.#ends.send(kinds.data, chunk), done);
      }
    };
    if (this.#isHeld && !this.#isCut) {
      this.#waiting = write;
    } else {
      write();
    }
  }

  override _final(done: (error?: Error | null) => void): void {
    void finish(this.#tell(kinds.end), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#idle);
    this.#ends.gone();
    void this.#tell(kinds.cut);
    this.#isCut = true;
    done(error);
  }

  #cut(code: string): void {
    this.#isCut = true;
    this.#ends.gone();
    this.#goOn();
    if (code !== "") {
      this.destroy(Object.assign(new Error(`the relay says ${code}`), { code }));
    } else if (this.readableEnded) {
      this.destroy();
    } else {
      // What has come is still read.
      this.once("end", () => this.destroy());
      this.push(null);
    }
  }

  #goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.();
  }

  #touch(): void {
    clearTimeout(this.#idle);
    if (this.#idleMs > 0 && !this.destroyed) {
      this.#idle = setTimeout(() => this.emit("timeout"), this.#idleMs);
      this.#idle.unref();
    }
  }

  #tell(kind: number): Promise<void> {
    return this.#isCut ? Promise.resolve() : this.#ends.send(kind).catch(() => undefined);
  }
}

async function finish(work: Promise<void>, done: (error?: Error | null) => void): Promise<void> {
  let failure: Error | null = null;
  try {
    await work;
  } catch (error) {
    failure = error as Error;
  }
  done(failure);
}
