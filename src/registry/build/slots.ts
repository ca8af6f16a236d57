/** Lets so many works run at once; the others wait in their order. */
export interface Slots {
  /** `onWait` is called when there is no slot free. Rejects with the signal's reason while waiting. */
  run<T>(work: () => Promise<T>, onWait: () => void, signal?: AbortSignal): Promise<T>;
}

export function createSlots(limit: number): Slots {
  const waiting: (() => void)[] = [];
  let free = limit;

  async function take(onWait: () => void, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    onWait();
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      };
      function giveUp(): void {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal?.reason);
      }
      waiting.push(go);
      signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  /** Hands the slot to the next in the queue. */
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) {
      free += 1;
    } else {
      next();
    }
  }

  return {
    async run(work, onWait, signal) {
      await take(onWait, signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
