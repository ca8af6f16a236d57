import { localGo, localJre, localMaven, localPython, localRust } from "./debian-recipes.ts";
import { localDebian } from "./local-debian.ts";
import { localNode } from "./local-node.ts";
import type { StandIn } from "./stand-in.ts";

/** Every public base image that can be replaced by one made on this machine. */
export const standIns: readonly StandIn[] = [
  localNode,
  localDebian,
  localPython,
  localGo,
  localRust,
  localMaven,
  localJre,
];

/** The stand-in for a public image; a reference pinned by digest means that very content, so it has none. */
export function standInFor(wanted: string): StandIn | undefined {
  return standIns.find((standIn) => standIn.wanted === wanted);
}
