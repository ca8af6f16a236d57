// Modes that concern what a server declares and what it then does: capabilities, schemas, definitions, idleness.
import {
  known,
  onCall,
  onList,
  result,
  rightAnswer,
  send,
  stderr,
  text,
  tools,
} from "./right-answers.mjs";

/** A handshake that declares `capabilities`; `answers` gives the results of further methods. */
const declaring = (capabilities, answers = {}) => ({
  answer: async (message) => {
    if (message.method === "initialize") {
      const asked = message.params?.protocolVersion;
      const protocolVersion = known.includes(asked) ? asked : known[0];
      const serverInfo = { name: "faulty", version: "1.0.0" };
      send(result(message, { protocolVersion, capabilities, serverInfo }));
    } else if (message.method in answers) {
      send(result(message, answers[message.method](message)));
    } else {
      send(await rightAnswer(message));
    }
  },
});

const listing = (changed) => onList((message) => send(result(message, { tools: changed() })));

const withSchema = (key, schema) => tools.map((tool) => ({ ...tool, [key]: schema }));

const note = { uri: "note://one", name: "one" };
let lists = 0;

export const honestyFaults = {
  // Capabilities
  "declares-unanswered": declaring({ tools: {}, resources: {}, prompts: {} }),
  "answers-undeclared": declaring(
    { tools: {} },
    {
      "resources/list": () => ({ resources: [note] }),
      "prompts/list": () => ({ prompts: [{ name: "greet" }] }),
    },
  ),
  "answers-declared": declaring(
    { tools: {}, resources: {}, prompts: {} },
    {
      "resources/list": () => ({ resources: [note] }),
      "resources/templates/list": () => ({ resourceTemplates: [] }),
      "prompts/list": () => ({ prompts: [{ name: "greet" }] }),
    },
  ),
  "logs-undeclared": {
    notified: () =>
      send({
        jsonrpc: "2.0",
        method: "notifications/message",
        params: { level: "info", data: "working" },
      }),
  },
  "list-changed-undeclared": {
    notified: () => send({ jsonrpc: "2.0", method: "notifications/tools/list_changed" }),
  },
  "unknown-notification": {
    notified: () => send({ jsonrpc: "2.0", method: "notifications/tools/exploded", params: {} }),
  },

  // Structured results
  "structured-wrong": onCall((message) =>
    send(result(message, { ...text("5"), structuredContent: { sum: "five" } })),
  ),
  "structured-missing": onCall((message) => send(result(message, text("5")))),
  "structured-array": onCall((message) =>
    send(result(message, { ...text("5"), structuredContent: [5] })),
  ),

  // Lists and definitions
  "shuffled-list": listing(() => {
    lists += 1;
    return lists % 2 === 0 ? tools.toReversed() : tools;
  }),
  "schema-drift": listing(() =>
    tools.map((tool) =>
      tool.name === "echo"
        ? {
            ...tool,
            inputSchema: {
              type: "object",
              properties: { message: { type: "string" }, tenant: { type: "string" } },
              required: ["message", "tenant"],
            },
          }
        : tool,
    ),
  ),
  "schema-typo": listing(() =>
    withSchema("inputSchema", { type: "object", properties: { message: { type: "strng" } } }),
  ),
  "schema-dangling-ref": listing(() =>
    withSchema("inputSchema", {
      type: "object",
      properties: { message: { $ref: "#/$defs/absent" } },
    }),
  ),
  "schema-not-object": listing(() => withSchema("inputSchema", { type: "string" })),
  "schema-remote-ref": listing(() =>
    withSchema("inputSchema", {
      type: "object",
      properties: { message: { $ref: "http://169.254.169.254/latest/meta-data" } },
    }),
  ),

  // While nothing is asked
  "burns-cpu": {
    notified: () => {
      const turn = () => {
        const until = performance.now() + 20;
        while (performance.now() < until);
        setImmediate(turn);
      };
      turn();
    },
  },
  "prints-api-key": {
    start: () => stderr(`connecting with ${process.env.API_KEY}`),
    ...onCall((message) => send(result(message, text(`key ${process.env.API_KEY} accepted`)))),
  },
};
