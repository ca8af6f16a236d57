import type { ByteChannel } from "./byte-channel.ts";
import { Outbox } from "./outbox.ts";
import { readPaced } from "./read-paced.ts";
import { Receiver } from "./receiver.ts";
import type { OpenWire } from "./wire.ts";

/** How long stdout may take to end after stdin has failed. */
const endAfterWriteFailureMs = 1_000;

/** One JSON text a line, over a byte channel; what else stands on it is said. */
export function stdioWire(channel: ByteChannel): OpenWire {
  return (sink, { tap, findings, clock, maxMessageBytes }) => {
    const nowMs = (): number => clock.monotonicMs();
    let receivedMs = 0;
    let ended = false;

    const outbox = new Outbox(channel, tap, (error) => void writeFailed(error));
    const receiver = new Receiver(
      { maxMessageBytes, tap, findings, nowMs },
      {
        message: (message, text, bytes, glued) =>
          sink.message(message, text, bytes, { glued, receivedMs }),
        unreadable: (reason, texts, told) => sink.unreadable(reason, texts, told),
      },
    );
    const reading = readPaced(channel, nowMs, (chunk, atMs) => {
      receivedMs = atMs;
      receiver.push(chunk);
    });

    function end(fallback: string): void {
      if (!ended) {
        ended = true;
        reading.drain();
        sink.ended(fallback, receiver.end()?.bytes);
      }
    }

    async function writeFailed(error: unknown): Promise<void> {
      // A server that exits is noticed here first; its stdout, which tells more, ends a moment later.
      const patience = new AbortController();
      const patienceOver = clock.sleep(endAfterWriteFailureMs, patience.signal);
      await Promise.race([channel.ended, patienceOver]).catch(() => undefined);
      patience.abort();
      patienceOver.catch(() => undefined);
      end(`it has closed its stdin (${error instanceof Error ? error.message : String(error)})`);
    }

    const stdoutEnded = (): void => end("its stdout has ended");
    channel.ended.then(stdoutEnded, stdoutEnded);

    return {
      kind: "stdio",
      put: (message, onWritten) => outbox.put(message, onWritten),
      drop: (outgoing) => outbox.drop(outgoing),
      get waiting() {
        return outbox.waiting;
      },
      get received() {
        return { bytes: receiver.bytes };
      },
      cancel: () => false,
      negotiated: ({ revision }) => receiver.negotiated(revision),
      drain: () => receiver.flush(),
      close: async () => undefined,
    };
  };
}
