import type { Findings } from "./findings.ts";
import { raceMs } from "./given-up.ts";
import { show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";

type Token = number | string;

interface Tracked {
  readonly label: () => string;
  readonly told: ((params: JsonObject) => void) | undefined;
  last: number;
  /** Why it is no longer told, and since when; undefined while its request is under way. */
  over: { readonly how: "answered" | "cancelled"; readonly atMs: number } | undefined;
}

/** Tokens of requests that are over and still remembered. */
const maxOver = 1_000;

/** The progress tokens of one connection: passes on what comes for them and says what the specification forbids. */
export class Progress {
  readonly #findings: Findings;
  /** Whether notifications and answers come in the order they were sent. */
  readonly #ordered: boolean;
  readonly #tokens = new Map<Token, Tracked>();
  readonly #over: Token[] = [];
  /** After raw bytes nobody knows which tokens the server was given. */
  tolerant = false;

  constructor(findings: Findings, ordered: boolean) {
    this.#findings = findings;
    this.#ordered = ordered;
  }

  begin(token: Token, label: () => string, told: Tracked["told"]): void {
    this.#tokens.set(token, { label, told, last: -Infinity, over: undefined });
  }

  /** A task keeps its token: the call is over when the task is. */
  end(token: Token, how: "answered" | "cancelled", atMs: number): void {
    const tracked = this.#tokens.get(token);
    if (tracked === undefined || tracked.over !== undefined) {
      return;
    }
    tracked.over = { how, atMs };
    this.#over.push(token);
    const oldest = this.#over.length > maxOver ? this.#over.shift() : undefined;
    if (oldest !== undefined) {
      this.#tokens.delete(oldest);
    }
  }

  receive(params: unknown, receivedMs: number): void {
    const wrong = (text: () => string): void =>
      this.#findings.report("bad-progress", () => `notifications/progress ${text()}`);
    if (!isObject(params)) {
      wrong(() => `has no object as "params"`);
      return;
    }
    const { progressToken: token, progress, total } = params;
    if (typeof token !== "string" && typeof token !== "number") {
      wrong(() => `has no string or number as "progressToken": ${show(token)}`);
      return;
    }
    const tracked = this.#tokens.get(token);
    if (tracked === undefined) {
      if (!this.tolerant) {
        wrong(() => `has the token ${show(token)}, which no request under way has given`);
      }
      return;
    }
    const { over } = tracked;
    if (over !== undefined) {
      this.#late(tracked.label, over, receivedMs, wrong);
      return;
    }
    if (typeof progress !== "number" || !Number.isFinite(progress)) {
      wrong(() => `for ${tracked.label()} has no finite number as "progress": ${show(progress)}`);
    } else if (progress <= tracked.last) {
      const before = tracked.last;
      wrong(
        () => `for ${tracked.label()} does not increase: ${show(progress)} after ${show(before)}`,
      );
    } else {
      tracked.last = progress;
    }
    if (total !== undefined && typeof total !== "number") {
      wrong(() => `for ${tracked.label()} has a "total" that is no number: ${show(total)}`);
    }
    tracked.told?.(params);
  }

  #late(
    label: () => string,
    over: NonNullable<Tracked["over"]>,
    receivedMs: number,
    wrong: (text: () => string) => void,
  ): void {
    if (over.how === "answered") {
      if (this.#ordered) {
        wrong(() => `for ${label()} came after its answer`);
      }
      return;
    }
    const afterMs = Math.round(receivedMs - over.atMs);
    if (afterMs > raceMs) {
      this.#findings.report(
        "cancelled-call-goes-on",
        () => `${label()} still told progress ${afterMs} ms after it had been cancelled`,
      );
    }
  }
}

/** The token a request gives: what its caller has set in `_meta`. */
export function tokenIn(params: Readonly<Record<string, unknown>> | undefined): Token | undefined {
  const meta = params?.["_meta"];
  const token = isObject(meta) ? meta["progressToken"] : undefined;
  return typeof token === "string" || typeof token === "number" ? token : undefined;
}

export function withToken(
  params: Readonly<Record<string, unknown>> | undefined,
  progressToken: Token,
): Record<string, unknown> {
  const meta = params?.["_meta"];
  return { ...params, _meta: { ...(isObject(meta) ? meta : {}), progressToken } };
}

/** A call that has become a task goes on, and so does its progress. */
export function becameTask(result: unknown): boolean {
  return isObject(result) && (result["resultType"] === "task" || isObject(result["task"]));
}
