import { type Code, Fault } from "../fault/index.ts";

/**
 * The attempt to find out the era has spoiled this process; a fresh one may work when asked with `retryWith`.
 *
 * A server that ends on its own looks the same, so the second attempt's fault is the one to show.
 */
export class ProbeEndedServer extends Fault {
  readonly retryWith: "legacy" | "modern";

  constructor(code: Code, message: string, retryWith: "legacy" | "modern", hint?: string) {
    super(code, message, hint === undefined ? {} : { hint });
    this.retryWith = retryWith;
  }
}
