import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { interrupted, labelOf } from "./pending.ts";
import type { Reply, RequestOptions, Session } from "./session.ts";

/** Sends a request with what is to go wrong with it on purpose. `drop_response` is the matter of the connection. */
export async function faulted(
  request: Session["request"],
  method: string,
  params: Record<string, unknown> | undefined,
  { fault, ...options }: RequestOptions,
  clock: Clock,
): Promise<Reply> {
  if (fault?.kind === "delay") {
    try {
      await clock.sleep(fault.ms, options.signal);
    } catch (error) {
      throw options.signal?.aborted ? interrupted(labelOf(method, params), options.signal) : error;
    }
    return request(method, params, options);
  }
  const [reply, twin] = await Promise.allSettled([
    request(method, params, options),
    request(method, params, options),
  ]);
  if (reply.status === "rejected") {
    throw reply.reason;
  }
  if (twin.status === "rejected") {
    const reason: unknown = twin.reason;
    throw reason instanceof Fault
      ? new Fault(reason.code, `Of two equal requests the second failed: ${reason.message}`)
      : reason;
  }
  return { ...reply.value, twin: twin.value };
}
