import { z } from "zod";
import type { ServerSpec } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import { ProbeEndedServer, type Session } from "../mcp/index.ts";
import type { ServerRow, ServerState } from "../record/index.ts";
import { type ResolvedServer, resolveImage } from "../registry/index.ts";
import { describeExit } from "./explain-end.ts";
import { type Life, launch, outputCounts } from "./launch.ts";
import { noFacts, type ServerFacts } from "./server-facts.ts";
import { stopFindings } from "./stop-findings.ts";
import type { Origin, World } from "./world.ts";

const toolList = z.object({ tools: z.array(z.object({ name: z.string() })) });

/** One server of a manager, from its declaration to its removal; at most one container at a time. */
export class ManagedServer {
  readonly name: string;
  readonly spec: ServerSpec;
  state: ServerState = "declared";
  reason: string | null = null;
  readonly #facts: ServerFacts;
  readonly #world: World;
  readonly #origin: Origin;
  #life: Life | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #wanted = new AbortController();

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

  /** Whether the engine may hold a container of it. */
  get hasContainer(): boolean {
    return this.#life !== undefined;
  }

  get isRunning(): boolean {
    return this.#life !== undefined && this.state === "ready";
  }

  /** The open session. Throws SERVER_NOT_RUNNING when there never was one or it was stopped. */
  get session(): Session {
    if (this.#life === undefined) {
      throw new Fault("SERVER_NOT_RUNNING", `Server "${this.name}" is ${this.state}.`);
    }
    return this.#life.session;
  }

  /** Builds, creates, starts and waits for the first MCP answer; a second call joins the first. */
  start(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    if (this.#starting === undefined) {
      this.#wanted = new AbortController();
      const either = AbortSignal.any([signal, this.#wanted.signal]);
      this.#starting = this.#start(progress, either).catch((thrown: unknown) => {
        this.#starting = undefined;
        const fault = asFault(thrown);
        this.#enter("failed", fault.message);
        throw fault;
      });
    }
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
    this.#facts.tools = reply.kind === "result" ? toolNames(reply.result) : [];
    return this.#facts.tools;
  }

  async #start(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    const resolved = await this.#resolve(progress, signal);
    const era = this.#world.eras.get(resolved.imageId);
    const protocol = this.spec.protocol === "auto" ? (era ?? "auto") : this.spec.protocol;
    const life = await this.#launch(resolved, protocol, signal).catch((thrown: unknown) => {
      if (thrown instanceof ProbeEndedServer) {
        // Some servers end when asked anything before `initialize`; a fresh container gets the handshake that fits.
        return this.#launch(resolved, thrown.retryWith, signal);
      }
      throw thrown;
    });
    this.#life = life;
    this.#world.eras.set(resolved.imageId, life.session.era);
    this.#enter("ready");
    this.#watch(life);
    const { revision, serverInfo } = life.session;
    const called = [serverInfo.name ?? "unnamed", serverInfo.version].filter(Boolean).join(" ");
    progress(`${this.name}: ready, MCP ${revision}, ${called}`);
  }

  async #resolve(progress: (line: string) => void, signal: AbortSignal): Promise<ResolvedServer> {
    const { clock } = this.#world;
    const engine = await this.#world.engine();
    this.#enter("building");
    const resolved = await resolveImage(this.spec, {
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
    const { template, image, imageId, buildMs } = resolved;
    this.#note({ template, image, imageId, buildMs });
    return resolved;
  }

  #launch(
    resolved: ResolvedServer,
    protocol: ServerSpec["protocol"],
    signal: AbortSignal,
  ): Promise<Life> {
    this.#enter("creating");
    return launch(
      {
        name: this.name,
        spec: this.spec,
        protocol,
        resolved,
        origin: this.#origin,
        signal,
        onStarting: () => {
          this.#facts.startedAtMs = this.#world.clock.nowMs();
          this.#enter("starting");
        },
        onSample: (sample) => {
          this.#facts.lastSample = sample;
        },
        note: (patch) => this.#note(patch),
      },
      this.#world,
    );
  }

  async #stop(): Promise<void> {
    this.#wanted.abort(
      new Fault("INTERRUPTED", `Server "${this.name}" was stopped while it started.`),
    );
    await this.#starting?.catch(() => undefined);
    this.#starting = undefined;
    const life = this.#life;
    if (life === undefined) {
      return;
    }
    const crashed = this.state === "failed";
    if (!crashed) {
      this.#enter("stopping");
    }
    const report = await life.end();
    this.#life = undefined;
    await life.session.close();
    const { exitCode, oomKilled } = report.exit;
    this.#note({ exitCode, oomKilled, ...outputCounts(report) });
    if (crashed) {
      return;
    }
    const atMs = this.#world.clock.nowMs();
    for (const finding of stopFindings(this.name, this.spec, report)) {
      this.#world.record.finding({ ...finding, server: this.name, atMs, stepId: null });
    }
    this.#enter("stopped", describeExit(report.exit, this.spec.limits.memory));
  }

  /** A server that ends by itself is failed at once, not when somebody next calls it. */
  #watch(life: Life): void {
    void life.container.exited.then((exit) => {
      if (this.#life === life && this.state === "ready") {
        this.#enter("failed", `The server ${describeExit(exit, this.spec.limits.memory)}.`);
      }
    });
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
    const atMs = this.#world.clock.nowMs();
    this.#world.record.server(this.name, { state, reason });
    this.#world.record.transition({ server: this.name, atMs, state, reason });
  }
}

function toolNames(result: unknown): string[] {
  const parsed = toolList.safeParse(result);
  return parsed.success ? parsed.data.tools.map(({ name }) => name) : [];
}
