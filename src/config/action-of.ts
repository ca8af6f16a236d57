import { type Action, plainServerVerbs } from "./action.ts";
import { conditionsOf, type Making } from "./predicates-of.ts";
import type { StepSpec } from "./step.ts";
import type { Path } from "./tree.ts";

/** What the step does; `path` is the step's. */
export function actionOf(step: StepSpec, path: Path, making: Making): Action {
  return mcpAction(step, path, making) ?? serverAction(step);
}

/** A step's name in reports when it has none of its own: verb and target. */
export function describeAction({ verb, target }: Action): string {
  return target === "" ? verb : `${verb} ${target}`;
}

function mcpAction(step: StepSpec, path: Path, making: Making): Action | undefined {
  if (step.call !== undefined) {
    return callOf(step, step.call);
  }
  for (const verb of ["read", "subscribe", "unsubscribe"] as const) {
    const target = step[verb];
    if (target !== undefined) {
      return { verb, target };
    }
  }
  for (const verb of ["request", "notify"] as const) {
    const target = step[verb];
    if (target !== undefined) {
      return { verb, target, ...(step.with === undefined ? {} : { params: step.with }) };
    }
  }
  for (const verb of ["ping", "unlisten"] as const) {
    if (step[verb] !== undefined) {
      return { verb, target: "" };
    }
  }
  if (step.prompt !== undefined) {
    return { verb: "prompt", target: step.prompt, arguments: textsOf(step.with) };
  }
  if (step.complete !== undefined) {
    return completeOf(step.complete);
  }
  if (step.list !== undefined) {
    const { kind, pages, cursor } =
      typeof step.list === "string"
        ? { kind: step.list, pages: "all" as const, cursor: undefined }
        : step.list;
    return { verb: "list", target: kind, pages, ...(cursor === undefined ? {} : { cursor }) };
  }
  if (step.set_log_level !== undefined) {
    return { verb: "set_log_level", target: step.set_log_level };
  }
  if (step.listen !== undefined) {
    return { verb: "listen", target: "", filter: step.listen };
  }
  if (step.send_raw !== undefined) {
    return rawOf(step.send_raw);
  }
  if (step.wait_for !== undefined) {
    const { method, where } =
      typeof step.wait_for === "string" ? { method: step.wait_for, where: {} } : step.wait_for;
    return {
      verb: "wait_for",
      target: method,
      where: conditionsOf(where, [...path, "wait_for", "where"], making),
    };
  }
  return undefined;
}

function serverAction(step: StepSpec): Action {
  if (step.kill !== undefined) {
    return { verb: "kill", target: typeof step.kill === "string" ? step.kill : "SIGKILL" };
  }
  if (step.exec !== undefined) {
    const command = typeof step.exec === "string" ? ["/bin/sh", "-c", step.exec] : step.exec;
    const target = typeof step.exec === "string" ? step.exec : step.exec.join(" ");
    return { verb: "exec", target, command };
  }
  if (step.read_file !== undefined) {
    return { verb: "read_file", target: step.read_file };
  }
  // It has exactly one verb, which was looked for in front of all others.
  return { verb: plainServerVerbs.find((verb) => step[verb] !== undefined) ?? "stop", target: "" };
}

function callOf(step: StepSpec, target: string): Action {
  const args = isMap(step.with) ? step.with : {};
  if (step.task === undefined) {
    return { verb: "call", target, arguments: args };
  }
  const { ttl, wait } = step.task === true ? { ttl: undefined, wait: true } : step.task;
  return {
    verb: "call",
    target,
    arguments: args,
    task: { wait, ...(ttl === undefined ? {} : { ttlMs: ttl }) },
  };
}

function completeOf(spec: NonNullable<StepSpec["complete"]>): Action {
  return {
    verb: "complete",
    target: spec.argument,
    ref:
      spec.prompt === undefined
        ? { type: "ref/resource", uri: spec.resource ?? "" }
        : { type: "ref/prompt", name: spec.prompt },
    value: spec.value,
    ...(spec.context === undefined ? {} : { context: spec.context }),
  };
}

function rawOf(spec: NonNullable<StepSpec["send_raw"]>): Action {
  if (typeof spec === "string") {
    return { verb: "send_raw", target: "", text: spec, newline: true };
  }
  const { text, base64, newline, answer } = spec;
  return {
    verb: "send_raw",
    target: "",
    newline,
    ...(text === undefined ? {} : { text }),
    ...(base64 === undefined ? {} : { base64 }),
    ...(answer === undefined ? {} : { answer }),
  };
}

function textsOf(given: unknown): Readonly<Record<string, string>> {
  return isMap(given)
    ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
    : {};
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
