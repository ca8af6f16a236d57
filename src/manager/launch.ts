import type { ServerSpec } from "../config/index.ts";
import {
  commandFault,
  type RunningContainer,
  type StopReport,
  startContainer,
} from "../controller/index.ts";
import { captureOutput, type OutputCapture, type OutputCounts } from "../log/index.ts";
import { channelOf, connectStdio, type Session } from "../mcp/index.ts";
import type { SampleRow, ServerRow } from "../record/index.ts";
import type { ResolvedServer } from "../registry/index.ts";
import { sampleServer } from "../resource/index.ts";
import { createByteRelay } from "./byte-relay.ts";
import { planContainer } from "./container-plan.ts";
import { explainEnd } from "./explain-end.ts";
import { tapFor } from "./tap.ts";
import { withProcesses } from "./with-processes.ts";
import type { Origin, World } from "./world.ts";

export interface LaunchRequest {
  readonly name: string;
  readonly spec: ServerSpec;
  readonly protocol: ServerSpec["protocol"];
  readonly resolved: ResolvedServer;
  readonly origin: Origin;
  readonly signal: AbortSignal;
  readonly onStarting: () => void;
  readonly onSample: (sample: SampleRow) => void;
  readonly note: (patch: Partial<Omit<ServerRow, "name">>) => void;
}

/** A container with everything that is bound to its life. */
export interface Life {
  readonly container: RunningContainer;
  readonly session: Session;
  /** The stop ladder, the last sample, removal; resolves when nothing of it is left. */
  readonly end: () => Promise<StopReport & OutputCounts>;
}

/** Creates, attaches, starts and shakes hands. What was made is removed before a fault is passed on. */
export async function launch(request: LaunchRequest, world: World): Promise<Life> {
  const { name, spec, signal } = request;
  const { clock, record } = world;
  signal.throwIfAborted();
  const engine = await world.engine();
  const plan = await planContainer(name, spec, request.resolved, request.origin);
  const output = captureOutput(name, {
    record,
    clock,
    redactor: world.redactor(),
    noEgress: plan.egress === "none",
  });
  const relay = createByteRelay();
  const container = await world.startSlot(() =>
    startContainer(engine, plan, world.ownership, {
      clock,
      user: world.user,
      onStderr: output.stderr,
      onStdout(chunk) {
        output.stdout(chunk);
        relay.push(chunk);
      },
    }),
  );
  request.onStarting();
  request.note({
    containerId: container.id,
    createMs: container.createMs,
    isolation: JSON.stringify(container.isolation),
  });
  const enough = new AbortController();
  const sampled = sampleServer(engine, container.id, name, {
    clock,
    signal: enough.signal,
    record: {
      event: (row) => record.event(row),
      sample(row) {
        record.sample(row);
        request.onSample(row);
      },
    },
  });
  const end = once(() => endLife(container, output, enough, sampled));
  const startedAt = clock.monotonicMs();
  try {
    const session = await connectStdio(
      { ...channelOf(container.attachment), onData: relay.listen },
      {
        server: name,
        protocol: request.protocol,
        readyTimeoutMs: spec.ready.timeout,
        maxMessageBytes: spec.max_message,
        tap: tapFor(output.tap, spec.checks),
        clientInfo: { name: "docker-mcp-manager", version: world.version },
        explainEnd: () => explainEnd(container, output, spec.limits.memory, clock),
        signal,
      },
      clock,
    );
    request.note({
      readyMs: clock.monotonicMs() - startedAt,
      revision: session.revision,
      serverName: session.serverInfo.name,
      serverVersion: session.serverInfo.version,
    });
    return { container, session, end };
  } catch (caught) {
    const thrown = await withProcesses(caught, engine, container.id);
    const { exit, ...counts } = await end();
    request.note({ exitCode: exit.exitCode, oomKilled: exit.oomKilled, ...outputCounts(counts) });
    // Init starts fine without its program; only its stderr and exit code say that the program is missing.
    throw commandFault(name, exit, output.tail()) ?? thrown;
  }
}

/** The counts alone, as the record has them. */
export function outputCounts({
  stdoutBytes,
  stderrBytes,
  droppedLines,
}: OutputCounts): OutputCounts {
  return { stdoutBytes, stderrBytes, droppedLines };
}

async function endLife(
  container: RunningContainer,
  output: OutputCapture,
  enough: AbortController,
  sampled: Promise<void>,
): Promise<StopReport & OutputCounts> {
  // Before the stop: the last sample needs the container's processes.
  enough.abort();
  const report = await container.stop();
  await Promise.all([sampled, container.remove()]);
  return { ...report, ...output.finish() };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
