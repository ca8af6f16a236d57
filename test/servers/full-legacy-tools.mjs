// The tools of full-legacy.mjs: each does what its name says.
import { fault, text, wait } from "./speaking.mjs";

const shown = (value) => text(JSON.stringify(value));
const sampling = {
  messages: [{ role: "user", content: { type: "text", text: "2+2?" } }],
  maxTokens: 10,
};
const form = {
  message: "your name?",
  requestedSchema: { type: "object", properties: { name: { type: "string" } } },
};

/** Progress under the token of the request, or under another. */
const progress = (params, wire, value, token = params._meta?.progressToken) =>
  wire.notify("notifications/progress", { progressToken: token, progress: value, total: 10 });

const tools = {
  echo: async ({ arguments: given }) => text(given.message),
  "ask-roots": async (_, wire) => shown(await wire.ask("roots/list")),
  "ask-sampling": async (_, wire) => shown(await wire.ask("sampling/createMessage", sampling)),
  "ask-sampling-tools": async (_, wire) =>
    shown(await wire.ask("sampling/createMessage", { ...sampling, tools: [] })),
  "ask-form": async (_, wire) => shown(await wire.ask("elicitation/create", form)),
  "ask-url": async (_, wire) =>
    shown(
      await wire.ask("elicitation/create", {
        mode: "url",
        message: "look",
        url: "https://example.org",
        elicitationId: "e1",
      }),
    ),
  "ask-ping": async (_, wire) => shown(await wire.ask("ping")),
  "ask-unknown": async (_, wire) => shown(await wire.ask("coffee/brew")),
  "ask-twice-with-one-id": async (_, wire) => {
    await wire.ask("ping", undefined, "same");
    return shown(await wire.ask("ping", undefined, "same"));
  },
  "ask-and-take-back": async (_, wire) => {
    const answered = wire.ask("elicitation/create", form, "back");
    wire.notify("notifications/cancelled", { requestId: "back", reason: "no longer needed" });
    return shown(await Promise.race([answered, wait(300).then(() => "no answer")]));
  },
  progress: async (params, wire) => {
    for (const value of [1, 2.5, 10]) {
      progress(params, wire, value);
    }
    return text("done");
  },
  "progress-backwards": async (params, wire) => {
    for (const value of [5, 4, 5]) {
      progress(params, wire, value);
    }
    return text("done");
  },
  "progress-not-a-number": async (params, wire) => {
    progress(params, wire, Number.NaN);
    progress(params, wire, "half");
    return text("done");
  },
  "progress-unknown-token": async (params, wire) => {
    progress(params, wire, 1, "never given");
    return text("done");
  },
  "progress-after-answer": async (params, wire, { id }) => {
    wire.send({ id, result: text("done") });
    progress(params, wire, 1);
  },
  "progress-for-ever": async (params, wire) => {
    for (let value = 1; ; value += 1) {
      progress(params, wire, value);
      await wait(10);
    }
  },
  slow: async (_, __, { isCancelled }) => {
    for (let turn = 0; turn < 150; turn += 1) {
      await wait(20);
      if (isCancelled()) {
        return undefined;
      }
    }
    return text("not cancelled");
  },
  "slow-and-deaf": async (params, wire) => {
    for (let value = 1; value <= 15; value += 1) {
      await wait(20);
      progress(params, wire, value);
    }
    return text("done all the same");
  },
  "answers-cancellation": async (_, __, { isCancelled }) => {
    while (!isCancelled()) {
      await wait(5);
    }
    throw fault(-32800, "Request cancelled");
  },
  flood: async ({ arguments: { count, method } }, wire) => {
    await wire.flood(count, { method, params: { level: "info", data: "x".repeat(40) } });
    return text("flooded");
  },
  "many-requests": async ({ arguments: { count } }, wire) => {
    const all = Array.from({ length: count }, () => wire.ask("sampling/createMessage", sampling));
    const codes = (await Promise.all(all)).map(({ error }) => error?.code);
    return shown([...new Set(codes)].concat(codes.length));
  },
  declared: async (_, __, { clientCapabilities }) => shown(clientCapabilities),
  "almost-right-names": async (_, wire, { id }) => {
    const params = { level: "info", data: "exact" };
    wire.send({ method: "notifications/message", params, Params: { level: "error" } });
    wire.send({ id, result: text("exact"), Result: text("other") });
  },
  "in-a-batch": async (_, wire, { id }) => {
    process.stdout.write(`${JSON.stringify([{ jsonrpc: "2.0", id, result: text("batched") }])}\n`);
  },
};

export const legacyTools = {
  list: Object.keys(tools).map((name) => ({
    name,
    inputSchema: { type: "object" },
    ...(name === "echo" ? { execution: { taskSupport: "optional" } } : {}),
  })),
  call(params, wire, about) {
    const tool = tools[params.name];
    if (tool === undefined) {
      throw fault(-32602, `Unknown tool: ${params.name}`);
    }
    return tool(params, wire, about);
  },
};
