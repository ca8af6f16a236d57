import { within } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";
import { memoryNow } from "../../resource/index.ts";
import type { ServerHandle } from "../../scenario/index.ts";
import type { ManagedServer } from "../server/managed-server.ts";
import { actOn } from "../server/server-verbs.ts";
import type { World } from "../world.ts";

/** An engine's statistics come about once a second. */
const statsMs = 5_000;
/** An engine that works answers an inspection in milliseconds, under load in tenths of a second. */
const engineMs = 3_000;

/** A server as the steps of a scenario see it. */
export function handleOf(server: ManagedServer, world: World): ServerHandle {
  return {
    async session() {
      // One that its restart policy brings up again is waited for: only what was under way has failed.
      await server.settled();
      return server.session;
    },
    verb: (action, options) => actOn(server, action, options, world),
    stderrMark: () => server.declaration.shared.recent.mark(),
    stderrSince: (mark) => stderrSince(server, mark, world),
    memoryBytes: () => memoryOf(server, world),
    whyLate: () => whyLate(server, world),
    answers: server.answers,
  };
}

/** What is said over stdio passes through the engine: one that is frozen makes every server silent. */
async function whyLate(server: ManagedServer, world: World): Promise<Fault | undefined> {
  if (!server.hasContainer || server.spec.transport !== "stdio") {
    return undefined;
  }
  const { container } = server.life;
  const engine = await world.engine();
  const silent = () =>
    new Fault(
      "ENGINE_UNRESPONSIVE",
      `Server "${server.name}" could not be heard: its engine at ${engine.info.endpoint} does not answer either`,
    );
  try {
    await within(engine.inspect(container?.id ?? ""), engineMs, silent);
    return undefined;
  } catch (error) {
    return error instanceof Fault ? error : undefined;
  }
}

/** Its stderr lines after a mark, those of an earlier container too. */
function stderrSince(server: ManagedServer, mark: number, world: World): string {
  if (server.hasContainer) {
    return server.life.output.stderrSince(mark);
  }
  const { recent } = server.declaration.shared;
  return world.redactor().redact(recent.since(mark).join("\n"));
}

async function memoryOf(server: ManagedServer, world: World): Promise<number> {
  const { container } = server.life;
  if (container === null) {
    throw new Fault(
      "NOT_JUDGEABLE",
      `Server "${server.name}" runs elsewhere: its memory is not known`,
      {
        hint: "Expect memory only of servers that run in a container.",
      },
    );
  }
  const here = memoryNow(container.id);
  if (here !== undefined) {
    return here;
  }
  const engine = await world.engine();
  const enough = new AbortController();
  const first = new Promise<number>((resolve, reject) => {
    engine
      .stats(container.id, ({ memoryBytes }) => resolve(memoryBytes), enough.signal)
      .then(
        () => reject(new Fault("SERVER_NOT_RUNNING", `Server "${server.name}" has ended.`)),
        reject,
      );
  });
  const late = () => new Fault("ENGINE_UNRESPONSIVE", `No statistics came within ${statsMs} ms.`);
  try {
    return await within(first, statsMs, late);
  } finally {
    enough.abort();
  }
}
