import { within } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { memoryNow } from "../resource/index.ts";
import type { ServerHandle } from "../scenario/index.ts";
import type { ManagedServer } from "./managed-server.ts";
import { actOn } from "./server-verbs.ts";
import type { World } from "./world.ts";

/** An engine's statistics come about once a second. */
const statsMs = 5_000;

/** A server as the steps of a scenario see it. */
export function handleOf(server: ManagedServer, world: World): ServerHandle {
  return {
    session: () => server.session,
    verb: (action, options) => actOn(server, action, options, world),
    stderrMark: () => server.stderrMark(),
    stderrSince: (mark) => server.stderrSince(mark),
    memoryBytes: () => memoryOf(server, world),
    answers: server.answers,
  };
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
