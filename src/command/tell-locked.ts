import { codes, type Fault } from "../fault/index.ts";
import type { LockedServer } from "../registry/index.ts";
import { forTerminal, table } from "../text/index.ts";
import type { CommandIo } from "./io.ts";

export interface LockedNow {
  readonly name: string;
  readonly locked: LockedServer;
  readonly how: "kept" | "locked" | "updated";
}

export interface Failed {
  readonly name: string;
  readonly fault: Fault;
}

/** What could not be locked, each with its server. */
export function tellFailed(path: string, failed: readonly Failed[], io: CommandIo): void {
  for (const { name, fault } of failed) {
    const { code, message, hint } = fault;
    io.err(`${forTerminal(`${name}: ${codes[code].title}: ${message}\n${hint}`)}\n`);
  }
  io.err(`${forTerminal(`${path} is left as it was.`)}\n`);
}

/** What stands in the lock file now. */
export function tellLocked(
  path: string,
  all: readonly LockedNow[],
  json: boolean,
  io: CommandIo,
): void {
  if (json) {
    const servers = all.map(({ name, how, locked }) => ({ name, how, ...locked }));
    io.out(`${JSON.stringify({ file: path, servers })}\n`);
    return;
  }
  const rows = all.map(({ name, how, locked }) => [
    name,
    locked.template,
    locked.version ?? "–",
    String(locked.packages.length),
    (locked.image ?? locked.bases[0])?.reference ?? "–",
    how,
  ]);
  const head = ["SERVER", "TEMPLATE", "VERSION", "PACKAGES", "IMAGE OR BASE", ""];
  io.out(`${forTerminal(`${table([head, ...rows], { right: [3] })}\n${path} written.`)}\n`);
}
