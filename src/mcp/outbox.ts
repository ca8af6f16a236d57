import type { ByteChannel, WireTap } from "./session.ts";

/** A message on its way out. */
export interface Outgoing {
  readonly text: string;
  readonly bytes: number;
  /** waiting: not handed to the channel yet; writing: the server has not taken it; written: it has left us. */
  state: "waiting" | "writing" | "written" | "dropped";
  readonly onWritten?: (() => void) | undefined;
}

/**
 * Messages to a server in order, one write at a time.
 *
 * Nothing is handed to the channel while it is stuck, so a server that never reads holds one write and what is
 * still waited for; messages that came meanwhile leave together.
 */
export class Outbox {
  readonly #channel: ByteChannel;
  readonly #tap: WireTap;
  readonly #onFailure: (error: unknown) => void;
  #queue: Outgoing[] = [];
  #writing = false;
  #failed = false;

  constructor(channel: ByteChannel, tap: WireTap, onFailure: (error: unknown) => void) {
    this.#channel = channel;
    this.#tap = tap;
    this.#onFailure = onFailure;
  }

  /** Messages not yet taken by the channel. */
  get waiting(): number {
    return this.#queue.length;
  }

  put(text: string, onWritten?: () => void): Outgoing {
    const message: Outgoing = { text, bytes: Buffer.byteLength(text), state: "waiting", onWritten };
    if (!this.#failed) {
      this.#queue.push(message);
      this.#flush();
    }
    return message;
  }

  /** Takes a message back if it has not been handed on. */
  drop(message: Outgoing): boolean {
    if (message.state !== "waiting") {
      return false;
    }
    message.state = "dropped";
    this.#queue = this.#queue.filter((queued) => queued !== message);
    return true;
  }

  #flush(): void {
    if (this.#writing || this.#queue.length === 0) {
      return;
    }
    const batch = this.#queue;
    this.#queue = [];
    this.#writing = true;
    let text = "";
    for (const message of batch) {
      message.state = "writing";
      text += `${message.text}\n`;
    }
    const written = this.#channel.write(Buffer.from(text));
    // After the write: what the tap does with it happens while the server works.
    for (const message of batch) {
      this.#tap.message("sent", message.text, message.bytes, false);
    }
    written.then(
      () => {
        this.#writing = false;
        for (const message of batch) {
          message.state = "written";
          message.onWritten?.();
        }
        this.#flush();
      },
      (error: unknown) => {
        this.#failed = true;
        this.#queue = [];
        this.#onFailure(error);
      },
    );
  }
}
