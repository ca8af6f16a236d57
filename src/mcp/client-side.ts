/** What the client declares and answers; the scenario makes it, this room only asks it. */
export interface ClientSide {
  /** Sent in `initialize`, in the modern era in the `_meta` of every request. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  /**
   * Answers a request of the server, or one input of a modern `input_required` result; undefined when nothing is
   * scripted for it. The signal is aborted when the server cancels its request or the session ends.
   */
  answer(method: string, params: unknown, signal: AbortSignal): Promise<ClientAnswer | undefined>;
}

export type ClientAnswer =
  | { readonly kind: "result"; readonly result: Record<string, unknown> }
  | { readonly kind: "error"; readonly code: number; readonly message: string }
  | { readonly kind: "silence" };
