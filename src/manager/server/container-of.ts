import type { RunningContainer } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Life } from "./life.ts";

/** The container of a server that was started. Throws SERVER_NOT_RUNNING, and USAGE when it runs elsewhere. */
export function containerOf(server: {
  readonly name: string;
  readonly life: Life;
}): RunningContainer {
  const { container } = server.life;
  if (container === null) {
    throw new Fault(
      "USAGE",
      `Server "${server.name}" runs elsewhere: only connect and disconnect can be done with it`,
    );
  }
  return container;
}
