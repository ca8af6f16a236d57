/** Longer than a fast server takes for an answer, shorter than anybody notices. */
const waitMs = 5;

/** Steps still to be recorded and told; in order, and none is lost. */
export interface Backlog {
  add(work: () => void): void;
  /** Does now what has not been done yet. */
  drain(): void;
}

/**
 * Recording a step takes about as long as a fast server takes to answer the next one. So steps are recorded a few
 * milliseconds late, several in one transaction; a step is told (progress) only once it is recorded.
 */
export function createBacklog(together: (work: () => void) => void): Backlog {
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  function drain(): void {
    clearTimeout(timer);
    timer = undefined;
    const work = waiting;
    waiting = [];
    together(() => {
      for (const each of work) {
        each();
      }
    });
  }
  return {
    add(work) {
      waiting.push(work);
      timer ??= setTimeout(drain, waitMs);
    },
    drain,
  };
}
