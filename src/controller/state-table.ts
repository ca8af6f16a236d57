import type { ServerState } from "../record/index.ts";

/** Where a server is: at rest, on the way up or down, up with a container that runs, or gone for good. */
type Standing = "rest" | "way" | "up" | "gone";

interface StateRow {
  readonly standing: Standing;
  readonly meaning: string;
  /** The states that may follow, each with what leads there. */
  readonly to: Readonly<Partial<Record<ServerState, string>>>;
}

const stoppedOnTheWay = "stopped while it started";
const ended = "it was ended on purpose";
const diedByItself = "it ended by itself";

/** The states of a server and every step between them; nothing else happens, and docs/controller.md is made of it. */
const rows: Readonly<Record<ServerState, StateRow>> = {
  declared: {
    standing: "rest",
    meaning: "Known by name; nothing was done yet.",
    to: {
      building: "start",
      creating: "start of a server that runs elsewhere",
      stopped: "each of its scenarios had a container of its own",
      removed: "remove",
    },
  },
  building: {
    standing: "way",
    meaning: "Its image is pulled or built.",
    to: {
      creating: "the image is there",
      stopped: stoppedOnTheWay,
      failed: "there is no image",
    },
  },
  creating: {
    standing: "way",
    meaning: "Its container is made, attached to and started.",
    to: {
      starting: "the container runs",
      stopped: stoppedOnTheWay,
      failed: "the engine refuses",
    },
  },
  starting: {
    standing: "way",
    meaning: "Its container runs; its first MCP answer is waited for.",
    to: {
      ready: "it answered",
      creating: "it ends when asked for its revision, and gets a fresh container",
      stopped: stoppedOnTheWay,
      failed: "it ended, or did not answer in time",
    },
  },
  ready: {
    standing: "up",
    meaning: "It answers.",
    to: {
      unhealthy: "health checks fail, or somebody else took it off its network",
      paused: "pause, by us or by anybody else",
      stopping: "stop, restart or remove",
      stopped: ended,
      failed: diedByItself,
    },
  },
  unhealthy: {
    standing: "up",
    meaning: "It runs, and its health checks fail, or it is cut off its network.",
    to: {
      ready: "health checks pass again, or it is back on its network",
      paused: "pause, by us or by anybody else",
      stopping: "stop, restart or remove",
      stopped: ended,
      failed: diedByItself,
    },
  },
  paused: {
    standing: "up",
    meaning: "Its processes are frozen; it answers when it is resumed.",
    to: {
      ready: "unpause or start, by us or by anybody else",
      stopping: "stop, restart or remove",
      stopped: ended,
      failed: diedByItself,
    },
  },
  restarting: {
    standing: "way",
    meaning: "Its restart policy starts it again after a pause.",
    to: {
      building: "the pause is over",
      creating: "the pause is over, and it runs elsewhere",
      stopped: "stopped while it waited",
      failed: "its restart policy gives up",
    },
  },
  stopping: {
    standing: "way",
    meaning: "It is taken down the stop ladder.",
    to: { stopped: "it ended", failed: "nothing ended it" },
  },
  stopped: {
    standing: "rest",
    meaning: "It was ended on purpose; its logs stay.",
    to: {
      building: "start",
      creating: "start of a server that runs elsewhere",
      removed: "remove",
    },
  },
  failed: {
    standing: "rest",
    meaning:
      "It could not be started, ended by itself or could not be stopped; the reason says which.",
    to: {
      building: "start",
      creating: "start of a server that runs elsewhere",
      restarting: "its restart policy goes on",
      removed: "remove",
    },
  },
  removed: {
    standing: "gone",
    meaning: "It is not one of the manager's servers any more; its logs stay, its name is free.",
    to: {},
  },
};

export const stateTable: ReadonlyMap<ServerState, StateRow> = new Map(
  // Object.entries forgets that the keys are those of the type.
  Object.entries(rows) as [ServerState, StateRow][],
);

/** Whether the one state may follow the other. */
export function mayFollow(from: ServerState, to: ServerState): boolean {
  return rows[from].to[to] !== undefined;
}

/** Whether its container runs and a session to it is open. */
export function isUp(state: ServerState): boolean {
  return rows[state].standing === "up";
}

/** Whether nothing happens with it and its name may be taken over. */
export function isAtRest(state: ServerState): boolean {
  return rows[state].standing === "rest" || rows[state].standing === "gone";
}
