import { call, type Gallery, showGallery } from "./exhibit.ts";

const list = "{ list: tools }";
const drifted = `{ list: tools, expect: { "$.tools[?@.name=='echo'].inputSchema.required": { equals: [message] } } }`;

/** What a server declares, and what it then does. */
const faults: Gallery = {
  unanswered: {
    title: "a declared capability whose method is missing is named",
    mode: "declares-unanswered",
    steps: ["{ list: resources }"],
    outcome: "failed",
    reason: /-32601/,
    findings: { "declared-unanswered": /resources/ },
  },
  undeclared: {
    title: "a method that is answered though its capability is not declared is named",
    mode: "answers-undeclared",
    steps: ["{ list: prompts }"],
    findings: { "answered-undeclared": /prompts/ },
  },
  declared: {
    title: "capabilities that are declared and answered have no findings",
    mode: "answers-declared",
    steps: [list, "{ list: resources }", "{ list: resource_templates }", "{ list: prompts }"],
  },
  logs: {
    title: "log messages of a server that does not declare logging are named",
    mode: "logs-undeclared",
    findings: { "undeclared-notification": /notifications\/message/ },
  },
  changes: {
    title: "list_changed of a server that does not declare it is named",
    mode: "list-changed-undeclared",
    findings: { "undeclared-notification": /list_changed/ },
  },
  wrong: {
    title: "I74 structuredContent that its outputSchema forbids is named, with the place",
    mode: "structured-wrong",
    steps: [list, "{ call: add, with: { a: 2, b: 3 } }"],
    findings: { "output-schema": /sum/ },
  },
  right: {
    title: "I74 structuredContent that fits its outputSchema has no findings",
    mode: "ok",
    steps: ["{ call: add, with: { a: 2, b: 3 }, expect: { structured: { equals: { sum: 5 } } } }"],
  },
  missing: {
    title: "I74 a tool with an outputSchema that gives no structuredContent is named",
    mode: "structured-missing",
    steps: [list, "{ call: add, with: { a: 2, b: 3 } }"],
    findings: { "structured-content-missing": /add/ },
  },
  shuffled: {
    title: "A40 a list that differs from one time to the next is named",
    mode: "shuffled-list",
    steps: [list],
    findings: { "list-changes": /tools/ },
  },
  drift: {
    title: "A40 a required argument that was added fails the step that knows the schema",
    mode: "schema-drift",
    steps: [drifted],
    outcome: "failed",
    reason: /tenant/,
  },
  kept: {
    title: "A40 a schema that is as it was passes the same step",
    mode: "ok",
    steps: [drifted],
  },
  typo: {
    title: "I77 an inputSchema of a type that does not exist is named",
    mode: "schema-typo",
    steps: [list],
    findings: { "bad-input-schema": /strng/ },
  },
  dangling: {
    title: "I77 an inputSchema that refers to nothing is named",
    mode: "schema-dangling-ref",
    steps: [list],
    findings: { "bad-input-schema": /absent/ },
  },
  scalar: {
    title: "I77 an inputSchema that is no object is named",
    mode: "schema-not-object",
    steps: [list],
    findings: { "bad-tool": /./ },
  },
  requests: {
    title: "I87 A41 requests of a server that nobody had asked for are refused and named",
    mode: "server-requests 20",
    findings: { "message-schema": /maxTokens/, "unasked-request": /./ },
  },
  busy: {
    title: "a server that uses a whole core while nothing is asked is named",
    mode: "burns-cpu",
    findings: { "idle-cpu": /%/ },
  },
  orphan: {
    title: "a process that outlives its server is named",
    mode: "child-process-left",
    findings: { "leftover-process": /node/ },
  },
  unchecked: {
    title: "a check that is switched off finds nothing",
    mode: "shuffled-list",
    more: ["checks: { list_determinism: false }"],
    steps: [list, call],
  },
};

showGallery("servers that declare one thing and do another", faults, { exitCode: 1 });
