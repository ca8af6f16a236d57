import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { loadSpec, specRevisionOf } from "../schema/index.ts";
import type { ByteChannel } from "./byte-channel.ts";
import { Connection } from "./connection.ts";
import { Negotiation } from "./negotiate.ts";
import { negotiateAuto } from "./negotiate-auto.ts";
import { type Negotiated, openSession } from "./open-session.ts";
import { ProbeEndedServer } from "./probe-ended-server.ts";
import { count } from "./quote.ts";
import { isLegacy, newestLegacy } from "./revision.ts";
import type { ConnectOptions, Session } from "./session.ts";
import { stdioWire } from "./stdio-wire.ts";
import type { OpenWire } from "./wire.ts";

/**
 * Opens a session over a byte channel to a server that has just been started.
 *
 * Rejects SERVER_EXITED_EARLY as soon as the server ends, SERVER_NOT_READY after `readyTimeoutMs` of silence or when
 * it refuses, PROTOCOL_VIOLATION when its answers cannot be used, INTERRUPTED when the signal is aborted. Of the
 * first, ProbeEndedServer asks for a fresh server and another era.
 */
export function connectStdio(
  channel: ByteChannel,
  options: ConnectOptions,
  clock: Clock,
): Promise<Session> {
  return connect(stdioWire(channel), options, clock);
}

/** The same over any wire. */
export async function connect(
  open: OpenWire,
  options: ConnectOptions,
  clock: Clock,
): Promise<Session> {
  const connection = new Connection(open, options, clock);
  try {
    // Nearly always this one; it is there when the answer comes.
    const likely = loadSpec(specRevisionOf(options.protocol) ?? newestLegacy);
    const negotiated = await negotiate(connection, options, clock);
    const revision = specRevisionOf(negotiated.revision);
    const spec = await (revision === undefined ? likely : loadSpec(revision));
    return openSession(connection, negotiated, spec, options.client, clock);
  } catch (error) {
    await connection.close();
    throw asConnectFault(error, connection, options);
  }
}

async function negotiate(
  connection: Connection,
  options: ConnectOptions,
  clock: Clock,
): Promise<Negotiated> {
  const negotiation = new Negotiation(connection, options, clock);
  if (options.protocol === "auto") {
    return negotiateAuto(negotiation, clock);
  }
  if (options.protocol === "legacy" || isLegacy(options.protocol)) {
    return negotiation.initialize();
  }
  const reply = await negotiation.askDiscover();
  const modern = negotiation.modern(reply);
  if (modern === undefined) {
    throw negotiation.notModern(reply);
  }
  return modern;
}

const exitHint =
  "Its last stderr lines are in the message. A server that ends at once may lack an argument or a variable, or be no stdio server.";

function asConnectFault(error: unknown, connection: Connection, options: ConnectOptions): unknown {
  if (!(error instanceof Fault) || error instanceof ProbeEndedServer) {
    return error;
  }
  if (error.code === "SESSION_CLOSED") {
    return options.protocol === "auto"
      ? new ProbeEndedServer("SERVER_EXITED_EARLY", error.message, "legacy", exitHint)
      : new Fault("SERVER_EXITED_EARLY", error.message, { hint: exitHint });
  }
  if (error.code === "CALL_TIMED_OUT") {
    return notReady(connection, options);
  }
  return error;
}

function notReady(connection: Connection, options: ConnectOptions): Fault {
  return connection.wire.kind === "stdio"
    ? silentOnStdio(connection, options)
    : silentOverHttp(connection, options);
}

function silentOverHttp({ wire }: Connection, { server, readyTimeoutMs }: ConnectOptions): Fault {
  const { bytes } = wire.received;
  const heard = bytes === 0 ? "nothing" : `${count(bytes)} bytes, but not the answer,`;
  return new Fault(
    "SERVER_NOT_READY",
    `Server "${server}" did not become ready within ${count(readyTimeoutMs)} ms: ${heard} has come back over HTTP.`,
    {
      hint: "Raise `ready.timeout` if it is slow. Else check `http.port` and `http.path`, and that the server listens on 0.0.0.0: on 127.0.0.1 nobody outside its container reaches it.",
    },
  );
}

function silentOnStdio(connection: Connection, { server, readyTimeoutMs }: ConnectOptions): Fault {
  const { bytes } = connection.wire.received;
  const lines = connection.findings.total("stdout-pollution");
  const heard =
    bytes === 0
      ? "its stdout has carried nothing"
      : `its stdout has carried ${count(bytes)} bytes${lines === 0 ? "" : `, among them ${count(lines)} lines that are no protocol messages`}`;
  return new Fault(
    "SERVER_NOT_READY",
    `Server "${server}" did not become ready within ${count(readyTimeoutMs)} ms: it is running, ${heard}.`,
    bytes === 0
      ? {
          hint: "Raise `ready.timeout` if it is slow. Else check that it is an stdio server, that a script passes stdin on to it, and that it writes without buffering (Python: PYTHONUNBUFFERED=1).",
        }
      : {},
  );
}
