import { basename } from "node:path";
import { commandOf, ownerOf } from "./manager-process.ts";

/**
 * Owner token of the runner's process that has the whole job, main, post and all between; null when it is not `pid`.
 *
 * Other runners start each step through a shell or inside a container, whose end means nothing.
 */
export function jobProcessOf(pid: number): string | null {
  const program = commandOf(pid).split("\0").slice(0, 2);
  return program.some((part) => /^Runner\.Worker(\.dll)?$/.test(basename(part)))
    ? ownerOf(pid)
    : null;
}
