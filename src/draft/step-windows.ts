import type { StepRow, WireRow } from "../record/index.ts";

/** The clock of a step and that of its messages are read one after the other. */
const slackMs = 2;

/**
 * The messages that steps have sent, and everything received. What we ask a server beside its steps (its lists, to check
 * that they hold) is ours and not to be recorded. Both in the order of time.
 */
export function* sentBySteps<Row extends Pick<WireRow, "direction" | "atMs">>(
  rows: Iterable<Row>,
  steps: readonly Pick<StepRow, "startedAtMs" | "durationMs">[],
): Generator<Row> {
  const windows = steps.map(({ startedAtMs, durationMs }) => ({
    from: startedAtMs - slackMs,
    to: startedAtMs + durationMs + slackMs,
  }));
  windows.sort((a, b) => a.from - b.from);
  let next = 0;
  /** Where the steps that have begun end at the latest. */
  let open = -Infinity;
  for (const row of rows) {
    for (
      let window = windows[next];
      window !== undefined && window.from <= row.atMs;
      window = windows[next]
    ) {
      open = Math.max(open, window.to);
      next += 1;
    }
    if (row.direction === "received" || row.atMs <= open) {
      yield row;
    }
  }
}
