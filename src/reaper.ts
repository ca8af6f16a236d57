// Entry of the reaper: sleeps on the pipe from its manager; when that closes without a word, removes the manager's run
// from the engine. Loads nothing before it has to: it lives beside every run.
import { read } from "node:fs";

const stdin = 0;
const wordLength = 16;
const lifetimeMs = 60_000;

wait("");

/** The manager says "done", or says nothing and its end closes. */
function wait(heard: string): void {
  const buffer = Buffer.alloc(wordLength);
  read(stdin, buffer, 0, buffer.length, null, (error, length) => {
    const said = heard + buffer.toString("latin1", 0, length);
    if (said.includes("done")) {
      process.exit(0);
    }
    if (!error && length > 0) {
      wait(said.slice(-wordLength));
    } else {
      void reapRun();
    }
  });
}

async function reapRun(): Promise<void> {
  // Not waited for: whatever happens below, this process does not stay.
  setTimeout(() => process.exit(1), lifetimeMs);
  const [{ reap }, { openObjectStore }, { systemClock }] = await Promise.all([
    import("./controller/index.ts"),
    import("./engine/index.ts"),
    import("./clock/index.ts"),
  ]);
  const runId = process.argv[3] ?? "";
  await reap(openObjectStore(process.env), runId, systemClock, AbortSignal.timeout(lifetimeMs));
  process.exit(0);
}
