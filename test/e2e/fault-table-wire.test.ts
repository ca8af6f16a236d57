import { call, type Gallery, showGallery } from "./exhibit.ts";

/** Framing, JSON-RPC, results. */
const faults: Gallery = {
  chatty: {
    title: "I60 lines on stdout that are no messages are a finding, and calls go on",
    mode: "pollute",
    findings: { "stdout-pollution": /./ },
  },
  glued: {
    title: "I61 bytes glued to a message are named with their number",
    mode: "pollute-glued",
    findings: { "glued-output": /20 bytes/ },
  },
  bom: {
    title: "I62 a byte order mark is accepted and named",
    mode: "bom",
    findings: { bom: /./ },
  },
  broken: {
    title: "I63 an answer that is not JSON fails its call at once",
    mode: "invalid-json",
    outcome: "broken",
    findings: { "invalid-json": /./ },
  },
  other: {
    title: "I69 an answer under another id is named",
    mode: "wrong-id",
    steps: ["{ call: echo, with: { message: hello }, timeout: 2s }"],
    outcome: "broken",
    findings: { "wrong-id": /./ },
  },
  twice: {
    title: "I70 a second answer is a finding, the first counts",
    mode: "duplicate-response",
    findings: { "duplicate-response": /./ },
  },
  bare: {
    title: "I73 a tool result without content is a finding, not repaired",
    mode: "no-content",
    steps: ["{ call: echo, with: { message: hello } }"],
    findings: { "result-schema": /content/ },
  },
  missing: {
    title: "a tool that does not exist fails the step",
    mode: "tool-not-found",
    steps: ["{ call: nope }"],
    outcome: "failed",
    reason: /-32602/,
  },
  erring: {
    title: "a tool error fails the step that did not expect one",
    mode: "tool-error",
    steps: ["{ call: echo, with: { message: hello } }"],
    outcome: "failed",
    reason: /error/,
  },
  expected: {
    title: "a tool error that is expected passes",
    mode: "tool-error",
    steps: ["{ call: echo, with: { message: hello }, expect: { is_error: true } }"],
  },
  latin: {
    title: "I64 a byte that is no UTF-8 is named",
    mode: "invalid-utf8",
    steps: ["{ call: echo, with: { message: hello } }"],
    findings: { "invalid-utf8": /./ },
  },
  pretty: {
    title: "I67 a message over several lines is named, and counts",
    mode: "pretty-printed",
    findings: { "message-spans-lines": /./ },
  },
  batched: {
    title: "I68 an answer in a batch is named, and counts",
    mode: "batch",
    findings: { batch: /./ },
  },
  text: {
    title: "I69 an answer whose id has become a string is named, and counts",
    mode: "string-id",
    findings: { "id-type": /./ },
  },
  anonymous: {
    title: "I69 an answer without an id is named",
    mode: "null-id",
    steps: ["{ call: echo, with: { message: hello }, timeout: 2s }"],
    outcome: "broken",
    findings: { "null-id": /./ },
  },
  versionless: {
    title: "I72 an answer that does not say it is JSON-RPC 2.0 is named",
    mode: "no-jsonrpc",
    findings: { "jsonrpc-version": /./ },
  },
  both: {
    title: "I72 an answer with a result and an error is named",
    mode: "result-and-error",
    steps: ["{ call: echo, with: { message: hello } }"],
    outcome: "broken",
    findings: { "malformed-message": /./ },
  },
  hologram: {
    title: "I73 content of a kind no revision knows is a finding",
    mode: "bad-content",
    steps: ["{ call: echo, with: { message: hello } }"],
    findings: { "result-schema": /./ },
  },
  one: {
    title: "I75 one invalid tool is named, and the others can be used",
    mode: "bad-tool",
    steps: ["{ list: tools }", call],
    findings: { "bad-tool": /./ },
  },
  doubled: {
    title: "I76 names of tools that are empty, huge or doubled are named",
    mode: "odd-tools",
    steps: ["{ list: tools }"],
    findings: { "bad-tool": /""/, "duplicate-name": /echo/, "odd-tool-name": /./ },
  },
  endless: {
    title: "I78 pages that go on forever are given up and named",
    mode: "same-cursor",
    steps: ["{ list: tools }"],
    findings: { "endless-pages": /./ },
  },
};

showGallery("servers that speak wrongly", faults, { exitCode: 1 });
