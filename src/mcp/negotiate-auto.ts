import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { type Negotiation, supportedVersions } from "./negotiate.ts";
import type { Negotiated } from "./open-session.ts";
import { ProbeEndedServer } from "./probe-ended-server.ts";
import { isLegacy } from "./revision.ts";
import type { Answered } from "./session.ts";

/** How long `server/discover` alone is waited for. No server seen is silent on it; a slow start is not held against one. */
const probeSilenceMs = 1_000;

/**
 * Finds out the era (revision 2026-07-28, basic/versioning): a DiscoverResult or error -32022 is modern, any other
 * error or silence is legacy.
 *
 * The probe is never given up: after a second of silence `initialize` follows it, and what is answered first counts.
 * The era found does not depend on how slow the server is: see `ambiguous`.
 */
export async function negotiateAuto(negotiation: Negotiation, clock: Clock): Promise<Negotiated> {
  const done = new AbortController();
  const probe = negotiation.askDiscover(done.signal).catch(unreadableAsUndefined);
  const patience = new AbortController();
  const silence = silent(negotiation, clock, patience.signal);
  silence.catch(() => undefined);
  const first = await Promise.race([probe, silence]).finally(() => patience.abort());
  if (first !== "silent") {
    return decided(negotiation, first);
  }
  return ambiguous(negotiation, probe).finally(() => done.abort());
}

/** Counted from when the probe is with the server: over HTTP it waits here until the server listens. */
async function silent({ wire }: Negotiation, clock: Clock, signal: AbortSignal): Promise<"silent"> {
  do {
    await clock.sleep(probeSilenceMs, signal);
  } while (wire.kind !== "stdio" && wire.waiting > 0);
  return "silent";
}

async function decided(negotiation: Negotiation, reply: Answered | undefined): Promise<Negotiated> {
  const modern = reply === undefined ? undefined : negotiation.modern(reply);
  if (modern !== undefined) {
    return modern;
  }
  const versions = reply === undefined ? undefined : supportedVersions(reply);
  if (reply !== undefined && versions !== undefined && !versions.some(isLegacy)) {
    throw negotiation.notModern(reply);
  }
  return negotiation.initialize();
}

/** Both questions are out. A modern answer after `initialize` may come from a server that now is legacy for good. */
async function ambiguous(
  negotiation: Negotiation,
  probe: Promise<Answered | undefined>,
): Promise<Negotiated> {
  const initialized = negotiation.askInitialize();
  const late = await Promise.race([probe, initialized.then(() => undefined)]);
  const modern = late === undefined ? undefined : negotiation.modern(late);
  const reply = await initialized;
  if (modern === undefined) {
    return negotiation.confirm(reply);
  }
  // Over HTTP each modern request stands alone, whatever was said before.
  if (reply.kind === "error" || negotiation.wire.kind !== "stdio") {
    return modern;
  }
  throw new ProbeEndedServer(
    "SERVER_NOT_READY",
    `Server "${negotiation.server}" answered server/discover only after initialize had been sent; it needs a fresh start to be asked in one era.`,
    "modern",
  );
}

/** An answer that cannot be read is an answer, and not one of a modern server. */
function unreadableAsUndefined(error: unknown): undefined {
  if (error instanceof Fault && error.code === "PROTOCOL_VIOLATION") {
    return undefined;
  }
  throw error;
}
