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

const durationPattern = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/;
const sizePattern = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|KiB|MiB|GiB)$/;

/** Node fires timers longer than this at once, so no duration may exceed it. */
const longestTimerMs = 2 ** 31 - 1;

/** Milliseconds for text such as `500ms`, `30s`, `2m`, `1.5h`; undefined when it is none. */
export function parseDurationMs(text: string): number | undefined {
  const match = durationPattern.exec(text);
  const unit = match?.[2] as keyof typeof durationUnitsMs | undefined;
  // To the microsecond: 1.1 × 1000 is 1100.0000000000002.
  return match && unit
    ? Math.round(Number(match[1]) * durationUnitsMs[unit] * 1_000) / 1_000
    : undefined;
}

/** Bytes for text such as `512MiB`, `64 KB`; undefined when it is none. */
export function parseSizeBytes(text: string): number | undefined {
  const match = sizePattern.exec(text);
  const unit = match?.[2] as keyof typeof sizeUnits | undefined;
  return match && unit ? Math.round(Number(match[1]) * sizeUnits[unit]) : undefined;
}

/** A schema for durations within [min, max]; the parsed value is milliseconds. */
export function duration(minMs = 1, maxMs = longestTimerMs) {
  const range = `${showDuration(minMs)} to ${showDuration(maxMs)}`;
  return z
    .string()
    .regex(durationPattern, `is not a duration from ${range}; write for example 500ms, 30s or 2m`)
    .transform((text, context) => {
      const ms = parseDurationMs(text) ?? Number.NaN;
      if (!(ms >= minMs && ms <= maxMs)) {
        context.addIssue(`is out of range; allowed are ${range}`);
        return z.NEVER;
      }
      return ms;
    })
    .meta({ title: `duration from ${range}, such as 30s` });
}

/** A schema for sizes within [min, max]; the parsed value is bytes. */
export function size(minBytes: number, maxBytes: number) {
  const range = `${showSize(minBytes)} to ${showSize(maxBytes)}`;
  return z
    .string()
    .regex(sizePattern, `is not a size from ${range}; write for example 512MiB`)
    .transform((text, context) => {
      const bytes = parseSizeBytes(text) ?? Number.NaN;
      if (!(bytes >= minBytes && bytes <= maxBytes)) {
        context.addIssue(`is out of range; allowed are ${range}`);
        return z.NEVER;
      }
      return bytes;
    })
    .meta({ title: `size from ${range}, such as 512MiB` });
}

function showDuration(ms: number): string {
  return show(ms, durationUnitsMs);
}

function showSize(bytes: number): string {
  return show(bytes, { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 });
}

function show(amount: number, units: Readonly<Record<string, number>>): string {
  const whole = Object.entries(units).findLast(([, value]) => amount % value === 0);
  return whole ? `${amount / whole[1]}${whole[0]}` : String(amount);
}
