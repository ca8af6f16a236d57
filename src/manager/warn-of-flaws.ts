import type { Engine } from "../engine/index.ts";

const warned = new WeakSet<Engine>();

/** What is known against the engine's versions, once for an engine: what is about to be built or run there is not trusted. */
export function warnOfFlaws(engine: Engine, progress: (line: string) => void): void {
  if (!warned.has(engine)) {
    warned.add(engine);
    engine.info.flaws.forEach((flaw) => progress(`warning: ${flaw}`));
  }
}
