// The controller: a server's container from create to remove, hardened and labelled, and the sweep and the reaper
// that remove by label what nobody else removed.
export { commandFault } from "./command-fault.ts";
export { labelKeys, objectLabels } from "./labels.ts";
export { launchReaper, type Reaper, type ReaperOptions } from "./launch-reaper.ts";
export { isOwnerAlive, ownerToken, readOwner } from "./owner.ts";
export { reap } from "./reap.ts";
export { type StartDeps, startContainer } from "./start-container.ts";
export { type SweepOptions, type SweepReport, sweep } from "./sweep.ts";
export { makeTempFolder } from "./temp-folder.ts";
export type { ContainerPlan, Ownership, Rung, RunningContainer, StopReport } from "./types.ts";
