import type { Action } from "../../config/index.ts";

/** An action on the server's container instead of over MCP. */
export type ServerAction = Extract<Action, { readonly verb: keyof typeof serverVerbs }>;

/** Keyed by verb, so that one of them missing here is one that a session could not do. */
const serverVerbs = {
  stop: true,
  start: true,
  restart: true,
  pause: true,
  unpause: true,
  disconnect: true,
  connect: true,
  kill: true,
  exec: true,
  read_file: true,
} as const;

export function isServerAction(action: Action): action is ServerAction {
  return Object.hasOwn(serverVerbs, action.verb);
}
