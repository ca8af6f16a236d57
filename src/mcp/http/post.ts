import { labelOf } from "../pending.ts";
import type { Outgoing, WireMessage } from "../wire.ts";

/** A message on its way over HTTP, and the answer to it. */
export interface Post {
  readonly message: WireMessage;
  readonly label: string;
  readonly outgoing: Outgoing;
  readonly onWritten: () => void;
  readonly abort: AbortController;
  /** open: an answer is waited for; answered: it came; over: nothing of it is of interest any more. */
  state: "open" | "answered" | "over";
}

export function newPost(message: WireMessage, onWritten: () => void = () => undefined): Post {
  const { text, bytes, method, name } = message;
  return {
    message,
    label:
      method === undefined ? "our message" : labelOf(method, name === undefined ? {} : { name }),
    outgoing: { bytes: bytes?.length ?? Buffer.byteLength(text), state: "waiting" },
    onWritten,
    abort: new AbortController(),
    state: "open",
  };
}

/** Whether it asks for an answer; notifications, responses and raw bytes do not, as far as is known here. */
export function isRequest(message: WireMessage): message is WireMessage & { id: number | string } {
  return message.id !== undefined && message.method !== undefined;
}

/** Ours to a request of the server. */
export function isResponse(message: WireMessage): boolean {
  return message.method === undefined && message.bytes === undefined;
}
