import type { RunningContainer } from "../../controller/index.ts";
import type { World } from "../world.ts";
import type { Chronicle } from "./chronicle.ts";

export interface CutListeners {
  readonly chronicle: Chronicle;
  /** Whether the container is still the server's, and up. */
  readonly isUp: () => boolean;
  readonly onUnhealthy: (cause: string) => void;
}

/** Enters that somebody else has taken a container that runs off its network, and put it back. */
export function watchCuts(
  { id, hasNetwork, news }: RunningContainer,
  { chronicle, isUp, onUnhealthy }: CutListeners,
  { engine }: Pick<World, "engine">,
): void {
  if (news === undefined || !hasNetwork) {
    return;
  }
  let isCut = false;
  async function look(network: string): Promise<void> {
    // A container that ends is taken off its networks before its end is told, so it is asked what is true.
    const state = await (await engine()).inspect(id);
    const isOff = state?.addresses[network] === undefined;
    if (state?.running !== true || isOff === isCut || news?.isCutExpected === true) {
      return;
    }
    isCut = isOff;
    if (isUp() && isCut && chronicle.state === "ready") {
      const cause = `it was taken off the network ${network} from outside`;
      chronicle.enter("unhealthy", cause);
      onUnhealthy(cause);
    } else if (isUp() && !isCut && chronicle.state === "unhealthy") {
      chronicle.enter("ready", `it was put back on the network ${network} from outside`);
    }
  }
  // One look after the other: what was seen last is what holds.
  let last: Promise<void> = Promise.resolve();
  news.onNetwork((network) => {
    // An engine that does not answer just now says what is wrong elsewhere.
    last = last.then(() => look(network)).catch(() => undefined);
  });
}
