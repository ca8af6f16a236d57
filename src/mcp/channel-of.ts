import type { ByteChannel } from "./byte-channel.ts";

/** The part of an attach that carries the protocol. */
export interface StdioAttachment {
  write(bytes: Uint8Array): Promise<void>;
  end(): void;
  onStdout(listener: (chunk: Uint8Array) => void): void;
  pause?(): void;
  resume?(): void;
  readonly ended: Promise<void>;
}

/** An attachment's stdin and stdout as the channel a session is opened over. */
export function channelOf(attachment: StdioAttachment): ByteChannel {
  return {
    write: (bytes) => attachment.write(bytes),
    end: () => attachment.end(),
    onData: (listener) => attachment.onStdout(listener),
    // Only where they work: a channel that says it can be paused and cannot would pile up what a flood sends.
    ...(attachment.pause === undefined || attachment.resume === undefined
      ? {}
      : { pause: () => attachment.pause?.(), resume: () => attachment.resume?.() }),
    ended: attachment.ended,
  };
}
