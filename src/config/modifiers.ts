import { mcpVerbNames, type VerbName } from "./verbs.ts";

const requests = [
  "call",
  "read",
  "prompt",
  "complete",
  "list",
  "ping",
  "subscribe",
  "unsubscribe",
  "listen",
  "set_log_level",
  "request",
] as const satisfies readonly VerbName[];

const longRequests = ["call", "read", "prompt", "complete", "list", "request"] as const;
const repeatable: readonly VerbName[] = [...mcpVerbNames, "exec", "read_file"];

/** Keys of a step that go only with some verbs. */
export const modifiers: Readonly<Record<string, readonly VerbName[]>> = {
  with: ["call", "prompt", "request", "notify"],
  task: ["call"],
  meta: ["call", "read", "prompt", "complete", "request", "notify"],
  headers: [...requests, "notify"],
  cancel_after: longRequests,
  progress: longRequests,
  input: ["call", "read", "prompt", "request"],
  fault: [...longRequests, "ping"],
  answers: mcpVerbNames,
  parallel: [...longRequests, "ping", "exec"],
  repeat: repeatable,
  retry: repeatable,
  trials: repeatable,
  capture: [...requests, "send_raw", "wait_for", "exec", "read_file"],
};

/** Of each pair a step may have one. */
export const exclusive: readonly (readonly [string, string, string])[] = [
  ["retry", "trials", "tries until it passes; the other counts how often it passes"],
  ["retry", "repeat", "tries until it passes; the other must pass every time"],
  ["trials", "repeat", "counts how often it passes; the other must pass every time"],
  ["retry", "parallel", "tries one after the other"],
  ["cancel_after", "fault", "cancels the request; the other changes it on the wire"],
];

type Scopes = Readonly<
  Record<"answer" | "result" | "content" | "tool" | "exec", readonly VerbName[]>
>;

/** Which verbs have the places of a scope. */
export const scopes: Scopes = {
  answer: [...requests, "send_raw"],
  result: [...requests, "send_raw", "wait_for", "exec", "read_file"],
  content: ["call", "read", "prompt", "request", "send_raw", "read_file"],
  tool: ["call", "request", "send_raw"],
  exec: ["exec"],
};
