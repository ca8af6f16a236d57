/** As long as the record lets logs and messages wait: nobody notices it, and a kill loses no step that was told. */
const waitMs = 50;

/** Steps still to be recorded and told; in order, and none is lost. */
export interface Backlog {
  /** `tell` is called once what `record` wrote is committed. */
  add(step: { readonly record: () => void; readonly tell: () => void }): void;
  /** Does now what has not been done yet. */
  drain(): void;
}

/**
 * Recording and telling a step takes about as long as a fast server takes to answer the next one. So it is done
 * a little late, for several steps in one transaction; a step is told (progress) only once it is recorded.
 */
export function createBacklog(together: (work: () => void) => void): Backlog {
  let waiting: Parameters<Backlog["add"]>[0][] = [];
  let timer: NodeJS.Timeout | undefined;
  function drain(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) {
      return;
    }
    const steps = waiting;
    waiting = [];
    together(() => {
      for (const step of steps) {
        step.record();
      }
    });
    for (const step of steps) {
      step.tell();
    }
  }
  return {
    add(step) {
      waiting.push(step);
      timer ??= setTimeout(drain, waitMs);
    },
    drain,
  };
}
