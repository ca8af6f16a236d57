import type { Engine } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";

/** A fault that a server was not ready, with what runs in its container; every other one as it is. */
export async function withProcesses(
  thrown: unknown,
  engine: Pick<Engine, "processes">,
  containerId: string,
): Promise<unknown> {
  if (!(thrown instanceof Fault) || thrown.code !== "SERVER_NOT_READY") {
    return thrown;
  }
  const processes = await engine.processes(containerId).catch(() => []);
  const listed = processes.length === 0 ? "" : ` Its processes: ${processes.join(" | ")}`;
  return new Fault(thrown.code, `${thrown.message}${listed}`, { hint: thrown.hint, cause: thrown });
}
