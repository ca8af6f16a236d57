import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { ProbeEndedServer } from "../../mcp/index.ts";

/** A fault that a server was not ready, with what runs in its container; every other one, and one that asks for a fresh start, as it is. */
export async function withProcesses(
  thrown: unknown,
  engine: Pick<Engine, "processes">,
  containerId: string,
): Promise<unknown> {
  if (
    !(thrown instanceof Fault) ||
    thrown.code !== "SERVER_NOT_READY" ||
    thrown instanceof ProbeEndedServer
  ) {
    return thrown;
  }
  const processes = await engine.processes(containerId).catch(() => []);
  const listed = processes.length === 0 ? "" : ` Its processes: ${processes.join(" | ")}`;
  return new Fault(thrown.code, `${thrown.message}${listed}`, { hint: thrown.hint, cause: thrown });
}
