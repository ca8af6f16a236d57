// A server of the revisions with `initialize` that has everything, and tools that ask, tell or misbehave as named:
// `node full-legacy.mjs [MODE]`. No dependencies.
import { legacyTools } from "./full-legacy-tools.mjs";
import { fault, speak, text, wait } from "./speaking.mjs";

const mode = process.argv[2] ?? "ok";
const known = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];
const tasks = new Map();
const cancelled = new Set();
let clientCapabilities = {};

function page(key, entries, { cursor } = {}) {
  const from = Number(cursor ?? 0);
  const rest = from + 1 < entries.length ? { nextCursor: String(from + 1) } : {};
  return { [key]: entries.slice(from, from + 1), ...rest };
}

function createTask(params, wire) {
  const taskId = `task-${tasks.size + 1}`;
  const now = new Date(0).toISOString();
  const task = {
    taskId,
    status: "working",
    createdAt: now,
    lastUpdatedAt: now,
    ttl: params.task.ttl ?? null,
    pollInterval: 20,
  };
  const run = async () => {
    await wait(60);
    task.status = "completed";
    wire.notify("notifications/tasks/status", { ...task });
    return text(`done ${params.arguments?.message ?? ""}`);
  };
  tasks.set(taskId, { task, result: run() });
  return { task: { ...task } };
}

function taskOf({ taskId }) {
  const found = tasks.get(taskId);
  if (found === undefined) {
    throw fault(-32602, "no such task");
  }
  return found;
}

const methods = {
  ping: () => ({}),
  "tools/list": ({ params }) => page("tools", legacyTools.list, params),
  "tools/call": ({ id, params }, wire) =>
    params.task === undefined
      ? legacyTools.call(params, wire, {
          id,
          isCancelled: () => cancelled.has(id),
          clientCapabilities,
        })
      : createTask(params, wire),
  "resources/list": ({ params }) =>
    page(
      "resources",
      [
        { uri: "test://a", name: "a" },
        { uri: "test://b", name: "b" },
      ],
      params,
    ),
  "resources/templates/list": ({ params }) =>
    page("resourceTemplates", [{ uriTemplate: "test://{x}", name: "x" }], params),
  "resources/read": ({ params }) => ({ contents: [{ uri: params.uri, text: "content" }] }),
  "resources/subscribe": ({ params }, wire) => {
    setImmediate(() => wire.notify("notifications/resources/updated", { uri: params.uri }));
    return {};
  },
  "resources/unsubscribe": () => ({}),
  "prompts/list": ({ params }) => page("prompts", [{ name: "p" }, { name: "q" }], params),
  "prompts/get": ({ params }) => ({
    messages: [
      { role: "user", content: { type: "text", text: JSON.stringify(params.arguments ?? {}) } },
    ],
  }),
  "completion/complete": ({ params }) => ({
    completion: { values: [`${params.argument.value}!`] },
  }),
  "logging/setLevel": ({ params }, wire) => {
    if (!["debug", "info", "error"].includes(params.level)) {
      throw fault(-32602, "unknown level");
    }
    wire.notify("notifications/message", { level: params.level, data: "set" });
    return {};
  },
  "tasks/list": ({ params }) =>
    page(
      "tasks",
      [...tasks.values()].map(({ task }) => task),
      params,
    ),
  "tasks/get": ({ params }) => ({ ...taskOf(params).task }),
  "tasks/result": ({ params }) => taskOf(params).result,
  "tasks/cancel": ({ params }) => Object.assign(taskOf(params).task, { status: "cancelled" }),
};

speak({
  async request(message, wire) {
    if (message.method === "initialize") {
      const asked = message.params.protocolVersion;
      clientCapabilities = message.params.capabilities;
      if (mode === "early") {
        // A ping, a log line and a storm of news before the answer, as the specification tolerates them.
        await wire.ask("ping");
        wire.notify("notifications/message", { level: "info", data: "starting" });
        await wire.flood(2000, { method: "notifications/tools/list_changed" });
      }
      return {
        protocolVersion:
          mode === "only-2025-06-18" ? "2025-06-18" : known.includes(asked) ? asked : "2025-11-25",
        capabilities: {
          tools: { listChanged: true },
          resources: { subscribe: true, listChanged: true },
          prompts: { listChanged: true },
          completions: {},
          logging: {},
          tasks: { list: {}, cancel: {}, requests: { tools: { call: {} } } },
        },
        serverInfo: { name: "full", version: "1.0.0" },
        instructions: "Call the tools.",
      };
    }
    const answer = methods[message.method];
    if (answer === undefined) {
      throw fault(-32601, "Method not found");
    }
    return answer(message, wire);
  },
  notified(message, wire) {
    if (message.method === "notifications/cancelled") {
      cancelled.add(message.params.requestId);
    } else if (message.method === "notifications/roots/list_changed") {
      wire.notify("notifications/message", { level: "info", data: "roots have changed" });
    }
  },
});
