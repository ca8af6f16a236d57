import { type ServerSpec, type ServiceSpec, server } from "../../config/index.ts";
import { type RunningContainer, startContainer } from "../../controller/index.ts";
import type { Engine } from "../../engine/index.ts";
import { captureOutput, type OutputCapture } from "../../log/index.ts";
import type { SampleRow } from "../../record/index.ts";
import type { ResolvedServer } from "../../registry/index.ts";
import { sampleServer } from "../../resource/index.ts";
import { hideRecord } from "../hide-record.ts";
import { createMockDesk } from "../mock/desk.ts";
import { mockRecorder } from "../mock/recorder.ts";
import { type Attempts, recordAttempts, recordRelayEnds } from "../server/attempts.ts";
import { planContainer } from "../server/container-plan.ts";
import type { Origin, World } from "../world.ts";

/** A container of a service that runs, and what goes with it. */
export interface ServiceBody {
  readonly engine: Engine;
  readonly container: RunningContainer;
  readonly output: OutputCapture;
  /** Takes the last sample. */
  lastSample(): Promise<void>;
}

const plain = server.parse({ image: "none" });

/** What a service has in common with servers, as a server: its image is found and its container made in the same way. */
export function asServer(spec: ServiceSpec): ServerSpec {
  const { image: _image, ...rest } = plain;
  const { healthcheck: _check, mock_http: _mock, depends_on: _waits, network, stop, ...own } = spec;
  return {
    ...rest,
    ...own,
    network: { ...plain.network, ...network },
    stop: { ...stop, eof: 0 },
    checks: { ...plain.checks, leftover_processes: false },
  };
}

export interface EmbodyRequest {
  readonly name: string;
  readonly spec: ServiceSpec;
  readonly origin: Origin;
  readonly resolved: ResolvedServer;
  readonly attempts: Attempts;
  readonly onLine: (text: string) => void;
  readonly onSample: (sample: SampleRow) => void;
  /** Told of requests that a mock has no answer to. */
  readonly onUnmatched: (message: string) => void;
}

/** Creates, attaches and starts; its stdin has ended. */
export async function embody(request: EmbodyRequest, world: World): Promise<ServiceBody> {
  const { name, spec, origin, resolved, attempts, onLine } = request;
  const engine = await world.engine();
  const output = captureOutput(name, {
    record: world.record,
    clock: world.clock,
    redactor: world.redactor(),
    noEgress: spec.network.egress !== "full",
    isProxied: typeof spec.network.egress !== "string",
    stdoutIsLog: true,
    onLine,
  });
  const mock = spec.mock_http;
  const running = Promise.withResolvers<RunningContainer>();
  running.promise.catch(() => undefined);
  const write = async (bytes: Uint8Array) => (await running.promise).attachment.write(bytes);
  const onAttempt = recordAttempts(name, attempts, world);
  const recorder =
    mock &&
    mockRecorder(mock, origin, world, (target, outcome, reason) =>
      onAttempt({ target, outcome, reason }),
    );
  const desk = mock && createMockDesk(name, mock, write, world, request.onUnmatched, recorder);
  const container = await world.startSlot(async () => {
    const wanted = await planContainer(name, asServer(spec), resolved, origin, world);
    const { port } = spec.healthcheck ?? {};
    const plan = {
      ...hideRecord(wanted, world.recordFolder),
      role: "service" as const,
      ...(port === undefined ? {} : { http: { port } }),
    };
    return startContainer(engine, plan, world.ownership, {
      clock: world.clock,
      user: world.user,
      news: world.news,
      networks: world.networks,
      onAttempt,
      onRelayEnd: recordRelayEnds(name, world),
      onStdout(chunk) {
        if (desk === undefined) {
          output.stdout(chunk);
        } else {
          desk.push(chunk);
        }
      },
      onStderr: output.stderr,
    });
  });
  running.resolve(container);
  if (mock === undefined) {
    // Nobody will say anything to it; what reads its stdin to the end goes on.
    container.attachment.end();
  }
  const enough = new AbortController();
  const sampled = sampleServer(engine, container.id, name, {
    clock: world.clock,
    signal: enough.signal,
    record: {
      event: (row) => world.record.event(row),
      sample(row) {
        world.record.sample(row);
        request.onSample(row);
      },
    },
  });
  sampled.catch(() => undefined);
  return {
    engine,
    container,
    output,
    async lastSample() {
      enough.abort();
      await sampled.catch(() => undefined);
    },
  };
}
