import type { ServerSpec } from "../config/index.ts";
import type { FindingRow } from "../record/index.ts";
import { idleCpu } from "../resource/index.ts";
import { duration } from "../text/index.ts";
import type { World } from "./world.ts";

/** Whether a server rests when nothing is asked of it; to be asked when its last step is done. */
export async function idleFinding(
  server: string,
  spec: ServerSpec,
  containerId: string,
  { clock }: Pick<World, "clock">,
  signal: AbortSignal,
): Promise<Pick<FindingRow, "code" | "severity" | "message"> | undefined> {
  const { window, cpu } = spec.idle;
  const limits = { windowMs: window, mostPercent: cpu * 100 };
  const percent = await idleCpu(containerId, limits, { clock, signal });
  if (percent === undefined || percent <= limits.mostPercent) {
    return undefined;
  }
  return {
    code: "idle-cpu",
    severity: "warning",
    message: `Server "${server}" used ${Math.round(percent)} % of a core for ${duration(window)} in which nothing was asked of it; ${limits.mostPercent} % is allowed`,
  };
}
