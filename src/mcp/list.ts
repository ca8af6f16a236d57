import type { Clock } from "../clock/index.ts";
import type { FindingCode } from "./finding-table.ts";
import { count, quote } from "./quote.ts";
import { isObject } from "./reading.ts";
import type { Reply, RequestOptions } from "./session.ts";
import type { ListShape } from "./shape.ts";

export interface Lister {
  readonly clock: Clock;
  request(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply>;
  report(code: FindingCode, message: () => string): void;
}

/** More pages than this are taken for a list without an end. */
const maxPages = 64;

/**
 * All pages of a list as one reply: sums of time and bytes, the entries in one array, the first page's other members.
 *
 * The timeout is for all pages together. An error reply of any page is the reply.
 */
export async function listAll(
  shape: ListShape,
  options: RequestOptions,
  lister: Lister,
  from?: string,
): Promise<Reply> {
  const deadline = lister.clock.monotonicMs() + options.timeoutMs;
  const cursors = new Set<string>();
  let all: unknown[] = [];
  let first: Reply | undefined;
  let durationMs = 0;
  let bytes = 0;
  let ended = false;
  for (let cursor = from; ; ) {
    const params = cursor === undefined ? undefined : { cursor };
    const timeoutMs = Math.max(0, deadline - lister.clock.monotonicMs());
    const reply = await lister.request(shape.method, params, { ...options, timeoutMs });
    durationMs += reply.durationMs;
    bytes += reply.bytes;
    const entries =
      reply.kind === "result" && isObject(reply.result) ? reply.result[shape.key] : undefined;
    if (reply.kind !== "result" || !isObject(reply.result) || !Array.isArray(entries)) {
      return { ...reply, durationMs, bytes };
    }
    all = first === undefined ? entries : all.concat(entries);
    first ??= reply;
    cursor = nextCursor(reply.result["nextCursor"], cursors, shape, lister);
    if (cursor === undefined) {
      ended = typeof reply.result["nextCursor"] !== "string";
      break;
    }
  }
  if (ended) {
    reportDuplicates(shape, all, lister);
  }
  if (cursors.size === 0 || first.kind !== "result" || !isObject(first.result)) {
    return first;
  }
  const { nextCursor: _, ...rest } = first.result;
  return { kind: "result", result: { ...rest, [shape.key]: all }, durationMs, bytes };
}

function nextCursor(
  next: unknown,
  seen: Set<string>,
  shape: ListShape,
  lister: Lister,
): string | undefined {
  if (typeof next !== "string") {
    return undefined;
  }
  if (seen.has(next)) {
    lister.report(
      "endless-pages",
      () => `${shape.method} gave the cursor ${quote(next)} twice; the list was ended there`,
    );
    return undefined;
  }
  seen.add(next);
  if (seen.size >= maxPages) {
    lister.report(
      "endless-pages",
      () => `${shape.method} goes on after ${count(maxPages)} pages; the list was ended there`,
    );
    return undefined;
  }
  return next;
}

function reportDuplicates(shape: ListShape, entries: readonly unknown[], lister: Lister): void {
  const identity =
    shape.key === "resources" ? "uri" : shape.key === "resourceTemplates" ? "uriTemplate" : "name";
  const seen = new Set<unknown>();
  for (const entry of entries) {
    const name = isObject(entry) ? entry[identity] : undefined;
    if (typeof name === "string" && seen.has(name)) {
      lister.report(
        "duplicate-name",
        () => `${shape.method} gives the ${identity} ${quote(name)} more than once`,
      );
    }
    seen.add(name);
  }
}
