import type { ResolvedServer } from "../../registry/index.ts";

/** What decides which era a server speaks: its image, and what is started in it. */
export function eraKey(
  { imageId, entrypoint, command }: ResolvedServer,
  transport: string,
): string {
  return JSON.stringify([imageId, entrypoint, command, transport]);
}
