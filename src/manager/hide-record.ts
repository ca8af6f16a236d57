import { realpathSync } from "node:fs";
import { join, relative } from "node:path";
import type { ContainerPlan } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";

/**
 * The same plan, but its volumes do not show where the record is: an empty folder in memory lies over it.
 *
 * With the workspace as a writable volume a server could else write its own results. Throws PATH_NOT_ALLOWED for a
 * volume that is that very folder.
 */
export function hideRecord(plan: ContainerPlan, recordFolder: string): ContainerPlan {
  const folder = realpathSync(recordFolder);
  const covers = plan.volumes.flatMap((volume) => {
    if (volume.kind !== "host") {
      return [];
    }
    const { hostPath, containerPath } = volume;
    if (hostPath === folder) {
      throw new Fault(
        "PATH_NOT_ALLOWED",
        `Server "${plan.server}": ${hostPath} is where the record and the reports of the run are, so it cannot be a volume.`,
        { hint: "Give the server another folder, or the reports (`--out`)." },
      );
    }
    return isWithin(folder, hostPath) ? [join(containerPath, relative(hostPath, folder))] : [];
  });
  return covers.length === 0 ? plan : { ...plan, writable: [...(plan.writable ?? []), ...covers] };
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith("../");
}
