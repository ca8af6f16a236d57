import type { Clock } from "../clock/index.ts";
import type { Fault } from "../fault/index.ts";
import { called, interrupted, type Pending } from "./pending.ts";
import type { RequestOptions } from "./session.ts";

/** What may end a request before its answer: the signal, and the cancellation its caller wants. */
export function watchRequest(
  pending: Pending,
  { signal, cancelAfterMs }: RequestOptions,
  clock: Clock,
  on: { interrupted(fault: Fault): void; cancel(): void },
): void {
  if (signal === undefined && cancelAfterMs === undefined) {
    return;
  }
  const { resolve, reject } = pending;
  const timer = new AbortController();
  const onAbort = (): void => {
    if (signal !== undefined) {
      on.interrupted(interrupted(called(pending), signal));
    }
  };
  const settled = (): void => {
    signal?.removeEventListener("abort", onAbort);
    timer.abort();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  pending.resolve = (reply) => {
    settled();
    resolve(reply);
  };
  pending.reject = (error) => {
    settled();
    reject(error);
  };
  if (cancelAfterMs !== undefined) {
    clock.sleep(cancelAfterMs, timer.signal).then(
      () => on.cancel(),
      () => undefined,
    );
  }
}
