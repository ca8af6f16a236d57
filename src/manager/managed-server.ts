import type { ServerSpec } from "../config/index.ts";
import { type RunningContainer, type StopReport, startContainer } from "../controller/index.ts";
import type { ExitInfo } from "../engine/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import { captureOutput, type OutputCapture } from "../log/index.ts";
import { connectStdio, ProbeEndedServer, type Session } from "../mcp/index.ts";
import type { SampleRow, ServerRow, ServerState } from "../record/index.ts";
import { type ResolvedServer, resolveImage } from "../registry/index.ts";
import { sampleServer } from "../resource/index.ts";
import { createByteRelay } from "./byte-relay.ts";
import { planContainer } from "./container-plan.ts";
import { describeExit, quoteTail } from "./explain-end.ts";
import { noFacts, type ServerFacts } from "./server-facts.ts";
import { stopFindings } from "./stop-findings.ts";
import type { Origin, World } from "./world.ts";

/** How long an ended channel waits for the engine to say how the container ended. */
const exitNewsMs = 2_000;

interface Life {
  readonly container: RunningContainer;
  readonly output: OutputCapture;
  readonly sampling: { readonly stop: AbortController; readonly done: Promise<void> };
  readonly session: Session;
}

/** One server of a manager, from its declaration to its removal; at most one container at a time. */
export class ManagedServer {
  readonly name: string;
  readonly spec: ServerSpec;
  state: ServerState = "declared";
  reason: string | null = null;
  readonly #facts: ServerFacts;
  #world: World;
  #origin: Origin;
  #resolved: ResolvedServer | undefined;
  #life: Life | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(name: string, spec: ServerSpec, world: World, origin: Origin) {
    this.name = name;
    this.spec = spec;
    this.#world = world;
    this.#origin = origin;
    this.#facts = noFacts(spec);
  }

  /** What is known of it so far. */
  get facts(): Readonly<ServerFacts> {
    return this.#facts;
  }

  get isRunning(): boolean {
    return this.#life !== undefined && this.state === "ready";
  }

  /** The open session. Rejects SERVER_NOT_RUNNING when there is none. */
  get session(): Session {
    if (this.#life === undefined) {
      throw new Fault("SERVER_NOT_RUNNING", `Server "${this.name}" is ${this.state}.`);
    }
    return this.#life.session;
  }

  /** Builds, creates, starts and waits for the first MCP answer; a second call joins the first. */
  start(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    this.#starting ??= this.#start(progress, signal).catch((thrown: unknown) => {
      this.#starting = undefined;
      const fault = asFault(thrown);
      this.#enter("failed", fault.message);
      throw fault;
    });
    return this.#starting;
  }

  /** The stop ladder, then removal of the container. Safe at any moment and more than once. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop().finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** Asks the server for the names of its tools. */
  async listTools(): Promise<readonly string[]> {
    const reply = await this.session.list("tools", { timeoutMs: this.spec.ready.timeout });
    const tools = reply.kind === "result" ? Object(reply.result)["tools"] : [];
    this.#facts.tools = Array.isArray(tools)
      ? tools.map((tool) => String(Object(tool)["name"]))
      : [];
    return this.#facts.tools;
  }

  async #start(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    const { clock, record } = this.#world;
    const engine = await this.#world.engine();
    this.#enter("building");
    const began = clock.monotonicMs();
    this.#resolved = await resolveImage(this.spec, {
      engine,
      clock,
      signal,
      templatesFolder: this.#world.templates,
      workspaceRoot: this.#origin.workspace,
      runFileFolder: this.#origin.folder,
      cacheFolder: this.#world.cacheFolder,
      ...this.#world.buildEnvironment,
      onProgress: (line) => progress(`${this.name}: ${line}`),
    });
    this.#note({
      template: this.#resolved.template,
      image: this.#resolved.image,
      imageId: this.#resolved.imageId,
      buildMs: clock.monotonicMs() - began,
    });
    const era = this.#world.eras.get(this.#resolved.imageId);
    const protocol = this.spec.protocol === "auto" ? (era ?? "auto") : this.spec.protocol;
    try {
      await this.#launch(protocol, signal);
    } catch (thrown) {
      if (!(thrown instanceof ProbeEndedServer)) {
        throw thrown;
      }
      // Some servers end when asked anything before `initialize`; a fresh container gets the legacy handshake.
      await this.#launch("legacy", signal);
    }
    const { session } = this;
    this.#world.eras.set(this.#resolved.imageId, session.era);
    this.#enter("ready");
    progress(
      `${this.name}: ready, MCP ${session.revision}, ${session.serverInfo.name ?? "unnamed"} ${session.serverInfo.version ?? ""}`.trimEnd(),
    );
  }

  async #launch(protocol: ServerSpec["protocol"], signal: AbortSignal): Promise<void> {
    const { clock, record } = this.#world;
    const resolved = this.#resolved;
    if (resolved === undefined) {
      throw new Fault("INTERNAL", `Server "${this.name}" was launched before its image was known.`);
    }
    signal.throwIfAborted();
    this.#enter("creating");
    const engine = await this.#world.engine();
    const plan = await planContainer(this.name, this.spec, resolved, this.#origin);
    const output = captureOutput(this.name, { record, clock });
    const stdout = createByteRelay();
    const container = await this.#world.startSlot(() =>
      startContainer(engine, plan, this.#world.ownership, {
        clock,
        onStdout: stdout.push,
        onStderr: output.stderr,
      }),
    );
    this.#enter("starting");
    this.#note({
      containerId: container.id,
      createMs: container.createMs,
      isolation: JSON.stringify(container.isolation),
    });
    const sampling = this.#sample(container.id);
    this.#facts.startedAtMs = clock.nowMs();
    const startedAt = clock.monotonicMs();
    try {
      const session = await connectStdio(
        {
          write: (bytes) => container.attachment.write(bytes),
          end: () => container.attachment.end(),
          onData: stdout.listen,
          ended: container.attachment.ended,
        },
        {
          server: this.name,
          protocol,
          readyTimeoutMs: this.spec.ready.timeout,
          maxMessageBytes: this.spec.max_message,
          tap: output.tap,
          clientInfo: { name: "docker-mcp-manager", version: this.#world.version },
          explainEnd: () => this.#explainEnd(container, output),
          signal,
        },
        clock,
      );
      this.#note({
        readyMs: clock.monotonicMs() - startedAt,
        revision: session.revision,
        serverName: session.serverInfo.name,
        serverVersion: session.serverInfo.version,
      });
      this.#life = { container, output, sampling, session };
      this.#watch(this.#life);
    } catch (thrown) {
      await this.#discard(container, output, sampling);
      throw thrown;
    }
  }

  async #stop(): Promise<void> {
    await this.#starting?.catch(() => undefined);
    this.#starting = undefined;
    const life = this.#life;
    if (life === undefined) {
      return;
    }
    this.#life = undefined;
    const failed = this.state === "failed";
    if (!failed) {
      this.#enter("stopping");
    }
    const report = await this.#discard(life.container, life.output, life.sampling);
    life.session.close();
    if (failed) {
      return;
    }
    for (const finding of stopFindings(this.name, this.spec, report)) {
      this.#world.record.finding({
        ...finding,
        server: this.name,
        atMs: this.#world.clock.nowMs(),
        stepId: null,
      });
    }
    this.#enter("stopped", describeExit(report.exit, this.spec.limits.memory));
  }

  async #discard(
    container: RunningContainer,
    output: OutputCapture,
    sampling: Life["sampling"],
  ): Promise<StopReport> {
    const report = await container.stop();
    sampling.stop.abort();
    await Promise.all([sampling.done, container.remove()]);
    const counts = output.finish();
    this.#note({
      exitCode: report.exit.exitCode,
      oomKilled: report.exit.oomKilled,
      ...counts,
    });
    return report;
  }

  #sample(containerId: string): Life["sampling"] {
    const stop = new AbortController();
    const done = this.#world
      .engine()
      .then((engine) =>
        sampleServer(engine, containerId, this.name, { ...this.#world, signal: stop.signal }),
      );
    return { stop, done };
  }

  /** A server that ends by itself is failed at once, not when somebody next calls it. */
  #watch(life: Life): void {
    void life.container.exited.then((exit) => {
      if (this.#life === life && this.state === "ready") {
        this.#enter("failed", `The server ${describeExit(exit, this.spec.limits.memory)}.`);
      }
    });
  }

  async #explainEnd(container: RunningContainer, output: OutputCapture): Promise<string> {
    const patience = new AbortController();
    const exit: ExitInfo | undefined = await Promise.race([
      container.exited,
      this.#world.clock.sleep(exitNewsMs, patience.signal).then(
        () => undefined,
        () => undefined,
      ),
    ]);
    patience.abort();
    if (exit === undefined) {
      return `closed its stdout, but its process is still alive${quoteTail(output.tail())}`;
    }
    await container.attachment.ended;
    return `${describeExit(exit, this.spec.limits.memory)}${quoteTail(output.tail())}`;
  }

  #note(patch: Partial<Omit<ServerRow, "name">>): void {
    for (const key of ["image", "containerId", "revision", "readyMs", "exitCode"] as const) {
      Object.assign(this.#facts, patch[key] === undefined ? {} : { [key]: patch[key] });
    }
    this.#world.record.server(this.name, patch);
  }

  #enter(state: ServerState, reason: string | null = null): void {
    this.state = state;
    this.reason = reason;
    this.#note({ state, reason });
    this.#world.record.transition({
      server: this.name,
      atMs: this.#world.clock.nowMs(),
      state,
      reason,
    });
  }
}
