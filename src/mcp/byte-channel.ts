/** A byte channel to a server: what the attach transport gives, what the framer reads. */
export interface ByteChannel {
  /** Resolves when the bytes were handed on (never, if the server does not read); rejects when the channel is closed. */
  write(bytes: Uint8Array): Promise<void>;
  /** Half-close: the server sees the end of its stdin; its output still arrives. */
  end(): void;
  /**
   * Every chunk of stdout, in order, from the first byte. Set once, before any byte can arrive.
   *
   * A chunk handed over is the listener's: the channel does not write into its memory again.
   */
  onData(listener: (chunk: Uint8Array) => void): void;
  /** Keeps chunks back until `resume`; without it a flood is read as fast as it comes. */
  pause?(): void;
  resume?(): void;
  /** Resolves when stdout has ended. */
  readonly ended: Promise<void>;
}
