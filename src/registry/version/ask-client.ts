import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "./clients.ts";

/** Java alone takes seconds on a machine that is busy. */
const patienceMs = 60_000;

/**
 * What a client prints as the address it takes packages from; undefined when it is not installed or does not say.
 *
 * It runs in an empty folder: settings of the folder we are in come with the repository, and some of them run programs.
 */
export async function askClient(
  { command, environment, files = {}, address }: Client,
  own: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "docker-mcp-manager-ask-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, name), text);
    }
    const printed = await printedBy(command, folder, { ...own, ...environment });
    return address.exec(printed)?.[1];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All it prints, whatever it ends with: a package that is not found was looked for somewhere. */
function printedBy(
  [program, ...args]: Client["command"],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env, timeout: patienceMs }, (_, out, err) =>
      resolve(`${out}\n${err}`),
    );
    child.stdin?.end();
  });
}
