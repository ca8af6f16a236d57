import { type CodeEntry, exitCodes } from "./exit-codes.ts";

/** What goes wrong with the networks of servers. */
export const networkCodes = {
  ENGINE_NETWORKS_FULL: {
    exit: exitCodes.engine,
    blame: "environment",
    title: "The engine has no address range left for a network",
    hint: "Remove networks that nobody uses (`docker network prune`), or give the engine more ranges (`default-address-pools` in its daemon.json); its own are enough for about 30.",
  },
  RELAY_LOST: {
    exit: exitCodes.engine,
    blame: "environment",
    title: "The relay of a network ended",
    hint: "Somebody or something ended a container that the manager reaches its servers by (label `role=relay`); it starts a new one by itself.",
  },
  HOST_PORT_UNAVAILABLE: {
    exit: exitCodes.notReady,
    blame: "environment",
    title: "The port of this machine cannot be had",
    hint: "`ss -ltnp` shows who has it; choose another in `http.publish`, or `true` for one that is free.",
  },
} as const satisfies Record<string, CodeEntry>;
