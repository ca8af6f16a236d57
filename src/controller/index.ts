// The controller: a server's container from create to remove, hardened and labelled, and the sweep and the reaper
// that remove by label what nobody else removed.

export { commandFault } from "./command-fault.ts";
export { type ContainerNews, createNewsDesk, type NewsDesk } from "./container-news.ts";
export { labelKeys, objectLabels } from "./labels.ts";
export { launchReaper, type Reaper, type ReaperOptions } from "./launch-reaper.ts";
export type { Egress, EgressRule } from "./network/egress.ts";
export type { Attempt } from "./network/forward-proxy.ts";
export type { NetworkDeps } from "./network/group.ts";
export { askOutside } from "./network/outside/ask.ts";
export { prepareNetworks, settleNetworks } from "./network/reach.ts";
export { isOwnerAlive, ownerToken, readOwner } from "./owner.ts";
export { reap } from "./reap.ts";
export { createRestarts, type NextRestart, type RestartPolicy, type Restarts } from "./restarts.ts";
export { secretsFolder } from "./secret-files.ts";
export { type StartDeps, startContainer } from "./start-container.ts";
export { statePage } from "./state-page.ts";
export { isAtRest, isUp, mayFollow, stateTable } from "./state-table.ts";
export { type SweepOptions, type SweepReport, sweep } from "./sweep.ts";
export { makeTempFolder } from "./temp-folder.ts";
export type {
  ContainerPlan,
  Ownership,
  PlannedVolume,
  Rung,
  RunningContainer,
  StopReport,
} from "./types.ts";
