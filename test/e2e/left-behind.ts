import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";

/** What a run left on the engine, one line each. */
export async function leftBehind(runId: string): Promise<string[]> {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  try {
    const objects = await engine.listLabelled([`io.github.docker-mcp-manager.run=${runId}`]);
    return objects.map((object) => `${object.kind} ${object.id}`);
  } finally {
    engine.close();
  }
}
