import { randomBytes } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { serveHttp } from "../api/index.ts";
import { announce, announcementFolder, type Manager } from "../manager/index.ts";
import { interrupted } from "./interrupted.ts";
import type { CommandIo } from "./io.ts";

/** Serves a manager to other commands and MCP clients until the process is interrupted. */
export async function publish(
  manager: Manager,
  io: CommandIo,
  say: (line: string) => void,
  port = 0,
): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const server = await serveHttp({ operations: manager, version: io.version, token, port });
  const takeBack = announce(announcements(io), {
    runId: manager.ownership.runId,
    owner: manager.ownership.owner,
    url: server.url,
    token,
  });
  say(
    `The manager answers at ${server.url}; its token is in ${announcements(io)}. Interrupt to end it.`,
  );
  await Promise.race([interrupted(io.signal), manager.ended]);
  takeBack();
  await server.close();
}

/** The folder where this user's managers announce themselves. */
export function announcements(io: CommandIo): string {
  return announcementFolder({
    XDG_RUNTIME_DIR: io.environment["XDG_RUNTIME_DIR"],
    temporary: tmpdir(),
    userId: userInfo().uid,
  });
}
