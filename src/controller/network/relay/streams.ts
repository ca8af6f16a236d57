import type { Duplex } from "node:stream";
import type { Attachment } from "../../../engine/index.ts";
import { createFrameReader, frame, kinds } from "./frames.ts";
import { RelayStream } from "./relay-stream.ts";

/** TCP streams into and out of a closed network, over the attached stdin and stdout of its relay. */
export interface RelayStreams {
  /** A connection to a member of the network. It fails as a socket does, with the same codes. */
  connect(host: string, port: number): Duplex;
  /** Resolves when the relay listens. */
  readonly ready: Promise<void>;
}

/**
 * Takes over the attachment: its stdout is frames from here on. `onConnection` gets what members open at the relay's
 * proxy port, with their address; `whyEnded` is asked what connections fail of that were open when it ended.
 */
export function createRelayStreams(
  attachment: Pick<Attachment, "write" | "onStdout" | "ended" | "destroy">,
  onConnection: (stream: Duplex, from: string) => void,
  whyEnded: () => Promise<Error> = async () => relayEnded(),
): RelayStreams {
  const streams = new Map<number, RelayStream>();
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);
  let ended = false;
  /** Ours are even, those of the relay odd. */
  let nextId = 2;
  const send = (id: number, kind: number, payload?: Uint8Array): Promise<void> =>
    attachment.write(frame(id, kind, payload));

  function adopt(id: number): RelayStream {
    const stream = new RelayStream({
      send: (kind, payload) => send(id, kind, payload),
      gone: () => streams.delete(id),
    });
    streams.set(id, stream);
    return stream;
  }

  const read = createFrameReader(({ id, kind, payload }) => {
    if (id === 0) {
      ready.resolve();
    } else if (kind === kinds.open) {
      onConnection(adopt(id), Buffer.from(payload).toString());
    } else {
      streams.get(id)?.receive(kind, payload);
    }
  });
  attachment.onStdout((chunk) => {
    try {
      read(chunk);
    } catch {
      // Not frames: whatever it is, it is no relay any more.
      attachment.destroy();
    }
  });
  async function lose(): Promise<void> {
    ended = true;
    ready.reject(relayEnded());
    if (streams.size > 0) {
      const lost = await whyEnded();
      for (const stream of streams.values()) {
        stream.lost(lost);
      }
    }
  }
  void attachment.ended.then(lose);
  return {
    ready: ready.promise,
    connect(host, port) {
      const id = nextId;
      nextId += 2;
      const stream = adopt(id);
      if (ended) {
        process.nextTick(() => stream.lost(relayEnded()));
        return stream;
      }
      send(id, kinds.open, Buffer.from(`${host}:${port}`)).catch((error: Error) =>
        stream.lost(error),
      );
      return stream;
    },
  };
}

/** As a socket says it whose other end is gone. */
export function relayEnded(): Error {
  return Object.assign(new Error("the relay of the network has ended"), { code: "ECONNRESET" });
}
