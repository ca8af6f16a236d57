const levels = ["DEBUG", "INFO", "WARNING", "ERROR"];

/** A function for each level; lines below `level` are not written. An unknown level is INFO. */
export function logger(level, write) {
  const wanted = levels.indexOf(level.toUpperCase());
  const least = wanted === -1 ? 1 : wanted;
  return Object.fromEntries(
    levels.map((name, rank) => [
      name.toLowerCase(),
      (text) => rank >= least && write(`${name} ${text}\n`),
    ]),
  );
}
