// The action: what main and post of a step do, its inputs and outputs, and the one way to the job log.

export type { ActionProcess } from "./action-process.ts";
export { runCacheClient } from "./cache-client.ts";
export { inputTable } from "./inputs.ts";
export { outputDescriptions } from "./outputs.ts";
export { inputsReference } from "./reference.ts";
export { runMain } from "./run-main.ts";
export { runPost } from "./run-post.ts";
