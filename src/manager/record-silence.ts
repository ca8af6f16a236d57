import type { World } from "./world.ts";

/** Writes down of every server that was there that the engine was not: what was measured meanwhile is not the server's. */
export function recordSilence(
  servers: readonly { readonly name: string; readonly hasContainer: boolean }[],
  ms: number,
  { record, clock }: Pick<World, "record" | "clock">,
): void {
  const atMs = clock.nowMs();
  record.event({ atMs, kind: "engine-silent", server: null, data: JSON.stringify({ ms }) });
  for (const { name } of servers.filter(({ hasContainer }) => hasContainer)) {
    record.finding({
      server: name,
      code: "engine-silent",
      severity: "warning",
      message: `the engine did not answer for ${(ms / 1_000).toFixed(1)} s: what took long until then need not be the server's doing`,
      atMs,
      stepId: null,
    });
  }
}
