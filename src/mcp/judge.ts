import type { SchemaProblem, Spec } from "../schema/index.ts";
import { badBase64 } from "./base64.ts";
import { clause, lintDefinitions } from "./definitions.ts";
import { errorCodeProblem, errorDataProblem } from "./error-code.ts";
import type { FindingCode } from "./finding-table.ts";
import { honestyOf } from "./honesty.ts";
import type { Negotiated } from "./open-session.ts";
import { OutputSchemas } from "./output-schemas.ts";
import { labelOf } from "./pending.ts";
import { quote } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import type { Reply, RpcError } from "./session.ts";
import { checkResult, listShapes, type Report } from "./shape.ts";

/** Judges what a server sends by the specification of the revision that was negotiated. */
export interface Judge {
  /** The reply to a request of ours; a promise when that needs something to be loaded or asked first. */
  reply(method: string, params: JsonObject | undefined, reply: Reply): Promise<void> | undefined;
  /** The result that has opened the session. */
  handshake(): void;
  /** A notification, or a request of the server. */
  received(message: JsonObject): void;
}

export interface Judged {
  readonly negotiated: Negotiated;
  readonly spec: Spec;
  readonly report: (code: FindingCode, message: () => string) => void;
  /** Asks for the tools, so that `reply` sees them; called when a result is structured and its tool is unknown. */
  readonly listTools: () => Promise<unknown>;
}

export function createJudge({ negotiated, spec, report, listTools }: Judged): Judge {
  const { era, revision } = negotiated;
  const honesty = honestyOf(negotiated.capabilities, revision);
  const outputs = new OutputSchemas();

  function error(method: string, wrong: Report, error: RpcError): void {
    const promise = honesty.broken(method, error.code);
    if (promise !== undefined) {
      wrong("declared-unanswered", () => `is error -32601 (method not found), but ${promise}`);
    }
    const problem = errorCodeProblem(error.code, era);
    if (problem !== undefined) {
      wrong("error-code", () => `has the error code ${error.code}, ${problem}`);
    }
    const data = errorDataProblem(error, spec);
    if (data !== undefined) {
      wrong("error-code", () => `is error ${error.code} whose ${data}`);
    }
  }

  function result(
    method: string,
    params: JsonObject | undefined,
    value: unknown,
    wrong: Report,
  ): Promise<void> | undefined {
    const capability = isObject(value) ? honesty.unannounced(method, value) : undefined;
    if (capability !== undefined) {
      wrong(
        "answered-undeclared",
        () => `is a result, but the server does not declare the capability ${capability}`,
      );
    }
    if (!isSound(method, params, value, wrong) || !isObject(value)) {
      return undefined;
    }
    const place = badBase64(method, value);
    if (place !== undefined) {
      wrong("bad-base64", () => `has a result whose "${place}" is no base64`);
    }
    const tools = value["tools"];
    if (method === "tools/list" && Array.isArray(tools)) {
      outputs.learn(tools);
    }
    const tool = params?.["name"];
    const isCall =
      method === "tools/call" && typeof tool === "string" && Array.isArray(value["content"]);
    return isCall ? structured(tool, value, wrong) : undefined;
  }

  function structured(tool: string, value: JsonObject, wrong: Report): Promise<void> | undefined {
    if (outputs.knows(tool)) {
      return outputs.promises(tool) ? outputs.judge(tool, value, wrong) : undefined;
    }
    return value["structuredContent"] === undefined || !isObject(negotiated.capabilities["tools"])
      ? undefined
      : listTools().then(
          () => outputs.judge(tool, value, wrong),
          () => undefined,
        );
  }

  /** The hand-written checks first, for they have the better words; what they see is not told again. */
  function isSound(
    method: string,
    params: JsonObject | undefined,
    value: unknown,
    wrong: Report,
  ): boolean {
    if (isObject(value) && createsTask(params, value)) {
      return isResult(method, params, value, wrong);
    }
    const entries = new Set<number>();
    let sound = true;
    checkResult(method, value, era, (code, message, entry) => {
      sound &&= code !== "result-schema";
      if (entry !== undefined) {
        entries.add(entry);
      }
      wrong(code, message);
    });
    if (!sound || !isObject(value)) {
      return false;
    }
    const shape = listShapes.find((list) => list.method === method);
    const list = shape === undefined ? undefined : value[shape.key];
    if (shape !== undefined && Array.isArray(list)) {
      lintDefinitions(shape, list, entries, spec, wrong);
      return isResult(method, params, { ...value, [shape.key]: [] }, wrong);
    }
    return isResult(method, params, value, wrong);
  }

  function isResult(
    method: string,
    params: JsonObject | undefined,
    value: JsonObject,
    wrong: Report,
  ): boolean {
    const { resultType } = value;
    if (
      era === "modern" &&
      resultType !== undefined &&
      resultType !== "complete" &&
      resultType !== "input_required"
    ) {
      return true;
    }
    const name =
      era === "modern" && resultType === "input_required"
        ? "InputRequiredResult"
        : createsTask(params, value)
          ? "CreateTaskResult"
          : undefined;
    const problem = name === undefined ? spec.result(method, value) : spec.definition(name, value);
    if (problem !== undefined) {
      wrong("result-schema", () => `has a result ${clause(problem)}`);
    }
    return problem === undefined;
  }

  return {
    reply(method, params, reply) {
      const wrong: Report = (code, message) =>
        report(code, () => `the answer to ${labelOf(method, params)} ${message()}`);
      if (reply.kind === "error") {
        error(method, wrong, reply.error);
      }
      return reply.kind === "result" ? result(method, params, reply.result, wrong) : undefined;
    },
    handshake() {
      if (negotiated.handshake !== undefined) {
        const { method, result: value } = negotiated.handshake;
        isResult(method, undefined, isObject(value) ? value : {}, (code, message) =>
          report(code, () => `the answer to ${method} ${message()}`),
        );
      }
    },
    received(message) {
      const method = String(message["method"]);
      const capability = isToldElsewhere(message, era) ? undefined : honesty.undeclared(method);
      if (capability !== undefined) {
        report(
          "undeclared-notification",
          () => `the server sent ${method} without the capability ${capability}`,
        );
      }
      if (method === "notifications/tools/list_changed") {
        outputs.forget();
      }
      const problem = spec.message("server", message);
      if (problem !== undefined && !isProgressItself(method, problem)) {
        report("message-schema", () => `the server sent ${quote(method)} ${clause(problem)}`);
      }
    },
  };
}

/** Whoever waits for progress says what is wrong with its value and its token. */
function isProgressItself(method: string, { pointer, message }: SchemaProblem): boolean {
  return (
    method === "notifications/progress" &&
    (/^\/params\/progress(?:Token)?$/u.test(pointer) || /"progress(?:Token)?"$/u.test(message))
  );
}

/** In the modern era a notification that was not asked for is told as such, whatever is declared. */
function isToldElsewhere(message: JsonObject, era: "legacy" | "modern"): boolean {
  const params = message["params"];
  const meta = isObject(params) ? params["_meta"] : undefined;
  return era === "modern" && !(isObject(meta) && "io.modelcontextprotocol/subscriptionId" in meta);
}

/** A call that was asked for as a task (2025-11-25); a tool that makes none answers as always. */
function createsTask(params: JsonObject | undefined, result: JsonObject): boolean {
  return params?.["task"] !== undefined && isObject(result["task"]);
}
