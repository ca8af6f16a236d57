import { Agent as HttpAgent, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Readable } from "node:stream";
import { inspect } from "node:util";
import type DockerModem from "docker-modem";
import { within } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { type Endpoint, endpointText, socketOptions } from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { engineLost, isEngineGone, isHangUp } from "./engine-lost.ts";

export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Without the version prefix. */
  readonly path: string;
  /** A list is a parameter given several times. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: object;
  readonly file?: Readable;
  /** What is attempted, on what; begins the error message. */
  readonly doing: string;
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/** Talks to one engine at one pinned API version, through dockerode's modem. */
export interface Connection {
  readonly endpoint: Endpoint;
  readonly modem: DockerModem;
  /** Path prefix of the pinned version, e.g. `/v1.41`; empty before the version is known. */
  readonly prefix: string;
  /** Aborted by `close`. */
  readonly closed: AbortSignal;
  json(call: Call): Promise<unknown>;
  /** Resolves at the response's head; the deadline covers that much. */
  stream(call: Call): Promise<IncomingMessage>;
  close(): void;
}

/** Long enough for a frozen engine to come back: freezes of 6 s lose nothing, the calls are answered late. */
const defaultDeadlineMs = 30_000;

export function openConnection(
  Modem: typeof DockerModem,
  endpoint: Endpoint,
  apiVersion: string | undefined,
): Connection {
  const closing = new AbortController();
  const agent =
    endpoint.kind === "tcp" && endpoint.tls
      ? new HttpsAgent({ keepAlive: true })
      : new HttpAgent({ keepAlive: true });
  // The modem formats every request for a debug line it does not print, and goes through the agent's sockets and all
  // that hangs on them: 20 calls at once took 330 ms of processor time that way.
  Object.defineProperty(agent, inspect.custom, { value: () => "Agent" });
  const options = socketOptions(endpoint);
  const settings = {
    // Every field is set, also to undefined: what is absent the modem takes from its own reading of the environment.
    socketPath: options.socketPath ?? undefined,
    host: options.host ?? undefined,
    port: options.port ?? undefined,
    ca: options.ca,
    cert: options.cert,
    key: options.key,
    protocol: endpoint.kind === "tcp" && endpoint.tls ? ("https" as const) : ("http" as const),
    version: apiVersion === undefined ? undefined : `v${apiVersion}`,
    timeout: undefined,
    agent,
  };
  const modem = new Modem(settings);

  async function dial(call: Call, isStream: boolean): Promise<unknown> {
    const abort = new AbortController();
    const signals = [abort.signal, closing.signal, ...(call.signal ? [call.signal] : [])];
    const answer = new Promise<unknown>((resolve, reject) => {
      modem.dial(
        {
          path: `${call.path}?`,
          method: call.method,
          // Both always: without them the modem repeats the body, secrets included, in the URL.
          options: { _query: call.query ?? {}, _body: call.body ?? {} },
          ...(call.file ? { file: call.file } : {}),
          isStream,
          abortSignal: AbortSignal.any(signals),
          statusCodes: { 200: true, 201: true, 204: true },
        },
        (error, result) => (error ? reject(error) : resolve(result)),
      );
    });
    const deadlineMs = call.deadlineMs ?? defaultDeadlineMs;
    try {
      if (deadlineMs === Number.POSITIVE_INFINITY) {
        return await answer;
      }
      return await within(answer, deadlineMs, () => unresponsive(call, endpoint, deadlineMs));
    } catch (error) {
      abort.abort();
      call.signal?.throwIfAborted();
      const fault = engineFault(error, call.doing, endpointText(endpoint));
      // An engine that refuses a file hangs up before it has read it all.
      const hungUp = isHangUp(error) && call.file === undefined;
      // It was there, or its version would not be known.
      throw apiVersion !== undefined && (hungUp || isEngineGone(fault))
        ? engineLost(call.doing, endpoint, error)
        : fault;
    }
  }

  return {
    endpoint,
    modem,
    prefix: apiVersion === undefined ? "" : `/v${apiVersion}`,
    closed: closing.signal,
    json: (call) => dial(call, false),
    // With isStream the modem hands over the response itself.
    stream: async (call) => (await dial(call, true)) as IncomingMessage,
    close() {
      closing.abort();
      agent.destroy();
    },
  };
}

function unresponsive(call: Call, endpoint: Endpoint, deadlineMs: number): Fault {
  return new Fault(
    "ENGINE_UNRESPONSIVE",
    `${call.doing}: the engine at ${endpointText(endpoint)} did not answer within ${deadlineMs / 1000} s`,
  );
}
