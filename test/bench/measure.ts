import { spawn } from "node:child_process";

/** Runs "$0" "$@" and says on stderr what processor time it took, in seconds. */
const timed = 'TIMEFORMAT="cpu %U %S"; time "$0" "$@"';

export interface Measured {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly firstLineMs: number;
  readonly out: string;
}

/** Runs Node.js with these arguments in a folder, to its end. */
export function measure(
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let firstLineMs = 0;
    let out = "";
    const child = spawn("bash", ["-c", timed, process.execPath, ...args], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const onData = (chunk: Buffer) => {
      firstLineMs ||= performance.now() - began;
      out += chunk.toString();
    };
    child.stdout.on("data", onData);
    child.stderr.on("data", onData);
    child.on("close", (code) => {
      if (code === 0) {
        const [, user = "0", system = "0"] = /cpu ([\d.]+) ([\d.]+)\n$/.exec(out) ?? [];
        resolve({
          wallMs: performance.now() - began,
          cpuMs: (Number(user) + Number(system)) * 1000,
          firstLineMs,
          out: out.replace(/\ncpu .*\n$/, ""),
        });
      } else {
        reject(new Error(`${args.join(" ")} ended with ${code}:\n${out}`));
      }
    });
  });
}
