import type { Clock } from "../../clock/index.ts";
import type { ServerSpec } from "../../config/index.ts";
import type { RunningContainer } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { OutputCapture } from "../../log/index.ts";
import {
  type ClientSide,
  type ConnectOptions,
  channelOf,
  checkOrigin,
  checkProtected,
  connect,
  connectStdio,
  type HttpEndpoint,
  httpWire,
  type OpenWire,
  type Session,
  sseWire,
  type Via,
  type WireFinding,
} from "../../mcp/index.ts";
import type { ServerRow } from "../../record/index.ts";
import type { Origin, World } from "../world.ts";
import { authOf } from "./auth-of.ts";
import { explainEnd } from "./explain-end.ts";
import type { SharedParts } from "./shared-parts.ts";
import { tapFor } from "./tap.ts";

/** An exit is known within so long of it. */
const exitNewsMs = 200;

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
  readonly note: (patch: Partial<Omit<ServerRow, "name">>) => void;
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
    // What a frozen server does not answer is not its silence.
    explainSilence: () => (container?.news?.isPaused ? "it is paused" : undefined),
    signal: request.signal,
  };
  if (spec.transport !== "stdio") {
    const endpoint = await endpointOf(request, clock).catch(async (thrown: unknown) => {
      throw (await exitedEarly(request, options.explainEnd, clock)) ?? thrown;
    });
    request.note({ endpoint: shownUrl(endpoint.url) });
    const session = await connect(wireOf(spec, endpoint), options, clock);
    const found = await lookFromOutside(request, endpoint, session, clock);
    found.forEach((finding) => options.tap.finding(finding));
    return session;
  }
  if (container === null) {
    throw new Fault("INTERNAL", `Server "${name}" has no container and no URL.`);
  }
  const channel = { ...channelOf(container.attachment), onData: request.listen };
  return connectStdio(channel, options, clock);
}

/** What a server gives to those it should refuse. What cannot be asked shows in the session, too. */
async function lookFromOutside(
  { spec, container }: ConnectRequest,
  endpoint: HttpEndpoint,
  { era }: Session,
  clock: Clock,
): Promise<readonly WireFinding[]> {
  const [unprotected, stranger] = await Promise.all([
    spec.auth?.protected === true ? checkProtected(endpoint, era, clock).catch(() => []) : [],
    // Only at servers of our own: elsewhere it would look like an attack.
    container !== null && spec.checks.origin ? checkOrigin(endpoint, era, clock) : undefined,
  ]);
  return stranger === undefined ? unprotected : [...unprotected, stranger];
}

function wireOf({ transport }: ServerSpec, endpoint: HttpEndpoint): OpenWire {
  return transport === "sse" ? sseWire(endpoint) : httpWire(endpoint);
}

/** Where a server that speaks HTTP is reached now, and with what. */
async function endpointOf(
  request: Pick<ConnectRequest, "name" | "spec" | "origin" | "container">,
  clock: Clock,
): Promise<HttpEndpoint> {
  const { spec, container } = request;
  const url = await urlOf(request);
  const via: Via = container?.dial === undefined ? {} : { dial: container.dial };
  return {
    url,
    headers: spec.headers,
    ...authOf(request, url, clock, via),
    ...via,
    // A container that was only just started does not listen yet, and one that ends never will.
    ...(container === null ? {} : { starting: true, ended: container.exited }),
  };
}

/** A container that has ended has no address: that it has ended is what matters then. */
async function exitedEarly(
  { name, container }: ConnectRequest,
  explain: () => Promise<string>,
  clock: Clock,
): Promise<Fault | undefined> {
  const exited = container?.exited.then(() => true);
  const isOver = await Promise.race([exited, clock.sleep(exitNewsMs).then(() => false)]);
  return isOver === true
    ? new Fault("SERVER_EXITED_EARLY", `Server "${name}" ${await explain()}`)
    : undefined;
}

/** Hosted servers take their keys in the query. */
function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** Its address: its own URL, or its container's address of now. */
async function urlOf({
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
