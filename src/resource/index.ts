// What a server costs: samples of CPU, memory, network and processes while it runs, and their summary.
export type { LimitHits } from "./cgroup.ts";
export { type IdleDeps, idleCpu, memoryNow, processesNow } from "./idle.ts";
export { type SampleDeps, sampleServer } from "./sample-server.ts";
export { type ResourceSummary, summarise } from "./summary.ts";
