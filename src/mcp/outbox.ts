import type { ByteChannel } from "./byte-channel.ts";
import type { Outgoing, WireMessage, WireTap } from "./wire.ts";

interface Queued extends Outgoing {
  readonly message: WireMessage;
  readonly onWritten: (() => void) | undefined;
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
  #queue: Queued[] = [];
  #scheduled = false;
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

  put(message: WireMessage, onWritten?: () => void): Outgoing {
    const bytes = message.bytes?.length ?? Buffer.byteLength(message.text);
    const queued: Queued = { message, bytes, state: "waiting", onWritten };
    if (!this.#failed) {
      this.#queue.push(queued);
      this.#flushSoon();
    }
    return queued;
  }

  /** Takes a message back if it has not been handed on. */
  drop(outgoing: Outgoing): boolean {
    if (outgoing.state !== "waiting") {
      return false;
    }
    outgoing.state = "dropped";
    this.#queue = this.#queue.filter((queued) => queued !== outgoing);
    return true;
  }

  /** Not at once: callers that one chunk of answers has woken all ask again in this turn, and one write takes all. */
  #flushSoon(): void {
    if (!this.#scheduled && !this.#writing) {
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        this.#flush();
      });
    }
  }

  #flush(): void {
    if (this.#writing || this.#queue.length === 0) {
      return;
    }
    const batch = this.#queue;
    this.#queue = [];
    this.#writing = true;
    const written = this.#channel.write(bytesOf(batch));
    // After the write: what the tap does with it happens while the server works.
    for (const { message, bytes } of batch) {
      this.#tap.message("sent", message.text, bytes, false, message.own);
    }
    written.then(
      () => {
        this.#writing = false;
        for (const queued of batch) {
          queued.state = "written";
          queued.onWritten?.();
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

function bytesOf(batch: readonly Queued[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let text = "";
  for (const queued of batch) {
    queued.state = "writing";
    if (queued.message.bytes === undefined) {
      text += `${queued.message.text}\n`;
    } else {
      parts.push(Buffer.from(text), queued.message.bytes);
      text = "";
    }
  }
  const rest = Buffer.from(text);
  return parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
}
