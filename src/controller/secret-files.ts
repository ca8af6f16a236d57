import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContainerSpec, Engine } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { makeTempFolder, memoryRoot } from "./temp-folder.ts";
import type { Ownership } from "./types.ts";

/** Where a server finds its secrets that come as files. */
export const secretsFolder = "/run/secrets";

/**
 * Runs `start` with the secrets as files that only this server sees: in the host's memory, never on its disk.
 *
 * The names are there until the container runs; then the mounts alone hold the content, which goes with the container.
 * Neither the engine's memory of the container nor its environment has a value. If we are killed in between, the sweep
 * of the run removes the files. Rejects ENGINE_UNSUPPORTED for an engine that does not see our files.
 */
export async function withSecretFiles<T>(
  engine: Engine,
  ownership: Ownership,
  { spec, server }: { readonly spec: ContainerSpec; readonly server: string },
  files: Readonly<Record<string, string>> = {},
  start: (spec: ContainerSpec) => Promise<T>,
): Promise<T> {
  const entries = Object.entries(files);
  if (entries.length === 0) {
    return start(spec);
  }
  // Nobody but us may enter the folder; in the container the file alone is there, for whoever the server runs as.
  const folder = makeTempFolder(ownership, memoryRoot());
  try {
    const mounts = await Promise.all(
      entries.map(async ([name, value]) => {
        const source = join(folder, name);
        await writeFile(source, value, { flag: "wx", mode: 0o400 });
        await chmod(source, 0o444);
        return {
          kind: "bind",
          source,
          target: `${secretsFolder}/${name}`,
          readOnly: true,
        } as const;
      }),
    );
    return await start({ ...spec, mounts: [...spec.mounts, ...mounts] });
  } catch (error) {
    if (
      error instanceof Fault &&
      error.code === "MOUNT_SOURCE_MISSING" &&
      error.message.includes(folder)
    ) {
      throw new Fault(
        "ENGINE_UNSUPPORTED",
        `Start server "${server}": its secrets are to be files, and the engine at ${engine.info.endpoint} does not see files of this machine`,
        { hint: "Hand them over as variables: `as: env`.", cause: error },
      );
    }
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
