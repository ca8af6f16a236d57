import { addAbortSignal } from "node:stream";
import type { Clock } from "../clock/index.ts";
import type { Connection } from "./connection.ts";
import { jsonLines } from "./json-lines.ts";
import type { ContainerEvent, EventListeners } from "./types.ts";

/** What is asked for: health probes and commands would flood the engine's memory of 256 events. */
const actions = ["create", "start", "kill", "oom", "die", "pause", "unpause", "destroy"];
const networkActions = ["connect", "disconnect"];
const firstPauseMs = 100;
const longestPauseMs = 2_000;
/** What the engine repeats comes first and says more than a look at the containers. */
const repeatedMs = 200;
/** More than the engine remembers, so that nothing of what it repeats is told twice. */
const remembered = 512;

/** Tells what happens to the containers that carry a label, until the signal aborts or our connection is closed. */
export function followEvents(
  connection: Connection,
  clock: Clock,
  label: string,
  listeners: EventListeners,
  signal: AbortSignal,
): Promise<void> {
  const filters = { type: ["container"], label: [label], event: actions };
  return follow(connection, clock, filters, listeners, signal);
}

/** Tells of the containers that are put on networks and taken off them; which of them are ours it does not say. */
export function followNetworks(
  connection: Connection,
  clock: Clock,
  listeners: EventListeners,
  signal: AbortSignal,
): Promise<void> {
  const filters = { type: ["network"], event: networkActions };
  return follow(connection, clock, filters, listeners, signal);
}

/**
 * A stream that ends is opened again from the last second told, and what was told already is not told again. What the
 * engine has forgotten meanwhile it cannot repeat: `onGap` is called then, to look at what there is.
 */
async function follow(
  connection: Connection,
  clock: Clock,
  filters: Readonly<Record<string, readonly string[]>>,
  { onEvent, onGap }: EventListeners,
  signal: AbortSignal,
): Promise<void> {
  const over = AbortSignal.any([signal, connection.closed]);
  const told = new Set<string>();
  /** Seconds of the engine's own clock. */
  let since: number | undefined;
  let pauseMs = firstPauseMs;
  for (let isFirst = true; !over.aborted; isFirst = false) {
    try {
      const answer = await connection.stream({
        method: "GET",
        path: "/events",
        query: {
          filters: JSON.stringify(filters),
          ...(since === undefined ? {} : { since: String(since) }),
        },
        doing: "follow the engine's events",
        signal: over,
      });
      if (!isFirst) {
        // When it fails the engine is gone again, and the stream with it.
        void clock
          .sleep(repeatedMs, over)
          .then(onGap, () => undefined)
          .catch(() => undefined);
      }
      since ??= Math.floor((Date.parse(answer.headers.date ?? "") || clock.nowMs()) / 1_000);
      pauseMs = firstPauseMs;
      for await (const value of jsonLines(addAbortSignal(over, answer))) {
        // The shape of the engine's answer at the pinned version.
        const event = value as EngineMessage;
        since = Math.max(since, event.time);
        if (isNew(told, event)) {
          onEvent(eventOf(event));
        }
      }
    } catch {
      // An engine that is gone may come back; its calls say what is wrong with it meanwhile.
    }
    await clock.sleep(pauseMs, over).catch(() => undefined);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  }
}

interface EngineMessage {
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes?: Readonly<Record<string, string>> };
  readonly time: number;
  readonly timeNano: number;
}

function isNew(told: Set<string>, { Action, Actor, timeNano }: EngineMessage): boolean {
  const key = `${timeNano} ${Action} ${Actor.ID}`;
  if (told.has(key)) {
    return false;
  }
  told.add(key);
  const [oldest] = told;
  if (told.size > remembered && oldest !== undefined) {
    told.delete(oldest);
  }
  return true;
}

function eventOf({ Action, Actor }: EngineMessage): ContainerEvent {
  const attributes = Actor.Attributes ?? {};
  // What happens to a network tells the container among its attributes.
  return { id: attributes["container"] ?? Actor.ID, action: Action, attributes };
}
