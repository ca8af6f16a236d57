import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { pack } from "tar-fs";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";

const script = fileURLToPath(new URL("../servers/python/rootfs.sh", import.meta.url));
/** The name is in `test/servers/python/Dockerfile` too. */
const reference = "docker-mcp-manager/base-python:test";
const label = "io.github.docker-mcp-manager.test.recipe";

/** Puts Debian's Python, pip and git on the engine, unless it is there: about 7 s, 80 MB. */
export async function providePythonBase(): Promise<void> {
  const recipe = createHash("sha256").update(readFileSync(script)).digest("hex");
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const folder = mkdtempSync(join(tmpdir(), "python-base-"));
  try {
    if ((await engine.inspectImage(reference))?.labels[label] === recipe) {
      return;
    }
    const root = join(folder, "root");
    await promisify(execFile)("bash", [script, root, join(folder, "packages")]);
    const archive = pack(root, {
      // tar-fs takes off this process's umask, and with it the write bits of /tmp.
      map: (header) => ({
        ...header,
        mode: header.name === "tmp" ? 0o1777 : header.mode,
        uid: header.name === "home/server" ? 1000 : 0,
        gid: header.name === "home/server" ? 1000 : 0,
      }),
    }) as unknown as Readable; // its type is from a stream library of its own; it is piped as any Readable
    await engine.importImage(archive, reference, [
      "ENV PATH=/usr/local/bin:/usr/bin:/bin",
      `LABEL ${label}=${recipe}`,
    ]);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
