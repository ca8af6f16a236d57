import type { Clock } from "../clock/index.ts";
import type { Engine, Process } from "../engine/index.ts";

const firstLookMs = 20;
const slowestLookMs = 100;
/** Children of a server that ends well are gone within milliseconds of it; a browser takes about 200. */
const graceMs = 1_000;

/**
 * Does `end`, waits until the server's process is gone, and says what of it lives on.
 *
 * Normally nobody can see that: the init process ends with the server, and the kernel kills all others with it. So
 * init is stopped meanwhile (the kernel lets a signal from outside do that); what the server leaves then lives on
 * beside it, and init goes on as soon as we have looked. If we are killed in between, the container stays with a
 * stopped init until the reaper removes it.
 *
 * Costs a healthy server about 100 ms. Where the engine cannot tell, nothing is found.
 */
export async function watchEnd(
  engine: Pick<Engine, "kill" | "top">,
  clock: Clock,
  id: string,
  hostPid: number,
  end: () => void,
  options: { readonly waitMs: number; readonly exited: Promise<unknown> },
): Promise<{ readonly ended: boolean; readonly leftovers: readonly string[] }> {
  let gone = false;
  void options.exited.then(
    () => {
      gone = true;
    },
    () => {
      gone = true;
    },
  );
  try {
    await engine.kill(id, "SIGSTOP");
    const before = await engine.top(id);
    // Podman counts processes as the container does.
    const initPid = before.some(({ pid }) => pid === hostPid) ? hostPid : 1;
    end();
    const deadlineMs = clock.monotonicMs() + options.waitMs;
    // Its first child is the server; others were given to init when their parents ended.
    const server = before.find((process) => process.parent === initPid);
    let others = before;
    let untilMs = deadlineMs;
    let serverGone = false;
    for (
      let pauseMs = firstLookMs;
      !gone && server;
      pauseMs = Math.min(2 * pauseMs, slowestLookMs)
    ) {
      await clock.sleep(pauseMs);
      const now = await engine.top(id);
      if (!serverGone && !now.some((process) => process.pid === server.pid && isAlive(process))) {
        serverGone = true;
        untilMs = clock.monotonicMs() + graceMs;
      }
      others = below(initPid, now).filter(isAlive);
      if ((serverGone && others.length === 0) || clock.monotonicMs() >= untilMs) {
        break;
      }
    }
    const leftovers = serverGone && !gone ? others.map(({ command }) => command) : [];
    return { ended: serverGone || gone, leftovers };
  } catch {
    // An engine without this (no `ps` on its host) or a container that ended at this moment: nothing is known.
    return { ended: gone, leftovers: [] };
  } finally {
    end();
    await engine.kill(id, "SIGCONT").catch(() => undefined);
  }
}

function isAlive({ state }: Process): boolean {
  return !state.startsWith("Z");
}

/** What init has below it. What was only run in the container, such as a health check, has its parent outside. */
function below(initPid: number, all: readonly Process[]): readonly Process[] {
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  function isBelow(pid: number | undefined): boolean {
    return pid !== undefined && (pid === initPid || isBelow(parents.get(pid)));
  }
  return all.filter(({ parent }) => isBelow(parent));
}
