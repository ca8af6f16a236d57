const units = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** A duration in ms for people: `0.4 ms`, `340 ms`, `1.2 s`, `2 min 5 s`, `1 h 3 min`. */
export function duration(ms: number): string {
  if (ms < 9.95) {
    return `${oneDecimal(ms)} ms`;
  }
  if (ms < 999.5) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < 59_950) {
    return `${oneDecimal(ms / 1000)} s`;
  }
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) {
    return twoUnits(Math.floor(seconds / 60), "min", seconds % 60, "s");
  }
  const minutes = Math.round(seconds / 60);
  return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
}

/** A size in bytes for people: `512 B`, `81.4 MiB`. */
export function bytes(size: number): string {
  let value = size;
  let unit = 0;
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? Math.round(value) : oneDecimal(value)} ${units[unit]}`;
}

/** A count with its noun: `1 step`, `1,200 steps`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** At most one decimal, none when it would be 0. */
export function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** Not toLocaleString: its first call loads the locale data, 25 ms of a run of one second. */
function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
