import type { Session } from "../../src/mcp/index.ts";
import {
  ask,
  asTask,
  call,
  callShows,
  cancelled,
  cancelTask,
  complete,
  followed,
  list,
  listened,
  progress,
  resultOf,
  timeoutMs,
  told,
} from "./plays.ts";

const legacy = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];
const modern = ["2026-07-28"];
const all = [...legacy, ...modern];

/** Every way to speak a revision. */
export const transportsOf: Readonly<Record<string, readonly ("stdio" | "http" | "sse")[]>> = {
  "2024-11-05": ["stdio", "sse"],
  "2025-03-26": ["stdio", "http"],
  "2025-06-18": ["stdio", "http"],
  "2025-11-25": ["stdio", "http"],
  "2026-07-28": ["stdio", "http"],
};

export interface Method {
  readonly method: string;
  /** Who sends it. */
  readonly from: "client" | "server" | "server, as input";
  readonly revisions: readonly string[];
  /** Does what the method is for, and throws when it does not come about. */
  readonly play: (session: Session) => Promise<unknown>;
}

/** The methods of all revisions, as their schemas list them. */
export const methods: readonly Method[] = [
  {
    method: "initialize",
    from: "client",
    revisions: legacy,
    play: async ({ revision, instructions }) => {
      if (!legacy.includes(revision) || instructions === null) {
        throw new Error(`the handshake gave ${revision}`);
      }
    },
  },
  {
    method: "server/discover",
    from: "client",
    revisions: modern,
    play: (session) => ask(session, "server/discover", {}),
  },
  {
    method: "ping",
    from: "client",
    revisions: legacy,
    play: async (session) => resultOf(await session.ping({ timeoutMs })),
  },
  {
    method: "ping",
    from: "server",
    revisions: legacy,
    play: (session) => callShows(session, "ask-ping", "result"),
  },
  { method: "tools/list", from: "client", revisions: all, play: list("tools") },
  {
    method: "tools/call",
    from: "client",
    revisions: all,
    play: (session) => call(session, "echo", { message: "hello" }),
  },
  { method: "resources/list", from: "client", revisions: all, play: list("resources") },
  {
    method: "resources/templates/list",
    from: "client",
    revisions: all,
    play: list("resource_templates"),
  },
  {
    method: "resources/read",
    from: "client",
    revisions: all,
    play: (session) => ask(session, "resources/read", { uri: "test://a" }),
  },
  {
    method: "resources/subscribe",
    from: "client",
    revisions: legacy,
    play: async (session) => resultOf(await session.subscribe("test://a", { timeoutMs })),
  },
  {
    method: "notifications/resources/updated",
    from: "server",
    revisions: legacy,
    play: (session) =>
      followed(session, "notifications/resources/updated", () =>
        session.subscribe("test://a", { timeoutMs }),
      ),
  },
  {
    method: "notifications/resources/updated",
    from: "server",
    revisions: modern,
    play: listened({ resourceSubscriptions: ["test://a"] }, "notifications/resources/updated"),
  },
  {
    method: "resources/unsubscribe",
    from: "client",
    revisions: legacy,
    play: async (session) => resultOf(await session.unsubscribe("test://a", { timeoutMs })),
  },
  { method: "prompts/list", from: "client", revisions: all, play: list("prompts") },
  {
    method: "prompts/get",
    from: "client",
    revisions: all,
    play: (session) => ask(session, "prompts/get", { name: "p", arguments: {} }),
  },
  { method: "completion/complete", from: "client", revisions: all, play: complete },
  {
    method: "logging/setLevel",
    from: "client",
    revisions: legacy,
    play: async (session) => resultOf(await session.setLogLevel("info", { timeoutMs })),
  },
  {
    method: "notifications/message",
    from: "server",
    revisions: legacy,
    play: (session) =>
      followed(session, "notifications/message", () => session.setLogLevel("info", { timeoutMs })),
  },
  {
    method: "notifications/message",
    from: "server",
    revisions: modern,
    play: async (session) => {
      await session.setLogLevel("info", { timeoutMs });
      await followed(session, "notifications/message", () => call(session, "log"));
    },
  },
  { method: "notifications/progress", from: "server", revisions: all, play: progress },
  { method: "notifications/cancelled", from: "client", revisions: all, play: cancelled },
  ...(["tools", "resources", "prompts"] as const).map((kind) => ({
    method: `notifications/${kind}/list_changed`,
    from: "server" as const,
    revisions: legacy,
    play: told(`notifications/${kind}/list_changed`),
  })),
  {
    method: "notifications/tools/list_changed",
    from: "server",
    revisions: modern,
    play: listened({ toolsListChanged: true }, "notifications/tools/list_changed"),
  },
  {
    method: "notifications/resources/list_changed",
    from: "server",
    revisions: modern,
    play: listened({ resourcesListChanged: true }, "notifications/resources/list_changed"),
  },
  {
    method: "notifications/prompts/list_changed",
    from: "server",
    revisions: modern,
    play: listened({ promptsListChanged: true }, "notifications/prompts/list_changed"),
  },
  {
    method: "subscriptions/listen",
    from: "client",
    revisions: modern,
    play: async (session) => {
      resultOf(await session.listen({ toolsListChanged: true }, { timeoutMs }));
      await session.stopListening({ timeoutMs });
    },
  },
  {
    method: "roots/list",
    from: "server",
    revisions: legacy,
    play: (session) => callShows(session, "ask-roots", "roots"),
  },
  {
    method: "notifications/roots/list_changed",
    from: "client",
    revisions: legacy,
    play: (session) =>
      followed(session, "notifications/message", () =>
        session.notify("notifications/roots/list_changed"),
      ),
  },
  {
    method: "sampling/createMessage",
    from: "server",
    revisions: legacy,
    play: (session) => callShows(session, "ask-sampling", "four"),
  },
  {
    method: "sampling/createMessage",
    from: "server, as input",
    revisions: modern,
    play: (session) => callShows(session, "ask-sampling", "four"),
  },
  {
    method: "elicitation/create (form)",
    from: "server",
    revisions: ["2025-06-18", "2025-11-25"],
    play: (session) => callShows(session, "ask-form", "accept"),
  },
  {
    method: "elicitation/create (form)",
    from: "server, as input",
    revisions: modern,
    play: (session) => callShows(session, "ask-form", "accept"),
  },
  {
    method: "elicitation/create (url)",
    from: "server",
    revisions: ["2025-11-25"],
    play: (session) => callShows(session, "ask-url", "accept"),
  },
  {
    method: "tasks/get, tasks/result",
    from: "client",
    revisions: ["2025-11-25"],
    play: asTask("echo"),
  },
  { method: "tasks/list", from: "client", revisions: ["2025-11-25"], play: list("tasks") },
  {
    method: "tasks/cancel",
    from: "client",
    revisions: ["2025-11-25"],
    play: (session) => cancelTask(session, "echo"),
  },
  {
    method: "notifications/tasks/status",
    from: "server",
    revisions: ["2025-11-25"],
    play: (session) =>
      followed(session, "notifications/tasks/status", () => asTask("echo")(session)),
  },
  { method: "tasks/get (extension)", from: "client", revisions: modern, play: asTask("task") },
  {
    method: "tasks/update (extension)",
    from: "client",
    revisions: modern,
    play: asTask("task-with-input"),
  },
  {
    method: "tasks/cancel (extension)",
    from: "client",
    revisions: modern,
    play: (session) => cancelTask(session, "task"),
  },
];
