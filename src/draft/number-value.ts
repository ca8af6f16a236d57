import { numberOr, type Schema } from "./schema-parts.ts";

const mostTries = 1_000;

/** A number that a schema allows, the smallest friendly one: 1 where it may be. Undefined when none was found. */
export function numberValue(schema: Schema, integer: boolean, variant: number): number | undefined {
  const step = numberOr(schema["multipleOf"], integer ? 1 : 0);
  const first = numberOr(schema["minimum"], numberOr(schema["exclusiveMinimum"], 1));
  const last = numberOr(schema["maximum"], numberOr(schema["exclusiveMaximum"], Infinity));
  const from = schema["minimum"] === undefined && first > last ? last : first;
  const fits = (value: number) => allowed(value, schema, integer);
  let skip = variant;
  for (const value of candidates(from, last, step)) {
    if (fits(value) && skip-- <= 0) {
      return value === 0 ? 0 : value;
    }
  }
  return undefined;
}

function* candidates(from: number, last: number, step: number): Generator<number> {
  if (from <= 1 && last >= 1) {
    yield* upwards(1, step);
  }
  yield* upwards(from, step);
  yield* upwards(last, -step);
  if (Number.isFinite(last)) {
    // Between two exclusive bounds that lie close together.
    for (let parts = 2; parts < 64; parts += 1) {
      yield from + (last - from) / parts;
    }
  }
}

function* upwards(start: number, step: number): Generator<number> {
  if (!Number.isFinite(start)) {
    return;
  }
  if (step === 0) {
    yield start;
    for (let count = 1; count < 64; count += 1) {
      yield start + count;
    }
    return;
  }
  const size = Math.abs(step);
  const begin = step > 0 ? Math.ceil(start / size) : Math.floor(start / size);
  for (let count = 0; count < mostTries; count += 1) {
    yield (begin + Math.sign(step) * count) * size;
  }
}

function allowed(value: number, schema: Schema, integer: boolean): boolean {
  const bound = (key: string, otherwise: number) => numberOr(schema[key], otherwise);
  const multiple = numberOr(schema["multipleOf"], 0);
  return (
    (!integer || Number.isInteger(value)) &&
    value >= bound("minimum", -Infinity) &&
    value > bound("exclusiveMinimum", -Infinity) &&
    value <= bound("maximum", Infinity) &&
    value < bound("exclusiveMaximum", Infinity) &&
    (multiple === 0 || Number.isInteger(value / multiple))
  );
}
