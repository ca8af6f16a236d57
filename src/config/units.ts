import { z } from "zod";

const durationUnitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const sizeUnits = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
} as const;

/** Node fires timers longer than this at once, so no duration may exceed it. */
export const longestTimerMs = 2 ** 31 - 1;

/** Milliseconds for text such as `500ms`, `30s`, `2m`, `1.5h`; undefined when it is none. */
export function parseDurationMs(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(text);
  const unit = match?.[2] as keyof typeof durationUnitsMs | undefined;
  return match && unit ? Number(match[1]) * durationUnitsMs[unit] : undefined;
}

/** Bytes for text such as `512MiB`, `64 KB`; undefined when it is none. */
export function parseSizeBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|KiB|MiB|GiB)$/.exec(text);
  const unit = match?.[2] as keyof typeof sizeUnits | undefined;
  return match && unit ? Math.round(Number(match[1]) * sizeUnits[unit]) : undefined;
}

/** A schema for durations within [min, max]; the parsed value is milliseconds. */
export function duration(minMs = 1, maxMs = longestTimerMs) {
  return z.string().transform((text, context) => {
    const ms = parseDurationMs(text);
    if (ms === undefined) {
      context.addIssue(`"${text}" is not a duration; write for example 500ms, 30s or 2m`);
      return z.NEVER;
    }
    if (ms < minMs || ms > maxMs) {
      context.addIssue(`${text} is out of range; allowed are ${minMs}ms to ${maxMs}ms`);
      return z.NEVER;
    }
    return ms;
  });
}

/** A schema for sizes within [min, max]; the parsed value is bytes. */
export function size(minBytes: number, maxBytes: number) {
  return z.string().transform((text, context) => {
    const bytes = parseSizeBytes(text);
    if (bytes === undefined) {
      context.addIssue(`"${text}" is not a size; write for example 512MiB`);
      return z.NEVER;
    }
    if (bytes < minBytes || bytes > maxBytes) {
      context.addIssue(`${text} is out of range; allowed are ${minBytes}B to ${maxBytes}B`);
      return z.NEVER;
    }
    return bytes;
  });
}
