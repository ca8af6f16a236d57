import type { Clock } from "../../clock/index.ts";
import { count } from "../quote.ts";
import type { Cursor, Intake } from "./intake.ts";

const defaultMs = 1_000;
/** A server that says 0 shall not be asked in a tight loop. */
const leastMs = 50;
/** No step waits longer; a timer of Node that is set for more than 24 days fires at once. */
const mostMs = 60_000;

/** Waits as long as the stream has asked for; resolves to false when it was closed meanwhile. */
export async function waitToResume(
  clock: Clock,
  { retryMs = defaultMs }: Cursor,
  intake: Intake,
  signal: AbortSignal,
): Promise<boolean> {
  if (retryMs > mostMs) {
    intake.report(
      "sse-retry",
      () =>
        `the server asks to wait ${count(retryMs)} ms before a stream is resumed; ${count(mostMs)} ms are waited`,
    );
  }
  try {
    await clock.sleep(Math.min(mostMs, Math.max(leastMs, retryMs)), signal);
    return true;
  } catch {
    return false;
  }
}
