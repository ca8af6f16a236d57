import type { Action, JsonRecord } from "../../config/index.ts";
import { fill, fillString, fillStrings, type Scope } from "../expect/fill.ts";
import { fillExpectation } from "../expect/fill-predicate.ts";

/** An action with captures and row values filled in. Throws RUN_FILE_INVALID for a name that stands for nothing. */
export function fillAction(action: Action, scope: Scope): Action {
  switch (action.verb) {
    case "call":
      return {
        ...action,
        target: fillString(action.target, scope),
        arguments: fillRecord(action.arguments, scope),
      };
    case "prompt":
      return {
        ...action,
        target: fillString(action.target, scope),
        arguments: fillStrings(action.arguments, scope),
      };
    case "complete":
      return {
        ...action,
        ref:
          action.ref.type === "ref/prompt"
            ? { ...action.ref, name: fillString(action.ref.name, scope) }
            : { ...action.ref, uri: fillString(action.ref.uri, scope) },
        value: fillString(action.value, scope),
        ...(action.context !== undefined && { context: fillStrings(action.context, scope) }),
      };
    case "list":
      return action.cursor === undefined
        ? action
        : { ...action, cursor: fillString(action.cursor, scope) };
    case "listen":
      return { ...action, filter: fillRecord(action.filter, scope) };
    case "request":
    case "notify":
      return action.params === undefined
        ? action
        : { ...action, params: fill(action.params, scope) };
    case "send_raw":
      return action.text === undefined
        ? action
        : { ...action, text: fillString(action.text, scope) };
    case "wait_for":
      return { ...action, where: action.where.map((one) => fillExpectation(one, scope)) };
    case "exec": {
      const command = action.command.map((part) => fillString(part, scope));
      return { ...action, command, target: command.join(" ") };
    }
    case "read":
    case "read_file":
    case "subscribe":
    case "unsubscribe":
    case "set_log_level":
      return { ...action, target: fillString(action.target, scope) };
    case "ping":
    case "unlisten":
    case "stop":
    case "start":
    case "restart":
    case "pause":
    case "unpause":
    case "disconnect":
    case "connect":
    case "kill":
      return action;
    default:
      return action satisfies never;
  }
}

/** A JSON object stays one: only a text can become something else. */
export function fillRecord(record: JsonRecord, scope: Scope): JsonRecord {
  return fill(record, scope) as JsonRecord;
}

/** What reports show as the arguments of an action; undefined when it has none. */
export function argumentsOf(action: Action): unknown {
  switch (action.verb) {
    case "call":
    case "prompt":
      return action.arguments;
    case "request":
    case "notify":
      return action.params;
    case "listen":
      return action.filter;
    case "exec":
      return action.command;
    case "complete":
      return { ref: action.ref, value: action.value, context: action.context };
    case "send_raw":
      return action.text ?? action.base64;
    case "list":
      return action.cursor === undefined ? undefined : { cursor: action.cursor };
    case "read":
    case "read_file":
    case "subscribe":
    case "unsubscribe":
    case "set_log_level":
    case "wait_for":
    case "ping":
    case "unlisten":
    case "stop":
    case "start":
    case "restart":
    case "pause":
    case "unpause":
    case "disconnect":
    case "connect":
    case "kill":
      return undefined;
    default:
      return action satisfies never;
  }
}
