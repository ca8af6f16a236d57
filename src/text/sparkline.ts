const bars = "▁▂▃▄▅▆▇█";

/** Values from 0 to their maximum as bars; more values than `width` are joined by their maxima. Empty for none. */
export function sparkline(values: readonly number[], width = 12): string {
  const columns = Math.min(width, values.length);
  const heights = Array.from({ length: columns }, (_, column) => {
    const start = Math.floor((column * values.length) / columns);
    const end = Math.floor(((column + 1) * values.length) / columns);
    return Math.max(...values.slice(start, end));
  });
  const top = Math.max(...heights, 0);
  return heights
    .map((height) => bars.charAt(top === 0 ? 0 : Math.round((height / top) * (bars.length - 1))))
    .join("");
}
