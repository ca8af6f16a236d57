import { rmSync, writeFileSync } from "node:fs";

/** Enough for the few pages that the end of a run takes. */
const spareBytes = 64 * 1024;

function spareOf(file: string): string {
  return `${file}-spare.tmp`;
}

/** Keeps a little of the disk back, so that how a run ended can be written where nothing else can. */
export function keepSpare(file: string): void {
  try {
    writeFileSync(spareOf(file), new Uint8Array(spareBytes), { mode: 0o600 });
  } catch {
    // Without it the record is as good, until the disk is full.
  }
}

export function freeSpare(file: string): void {
  try {
    rmSync(spareOf(file), { force: true });
  } catch {
    // It takes a little room, and its folder is going anyway.
  }
}
