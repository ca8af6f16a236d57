import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { within } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Call } from "./connection.ts";
import {
  type Endpoint,
  type EngineEnvironment,
  endpointsOf,
  endpointText,
  socketOptions,
} from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { listLabelled, removeObject } from "./labelled.ts";
import type { Engine } from "./types.ts";

/** As much of an engine as a sweep needs. */
export type ObjectStore = Pick<Engine, "listLabelled" | "removeObject">;

/**
 * The same listing and removal over plain `node:http`, at the engine's own API version.
 *
 * For a process that must be small and must not need any file once it runs (the reaper); does not connect yet.
 */
export function openObjectStore(environment: EngineEnvironment): ObjectStore {
  const endpoints = endpointsOf(environment);
  async function json(call: Call): Promise<unknown> {
    let last: unknown;
    for (const endpoint of endpoints) {
      try {
        return await askAt(endpoint, call);
      } catch (error) {
        last = error;
        if (
          !(error instanceof Fault) ||
          !["ENGINE_NOT_RUNNING", "ENGINE_PERMISSION_DENIED"].includes(error.code)
        ) {
          throw error;
        }
      }
    }
    throw last;
  }
  return {
    listLabelled: (labels) => listLabelled({ json }, labels),
    removeObject: (object) => removeObject({ json }, object),
  };
}

async function askAt(endpoint: Endpoint, call: Call): Promise<unknown> {
  const where = endpointText(endpoint);
  const deadlineMs = call.deadlineMs ?? 30_000;
  const abort = new AbortController();
  try {
    return await within(
      exchange(endpoint, call, abort.signal),
      deadlineMs,
      () =>
        new Fault(
          "ENGINE_UNRESPONSIVE",
          `${call.doing}: ${where} did not answer within ${deadlineMs / 1000} s`,
        ),
    );
  } catch (error) {
    abort.abort();
    throw engineFault(error, call.doing, where);
  }
}

function exchange(endpoint: Endpoint, call: Call, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const send = endpoint.kind === "tcp" && endpoint.tls ? secureRequest : request;
    const query = new URLSearchParams(
      Object.entries(call.query ?? {}).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      ),
    );
    const outgoing = send(
      {
        ...socketOptions(endpoint),
        method: call.method,
        path: `${call.path}?${query.toString()}`,
        agent: false,
        signal,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const text = Buffer.concat(chunks).toString();
          const statusCode = response.statusCode ?? 0;
          if (statusCode >= 200 && statusCode < 300) {
            resolve(text === "" ? undefined : JSON.parse(text));
          } else {
            reject(Object.assign(new Error(`HTTP ${statusCode}: ${text.trim()}`), { statusCode }));
          }
        });
      },
    );
    outgoing.once("error", reject);
    outgoing.end();
  });
}
