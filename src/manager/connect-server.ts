import type { ServerSpec } from "../config/index.ts";
import type { RunningContainer } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";
import type { OutputCapture } from "../log/index.ts";
import {
  type ClientSide,
  type ConnectOptions,
  channelOf,
  connect,
  connectStdio,
  httpWire,
  type OpenWire,
  type Session,
  sseWire,
} from "../mcp/index.ts";
import { authOf } from "./auth-of.ts";
import { explainEnd } from "./explain-end.ts";
import type { SharedParts } from "./shared-parts.ts";
import { tapFor } from "./tap.ts";
import type { Origin, World } from "./world.ts";

export interface ConnectRequest {
  readonly name: string;
  readonly spec: ServerSpec;
  readonly protocol: ServerSpec["protocol"];
  readonly origin: Origin;
  readonly client: ClientSide;
  readonly shared: SharedParts;
  readonly signal: AbortSignal;
  readonly container: RunningContainer | null;
  readonly output: OutputCapture;
  /** Takes stdout from its first byte; for stdio. */
  readonly listen: (listener: (chunk: Uint8Array) => void) => void;
}

/** Opens a session to a server that was started, or that runs elsewhere, by whatever it is spoken to. */
export async function connectServer(request: ConnectRequest, world: World): Promise<Session> {
  const { name, spec, container, output } = request;
  const { clock } = world;
  const options: ConnectOptions = {
    server: name,
    protocol: request.protocol,
    readyTimeoutMs: spec.ready.timeout,
    maxMessageBytes: spec.max_message,
    tap: tapFor(output.tap, spec.checks, request.shared.told),
    clientInfo: { name: "docker-mcp-manager", version: world.version },
    client: request.client,
    explainEnd: () => explainEnd(container, spec.transport, output, spec.limits.memory, clock),
    signal: request.signal,
  };
  if (spec.transport !== "stdio") {
    return connect(await wireOf(request), options, clock);
  }
  if (container === null) {
    throw new Fault("INTERNAL", `Server "${name}" has no container and no URL.`);
  }
  const channel = { ...channelOf(container.attachment), onData: request.listen };
  return connectStdio(channel, options, clock);
}

async function wireOf(request: ConnectRequest): Promise<OpenWire> {
  const { spec, container } = request;
  const endpoint = {
    url: await urlOf(request),
    headers: spec.headers,
    ...authOf(request),
    // A container that was only just started does not listen yet, and one that ends never will.
    ...(container === null ? {} : { starting: true, ended: container.exited }),
  };
  return spec.transport === "sse" ? sseWire(endpoint) : httpWire(endpoint);
}

/** Where the server is reached: its own URL, or its container's address of now. */
export async function urlOf({
  name,
  spec,
  container,
}: Pick<ConnectRequest, "name" | "spec" | "container">): Promise<string> {
  if (spec.url !== undefined) {
    return spec.url;
  }
  const address = await container?.address();
  if (address === undefined || spec.http === undefined) {
    throw new Fault(
      "SERVER_NOT_RUNNING",
      `Server "${name}" has no address: it does not run, or was cut off its network.`,
    );
  }
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `http://${host}:${address.port}${spec.http.path}`;
}
