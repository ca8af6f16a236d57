import { Fault } from "../fault/index.ts";
import type { ClientSide } from "./client-side.ts";
import { labelOf } from "./pending.ts";
import { quote, show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import { capabilitiesKey, tasksExtension } from "./revision.ts";
import { type Asking, answerInputs } from "./rounds.ts";
import type { Reply, TaskOptions } from "./session.ts";

/** How often a task is asked for when its server does not say; and never more often than the second. */
const pollMs = 500;
const leastPollMs = 10;
const ended: ReadonlySet<unknown> = new Set(["completed", "failed", "cancelled"]);
const going: ReadonlySet<unknown> = new Set(["working", "input_required"]);

/**
 * tools/call as a task. legacy (2025-11-25): asked for with `task`, its result fetched with tasks/result. modern
 * (extension tasks): the server decides; an answer that is no task is the reply.
 *
 * The timeout is for all of it. Of the reply, `durationMs` is the whole time.
 */
export async function callAsTask(
  era: "legacy" | "modern",
  params: Record<string, unknown>,
  { ttlMs, wait, ...options }: TaskOptions,
  asking: Asking,
): Promise<Reply> {
  const { clock } = asking;
  const startedMs = clock.monotonicMs();
  const label = labelOf("tools/call", params);
  const whole = (reply: Reply): Reply => ({
    ...reply,
    durationMs: clock.monotonicMs() - startedMs,
  });
  const left = (): TaskOptions => ({
    ...options,
    wait,
    timeoutMs: Math.max(0, options.timeoutMs - (clock.monotonicMs() - startedMs)),
  });
  const sent =
    era === "legacy"
      ? { ...params, task: ttlMs === undefined ? {} : { ttl: ttlMs } }
      : withExtension(params, asking.client);
  const created = await asking.request("tools/call", sent, options);
  const task = taskIn(era, created);
  if (task === undefined || !wait) {
    if (task === undefined && era === "legacy" && created.kind === "result") {
      asking.report(
        "bad-task",
        () => `${label} was asked for as a task and answered with no "task"`,
      );
    }
    return created;
  }
  const { taskId } = task;
  if (typeof taskId !== "string") {
    throw new Fault("PROTOCOL_VIOLATION", `The task of ${label} has no text as "taskId".`);
  }
  const about: Record<string, unknown> =
    era === "legacy" ? { taskId } : withExtension({ taskId }, asking.client);
  const answered = new Set<string>();
  for (let state = task; ; ) {
    const { status } = state;
    if (!going.has(status) && !ended.has(status)) {
      asking.report("bad-task", () => `the task of ${label} has the status ${show(status)}`);
    }
    // tasks/result waits for the end, and by then the input has come as requests of the server.
    if (era === "legacy" && (ended.has(status) || status === "input_required")) {
      return whole(await asking.request("tasks/result", about, left()));
    }
    if (ended.has(status)) {
      return whole(outcomeOf(label, state, created));
    }
    if (status === "input_required") {
      await update(label, state, about, answered, left(), asking);
    }
    const interval = state[era === "legacy" ? "pollInterval" : "pollIntervalMs"];
    const everyMs = typeof interval === "number" ? Math.max(interval, leastPollMs) : pollMs;
    const { timeoutMs, signal } = left();
    if (timeoutMs === 0) {
      throw new Fault(
        "CALL_TIMED_OUT",
        `The task of ${label} is still ${quote(String(status))} after ${options.timeoutMs} ms.`,
      );
    }
    await clock.sleep(Math.min(everyMs, timeoutMs), signal).catch(() => undefined);
    const reply = await asking.request("tasks/get", about, left());
    if (reply.kind !== "result" || !isObject(reply.result)) {
      return whole(reply);
    }
    state = reply.result;
  }
}

/** The task a reply has created; undefined when it is no such reply. */
function taskIn(era: "legacy" | "modern", reply: Reply): JsonObject | undefined {
  if (reply.kind !== "result" || !isObject(reply.result)) {
    return undefined;
  }
  if (era === "modern") {
    return reply.result["resultType"] === "task" ? reply.result : undefined;
  }
  const { task } = reply.result;
  return isObject(task) ? task : undefined;
}

/** How a task of the extension has ended, as the reply its call would have had. */
function outcomeOf(label: string, state: JsonObject, created: Reply): Reply {
  const { durationMs, bytes } = created;
  const { status, result, error } = state;
  if (status === "cancelled") {
    return { kind: "cancelled", durationMs, bytes };
  }
  if (status === "failed") {
    const { code, message, data } = isObject(error) ? error : {};
    if (typeof code !== "number" || typeof message !== "string") {
      throw new Fault(
        "PROTOCOL_VIOLATION",
        `The failed task of ${label} has no "error" with code and message.`,
      );
    }
    return { kind: "error", error: { code, message, data }, durationMs, bytes };
  }
  return { kind: "result", result, durationMs, bytes };
}

/** Answers what a task asks for; a key that was answered once is not answered again. */
async function update(
  label: string,
  state: JsonObject,
  about: Record<string, unknown>,
  answered: Set<string>,
  options: TaskOptions,
  asking: Asking,
): Promise<void> {
  const { inputRequests } = state;
  const open = isObject(inputRequests)
    ? Object.fromEntries(Object.entries(inputRequests).filter(([key]) => !answered.has(key)))
    : inputRequests;
  if (isObject(open) && Object.keys(open).length === 0) {
    return;
  }
  const inputResponses = await answerInputs(`the task of ${label}`, open, options, asking);
  if (inputResponses === undefined) {
    throw new Fault(
      "CALL_TIMED_OUT",
      `The task of ${label} waits for input that nothing is scripted for; it would wait for ever.`,
    );
  }
  for (const key of Object.keys(inputResponses)) {
    answered.add(key);
  }
  await asking.request("tasks/update", { ...about, inputResponses }, options);
}

/** The extension is declared with each request that may need it. */
function withExtension(
  params: Record<string, unknown>,
  client: ClientSide | undefined,
): Record<string, unknown> {
  const meta = isObject(params["_meta"]) ? params["_meta"] : {};
  const own = meta[capabilitiesKey];
  const given = isObject(own) ? own : (client?.capabilities ?? {});
  const extensions = isObject(given["extensions"]) ? given["extensions"] : {};
  const declared = { ...given, extensions: { ...extensions, [tasksExtension]: {} } };
  return { ...params, _meta: { ...meta, [capabilitiesKey]: declared } };
}
