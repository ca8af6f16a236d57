import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("private-engine.sh", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Mount, network and process namespaces of their own, held by a shell that is their first process. */
export interface Namespaces {
  /** A process in their mounts and network, though not among their processes. */
  readonly pid: number;
  /** Resolves when they are set up. */
  readonly ready: Promise<void>;
  /** A shell command in them, one at a time; rejects when it fails. */
  run(command: string): Promise<void>;
  /** Kills every process in them. */
  end(): Promise<void>;
}

/**
 * Makes them. The holder ends with its stdin, so they do not outlive this process, however it ends.
 *
 * Not `ip netns`: that hides the cgroups. And never dockerd in the machine's own network: it takes the bridge of the
 * engine that runs there.
 */
export function holdNamespaces(folder: string, diskMib: number, tree: string): Namespaces {
  const own = ["--fork", "--pid", "--kill-child", "--mount-proc", "--mount", "--net"];
  const shell = ["sh", script, folder, String(diskMib), tree, repository];
  const holder = spawn("unshare", [...own, "--propagation", "private", ...shell], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  holder.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  holder.stdin.on("error", () => undefined);
  const ended = once(holder, "close");
  const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();

  async function expectLine(wanted: string, what: string): Promise<void> {
    const { value } = (await lines.next()) as { readonly value: string | undefined };
    if (value !== wanted) {
      throw new Error(`${what}: ${value ?? "the namespaces are gone"}\n${said.slice(-2_000)}`);
    }
  }

  const ready = expectLine("ready", "set up namespaces for a private engine");
  return {
    pid: holder.pid ?? 0,
    ready,
    run(command) {
      const done = last.then(() => {
        holder.stdin.write(`${command}\n`);
        return expectLine("did 0", command);
      });
      last = done.catch(() => undefined);
      return done;
    },
    async end() {
      holder.stdin.end();
      await ended;
    },
  };
}

/** Empty by then, but nobody else removes the control groups of an engine that was killed. */
export function removeCgroups(name: string): void {
  const root = "/sys/fs/cgroup";
  for (const folder of [root, ...readdirSync(root).map((each) => join(root, each))]) {
    removeEmptyTree(join(folder, name));
  }
}

function removeEmptyTree(folder: string): void {
  if (!existsSync(folder)) {
    return;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      removeEmptyTree(join(folder, entry.name));
    }
  }
  rmdirSync(folder);
}
