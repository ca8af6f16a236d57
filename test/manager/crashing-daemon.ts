// The manager with a bug in it, which comes out at SIGUSR2: of the kind that the file `crash` beside its boot file names.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const crashes: Readonly<Record<string, () => void>> = {
  rejection: () => void Promise.reject(new Error("provoked")),
  timer: () => {
    setTimeout(provoke, 1);
  },
  listener: () => process.nextTick(provoke),
  microtask: () => queueMicrotask(provoke),
  "no error": () => void Promise.reject("provoked"),
  heap: () => {
    const kept: string[][] = [];
    setInterval(
      () => kept.push(Array.from({ length: 1_000_000 }, (_, at) => `${at} ${kept.length}`)),
      1,
    );
  },
};

function provoke(): never {
  throw new Error("provoked");
}

process.on("SIGUSR2", () => {
  const kind = readFileSync(join(dirname(process.argv[2] ?? ""), "crash"), "utf8");
  crashes[kind]?.();
});
await import("../../src/daemon.ts");
