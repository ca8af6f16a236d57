import type { Message } from "./evidence.ts";
import { member } from "./member.ts";
import { toJson } from "./show.ts";

/** Log messages over MCP as lines: level, logger where it is named, and the data, text as it stands and all else as JSON. */
export function logLines(notifications: readonly Message[]): string {
  return notifications
    .filter(({ method }) => method === "notifications/message")
    .map(({ params }) => {
      const data = member(params, "data");
      const said = typeof data === "string" ? data : toJson(data);
      const from = [member(params, "level"), member(params, "logger")].filter(
        (part) => typeof part === "string",
      );
      return `${from.join(" ")}: ${said}`;
    })
    .join("\n");
}
