import type { ServerSpec } from "../../config/index.ts";
import { commandFault, type RunningContainer, startContainer } from "../../controller/index.ts";
import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { captureOutput, type OutputCapture, type OutputCounts } from "../../log/index.ts";
import type { ClientSide, Session, WireFinding } from "../../mcp/index.ts";
import type { SampleRow, ServerRow } from "../../record/index.ts";
import type { ResolvedServer } from "../../registry/index.ts";
import { type LimitHits, processesNow, sampleServer } from "../../resource/index.ts";
import { hideRecord } from "../hide-record.ts";
import type { Origin, World } from "../world.ts";
import { recordAttempts, recordRelayEnds } from "./attempts.ts";
import { awaitExtras } from "./await-extras.ts";
import { createByteRelay } from "./byte-relay.ts";
import { connectServer } from "./connect-server.ts";
import { planContainer } from "./container-plan.ts";
import { explainEnd } from "./explain-end.ts";
import { Life } from "./life.ts";
import { limitFindings } from "./limit-findings.ts";
import type { SharedParts } from "./shared-parts.ts";
import { withProcesses } from "./with-processes.ts";

export interface LaunchRequest {
  /** As the record calls it, and as labels do. */
  readonly name: string;
  readonly label: string;
  readonly spec: ServerSpec;
  readonly protocol: ServerSpec["protocol"];
  /** null: it runs elsewhere. */
  readonly resolved: ResolvedServer | null;
  readonly origin: Origin;
  readonly client: ClientSide;
  readonly shared: SharedParts;
  readonly signal: AbortSignal;
  readonly onStarting: () => void;
  readonly onSample: (sample: SampleRow) => void;
  readonly find: (finding: WireFinding) => void;
  readonly note: (patch: Partial<Omit<ServerRow, "name">>) => void;
}

/** Creates, attaches, starts and shakes hands. What was made is removed before a fault is passed on. */
export async function launch(request: LaunchRequest, world: World): Promise<Life> {
  const { name, spec, signal, resolved } = request;
  const { clock } = world;
  signal.throwIfAborted();
  let logged = false;
  const output = captureOutput(name, {
    record: world.record,
    clock,
    redactor: world.redactor(),
    noEgress: resolved !== null && spec.network.egress !== "full",
    isProxied: typeof spec.network.egress !== "string",
    stdoutIsLog: spec.transport !== "stdio",
    recent: request.shared.recent,
    onLine: (text) => {
      logged ||= spec.ready.log !== undefined && text.includes(spec.ready.log);
    },
  });
  const relay = createByteRelay();
  const engine = resolved === null ? undefined : await world.engine();
  const container =
    engine === undefined ? null : await contain(engine, request, output, relay.push, world);
  request.onStarting();
  const enough = new AbortController();
  const sampled =
    container && engine ? sample(engine, container, request, enough.signal, world) : null;
  const life = new Life({
    server: name,
    container,
    output,
    clock,
    connect: (until) =>
      connectServer({ ...request, signal: until, container, output, listen: relay.listen }, world),
    async lastSample() {
      enough.abort();
      return (await sampled) ?? undefined;
    },
    onEnd(end) {
      limitFindings(name, spec, end).forEach(request.find);
      if (end.hits !== undefined) {
        const data = JSON.stringify(end.hits);
        world.record.event({ atMs: clock.nowMs(), kind: "limits-met", server: name, data });
      }
    },
  });
  const startedAt = clock.monotonicMs();
  try {
    const session = await all(signal, [
      (either) => life.connect(either),
      async (either) => {
        if (container !== null && engine !== undefined) {
          await awaitExtras(
            {
              name,
              ready: spec.ready,
              container,
              engine,
              hasLogged: () => logged,
              explainEnd: () =>
                explainEnd(container, spec.transport, output, spec.limits.memory, clock),
              clock,
            },
            either,
          );
        }
      },
    ]);
    request.note({ ...noteOf(session), readyMs: clock.monotonicMs() - startedAt });
    return life;
  } catch (caught) {
    const thrown = engine && container ? await withProcesses(caught, engine, container.id) : caught;
    const { stop, counts } = await life.end();
    request.note(outputCounts(counts));
    if (stop !== null) {
      request.note({ exitCode: stop.exit.exitCode, oomKilled: stop.exit.oomKilled });
      // Init starts fine without its program; only its stderr and exit code say that the program is missing.
      throw commandFault(name, stop.exit, output.tail(), resolved?.foreignPlatform) ?? thrown;
    }
    throw thrown;
  }
}

/** The first one's result once both have come; when one rejects, the other is called off and waited for. */
async function all<T>(
  signal: AbortSignal,
  [first, second]: readonly [
    (signal: AbortSignal) => Promise<T>,
    (signal: AbortSignal) => Promise<void>,
  ],
): Promise<T> {
  const off = new AbortController();
  const either = AbortSignal.any([signal, off.signal]);
  const both = [first(either), second(either)] as const;
  try {
    const [result] = await Promise.all(both);
    return result;
  } catch (thrown) {
    // When the server has ended both hear of it, and the session knows best what that means.
    const hasEnded = thrown instanceof Fault && thrown.code === "SERVER_EXITED_EARLY";
    if (!hasEnded) {
      off.abort(thrown);
    }
    const [session] = await Promise.allSettled(both);
    throw hasEnded && session.status === "rejected" ? session.reason : thrown;
  }
}

/** What a session says of its server. */
export function noteOf(session: Session): Partial<Omit<ServerRow, "name">> {
  return {
    revision: session.revision,
    serverName: session.serverInfo.name,
    serverVersion: session.serverInfo.version,
  };
}

/** The counts alone, as the record has them. */
export function outputCounts({
  stdoutBytes,
  stderrBytes,
  droppedLines,
}: OutputCounts): OutputCounts {
  return { stdoutBytes, stderrBytes, droppedLines };
}

async function contain(
  engine: Engine,
  request: LaunchRequest,
  output: OutputCapture,
  onStdout: (chunk: Uint8Array) => void,
  world: World,
): Promise<RunningContainer> {
  const { resolved, spec, label, origin } = request;
  if (resolved === null) {
    throw new Error("a server that runs elsewhere has no container");
  }
  const container = await world.startSlot(async () => {
    const wanted = await planContainer(label, spec, resolved, origin, world);
    const plan = hideRecord(wanted, world.recordFolder);
    return startContainer(engine, plan, world.ownership, {
      clock: world.clock,
      user: world.user,
      news: world.news,
      networks: world.networks,
      countProcesses: (id) => processesNow(id),
      onAttempt: recordAttempts(request.name, request.shared.attempts, world),
      onRelayEnd: recordRelayEnds(request.name, world),
      onStderr: output.stderr,
      onStdout(chunk) {
        output.stdout(chunk);
        onStdout(chunk);
      },
    });
  });
  request.note({
    containerId: container.id,
    createMs: container.createMs,
    isolation: JSON.stringify(container.isolation),
  });
  return container;
}

function sample(
  engine: Engine,
  container: RunningContainer,
  { name, shared, onSample }: LaunchRequest,
  signal: AbortSignal,
  { clock, record }: World,
): Promise<LimitHits | undefined> {
  return sampleServer(engine, container.id, name, {
    clock,
    signal,
    record: {
      event: (row) => record.event(row),
      sample(row) {
        const total = shared.usage.total(container.id, row);
        record.sample(total);
        onSample(total);
      },
    },
  });
}
