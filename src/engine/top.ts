import type { Connection } from "./connection.ts";
import type { Process } from "./types.ts";

/** Process list of a running container; `ps` runs on the engine's host, so the container needs none. About 40 ms. */
export async function topOf(connection: Connection, id: string): Promise<readonly Process[]> {
  // The shape of the engine's answer at the pinned version.
  const { Processes } = (await connection.json({
    method: "GET",
    path: `/containers/${id}/top`,
    query: { ps_args: "-eo pid,ppid,stat,args" },
    doing: `list the processes of container ${id.slice(0, 12)}`,
    deadlineMs: 10_000,
  })) as { readonly Processes: readonly (readonly string[])[] | null };
  return (Processes ?? []).map(([pid = "", parent = "", state = "", ...command]) => ({
    pid: Number(pid),
    parent: Number(parent),
    state,
    command: command.join(" "),
  }));
}
