/** Something to do that needs some servers to itself. */
export interface Job {
  readonly servers: readonly string[];
  run(): Promise<void>;
}

/**
 * Runs jobs in the given order per server, and jobs of different servers at the same time.
 *
 * Each job waits for the latest earlier job of each of its servers, so two jobs never share a server and no cycle of
 * waiting can arise.
 */
export async function schedule(jobs: readonly Job[]): Promise<void> {
  const latest = new Map<string, Promise<void>>();
  const all = jobs.map((job) => {
    const before = job.servers.map((server) => latest.get(server) ?? Promise.resolve());
    const done = Promise.all(before).then(() => job.run());
    for (const server of job.servers) {
      latest.set(server, done);
    }
    return done;
  });
  await Promise.all(all);
}
