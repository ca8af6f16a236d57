import { systemClock } from "../../src/clock/index.ts";
import { connectEngine, type EngineEnvironment } from "../../src/engine/index.ts";

/** What a run left on the engine, one line each; `environment` leads to another one than this machine's. */
export async function leftBehind(
  runId: string,
  environment: EngineEnvironment = process.env,
): Promise<string[]> {
  const engine = await connectEngine({ environment, clock: systemClock });
  try {
    const objects = await engine.listLabelled([`io.github.docker-mcp-manager.run=${runId}`]);
    return objects.map((object) => `${object.kind} ${object.id}`);
  } finally {
    engine.close();
  }
}
