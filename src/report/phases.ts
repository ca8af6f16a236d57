import type { ServerReport } from "./model.ts";

interface Phase {
  readonly name: string;
  readonly ms: number;
}

/** What the last start that came to be ready was made of, in order; empty when none did. */
export function startPhases({
  transitions,
  createMs,
}: Pick<ServerReport, "transitions" | "createMs">): readonly Phase[] {
  // A server is also ready again after a pause or when it has become healthy.
  const readyAt = transitions.findLastIndex(
    ({ state }, at) => state === "ready" && transitions[at - 1]?.state === "starting",
  );
  const before = transitions.slice(0, readyAt + 1);
  const atMs = (name: string) => before.findLast(({ state }) => state === name)?.atMs;
  const span = (from: string, to: string) => (atMs(to) ?? Number.NaN) - (atMs(from) ?? Number.NaN);
  const container = span("creating", "starting");
  const create = createMs ?? Number.NaN;
  return [
    { name: "image", ms: span("building", "creating") },
    // Before the call to create comes the wait for a free place among the starts.
    { name: "create", ms: create <= container ? create : Number.NaN },
    { name: "attach and start", ms: create <= container ? container - create : container },
    { name: "first answer", ms: span("starting", "ready") },
  ].filter(({ ms }) => ms >= 0);
}
