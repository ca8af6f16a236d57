import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** Processes of this machine whose command line has the text. */
export function processesWith(text: string): readonly string[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

/** A number of seconds nobody else sleeps. */
export function longTime(): string {
  return `86400.${randomBytes(4).readUInt32BE()}`;
}
