import { readdir, readFile } from "node:fs/promises";

/** Ids of the processes of this user that carry the job's tracking id in their environment. */
export async function processesOfJob(trackingId: string): Promise<number[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const marked = await Promise.all(
    ids.map(async (pid) => {
      // A process may end, or belong to another user, while we look.
      const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
      return environment.split("\0").includes(`RUNNER_TRACKING_ID=${trackingId}`);
    }),
  );
  return ids.filter((_, index) => marked[index]);
}

/** Kills what the job left running, as the runner does after all post steps. Answers the ids. */
export async function killOrphans(trackingId: string): Promise<number[]> {
  const orphans = await processesOfJob(trackingId);
  return orphans.filter((pid) => {
    try {
      return process.kill(pid, "SIGKILL");
    } catch {
      return false;
    }
  });
}
