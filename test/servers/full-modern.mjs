// A server of revision 2026-07-28 that has everything, and tools that ask or misbehave as named. No dependencies.
import { fault, speak, text, wait } from "./speaking.mjs";

const prefix = "io.modelcontextprotocol";
const revision = "2026-07-28";
const cached = { ttlMs: 0, cacheScope: "private" };
const form = {
  method: "elicitation/create",
  params: {
    mode: "form",
    message: "your name?",
    requestedSchema: { type: "object", properties: {} },
  },
};
const sampling = {
  method: "sampling/createMessage",
  params: { messages: [{ role: "user", content: { type: "text", text: "2+2?" } }], maxTokens: 5 },
};
/** Would not survive any reading but the exact one. */
const state = 'opaque "state" \u00e9 \u2028 \ud800 {"a":1}';
const listens = new Map();
const tasks = new Map();

const required = (inputRequests, requestState) => ({
  resultType: "input_required",
  ...(inputRequests === undefined ? {} : { inputRequests }),
  ...(requestState === undefined ? {} : { requestState }),
});
const tagged = (id, params = {}) => ({ ...params, _meta: { [`${prefix}/subscriptionId`]: id } });

function createTask(needsInput) {
  const now = new Date(0).toISOString();
  const task = {
    taskId: `t${tasks.size + 1}`,
    status: "working",
    createdAt: now,
    lastUpdatedAt: now,
    ttlMs: null,
    pollIntervalMs: 20,
  };
  tasks.set(task.taskId, task);
  setTimeout(
    () =>
      Object.assign(
        task,
        needsInput
          ? { status: "input_required", inputRequests: { who: form } }
          : { status: "completed", result: { ...text("done"), resultType: "complete" } },
      ),
    50,
  );
  return { resultType: "task", ...task };
}

const tools = {
  echo: ({ arguments: given }) => text(given.message),
  meta: ({ _meta }) => text(JSON.stringify(_meta)),
  log: (_, wire) => (
    wire.notify("notifications/message", { level: "info", data: "hi" }), text("logged")
  ),
  "ask-form": ({ inputResponses, requestState }) =>
    inputResponses === undefined
      ? required({ who: form, __proto__: null }, state)
      : text(JSON.stringify({ inputResponses, same: requestState === state })),
  "ask-three-times": ({ requestState }) =>
    requestState === "3"
      ? text("enough")
      : required(undefined, String(Number(requestState ?? 0) + 1)),
  "ask-for-ever": () => required(undefined, "again"),
  "ask-sampling": ({ inputResponses }) =>
    inputResponses === undefined
      ? required({ model: sampling })
      : text(JSON.stringify(inputResponses)),
  "ask-nothing": () => required(),
  "ask-the-client": async (_, wire) => text(JSON.stringify(await wire.ask("roots/list"))),
  "odd-result-type": () => ({ resultType: "perhaps" }),
  task: () => createTask(false),
  "task-with-input": () => createTask(true),
  "task-fails": () => {
    const created = createTask(false);
    setTimeout(
      () =>
        Object.assign(tasks.get(created.taskId), {
          status: "failed",
          error: { code: -32000, message: "broke" },
        }),
      60,
    );
    return created;
  },
  "list-changed-without-subscription": (_, wire) => (
    wire.notify("notifications/tools/list_changed"), text("told")
  ),
  "change-all": (_, wire) => {
    for (const [id, { notifications: filter }] of listens) {
      for (const uri of filter.resourceSubscriptions ?? []) {
        wire.notify("notifications/resources/updated", tagged(id, { uri }));
      }
      for (const kind of ["tools", "resources", "prompts"]) {
        if (filter[`${kind}ListChanged`]) {
          wire.notify(`notifications/${kind}/list_changed`, tagged(id));
        }
      }
    }
    return text(`${listens.size} listen`);
  },
  "change-too-much": (_, wire) => {
    for (const id of listens.keys()) {
      wire.notify("notifications/prompts/list_changed", tagged(id));
    }
    return text("told");
  },
  "end-by-result": (_, wire) => {
    for (const id of listens.keys()) {
      wire.send({ id, result: { resultType: "complete", ...tagged(id) } });
    }
    return text("ended");
  },
  "end-by-cancelled": (_, wire) => {
    for (const id of listens.keys()) {
      wire.notify("notifications/cancelled", { requestId: id });
    }
    return text("ended");
  },
  progress: ({ _meta }, wire) => {
    wire.notify("notifications/progress", { progressToken: _meta.progressToken, progress: 1 });
    return text("done");
  },
  slow: async () => (await wait(400), text("slow")),
};

const methods = {
  "server/discover": () => ({
    ...cached,
    supportedVersions: [revision],
    capabilities: {
      tools: { listChanged: true },
      resources: { subscribe: true, listChanged: true },
      prompts: { listChanged: true },
      completions: {},
      logging: {},
    },
    instructions: "Ask.",
    _meta: { [`${prefix}/serverInfo`]: { name: "full-modern", version: "1" } },
  }),
  "tools/list": () => ({
    ...cached,
    tools: Object.keys(tools).map((name) => ({ name, inputSchema: { type: "object" } })),
  }),
  "tools/call": (params, wire) => {
    if (tools[params.name] === undefined) {
      throw fault(-32602, "Unknown tool");
    }
    return tools[params.name](params, wire);
  },
  "resources/list": () => ({ ...cached, resources: [{ uri: "test://a", name: "a" }] }),
  "resources/templates/list": () => ({
    ...cached,
    resourceTemplates: [{ uriTemplate: "test://{x}", name: "x" }],
  }),
  "resources/read": ({ uri }) => ({ ...cached, contents: [{ uri, text: "content" }] }),
  "prompts/list": () => ({ ...cached, prompts: [{ name: "p" }] }),
  "prompts/get": ({ inputResponses }) =>
    inputResponses === undefined
      ? required({ who: form })
      : { messages: [{ role: "user", content: { type: "text", text: "x" } }] },
  "completion/complete": ({ argument }) => ({ completion: { values: [`${argument.value}!`] } }),
  "tasks/get": ({ taskId }) => ({ ...tasks.get(taskId) }),
  "tasks/update": ({ taskId, inputResponses }) => {
    const task = tasks.get(taskId);
    delete task.inputRequests;
    Object.assign(task, {
      status: "completed",
      result: { ...text(JSON.stringify(inputResponses)), resultType: "complete" },
    });
    return {};
  },
  "tasks/cancel": ({ taskId }) => (Object.assign(tasks.get(taskId), { status: "cancelled" }), {}),
};

speak({
  async request({ id, method, params }, wire) {
    if (params?._meta?.[`${prefix}/protocolVersion`] !== revision) {
      throw fault(-32022, "Unsupported", { supported: [revision], requested: null });
    }
    if (method === "subscriptions/listen") {
      if (params.notifications.refuse === true) {
        throw fault(-32602, "no such filter");
      }
      listens.set(id, params);
      wire.notify(
        "notifications/subscriptions/acknowledged",
        tagged(id, { notifications: params.notifications }),
      );
      return undefined;
    }
    if (methods[method] === undefined) {
      throw fault(-32601, "Method not found");
    }
    const result = await methods[method](params, wire);
    return { resultType: "complete", ...result };
  },
  notified({ method, params }) {
    if (method === "notifications/cancelled") {
      listens.delete(params.requestId);
    }
  },
});
