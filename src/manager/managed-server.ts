import type { ServerSpec } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import { ProbeEndedServer, type Session, type WireFinding } from "../mcp/index.ts";
import type { ServerRow, ServerState } from "../record/index.ts";
import type { ResolvedServer } from "../registry/index.ts";
import type { AnswerBook } from "../scenario/index.ts";
import { recordBill } from "./bill.ts";
import type { Declaration } from "./declaration.ts";
import { eraKey } from "./era-key.ts";
import { describeExit } from "./explain-end.ts";
import { lastLook } from "./last-look.ts";
import { launch, noteOf, outputCounts } from "./launch.ts";
import type { Life, LifeEnd } from "./life.ts";
import { originOf } from "./origin-of.ts";
import { noFacts, type ServerFacts } from "./server-facts.ts";
import { stopFindings } from "./stop-findings.ts";
import { toolNames } from "./tool-names.ts";
import type { World } from "./world.ts";

/** One server of a manager, from its declaration to its removal; at most one container at a time. */
export class ManagedServer {
  readonly declaration: Declaration;
  readonly #world: World;
  readonly #facts: ServerFacts;
  state: ServerState = "declared";
  reason: string | null = null;
  #life: Life | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #wanted = new AbortController();
  #endExpected = false;

  constructor(declaration: Declaration, world: World) {
    this.declaration = declaration;
    this.#world = world;
    this.#facts = noFacts(declaration.spec);
  }

  get name(): string {
    return this.declaration.name;
  }

  get spec(): ServerSpec {
    return this.declaration.spec;
  }

  /** The scripted answers of our client's side. */
  get answers(): AnswerBook {
    return this.declaration.answers;
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

  /** What was started. Throws SERVER_NOT_RUNNING when there never was anything or it was stopped. */
  get life(): Life {
    if (this.#life === undefined) {
      throw new Fault("SERVER_NOT_RUNNING", `Server "${this.name}" is ${this.state}.`);
    }
    return this.#life;
  }

  /** The open session. Throws SERVER_NOT_RUNNING when there is none. */
  get session(): Session {
    return this.life.session;
  }

  stderrMark(): number {
    return this.declaration.shared.recent.mark();
  }

  /** Its stderr lines after a mark, those of an earlier container too. */
  stderrSince(mark: number): string {
    const { recent } = this.declaration.shared;
    const kept = () => this.#world.redactor().redact(recent.since(mark).join("\n"));
    return this.#life?.output.stderrSince(mark) ?? kept();
  }

  /** Builds, creates, starts and waits for the first MCP answer; a second call joins the first. */
  start(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    if (this.#starting === undefined) {
      this.#wanted = new AbortController();
      this.#endExpected = false;
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

  /**
   * The stop ladder, then removal of the container. Safe at any moment and more than once.
   *
   * `judge`: it has done its work, so whether it rests when nothing is asked is looked at first.
   */
  stop({ judge }: { readonly judge?: AbortSignal } = {}): Promise<void> {
    this.#stopping ??= this.#stop(judge).finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** Opens a new session to what runs. */
  async reconnect(signal: AbortSignal): Promise<void> {
    const { life } = this;
    await life.cut();
    this.#note(noteOf(await life.connect(signal)));
  }

  /** The next end of it is meant, and no failure. */
  expectEnd(): void {
    this.#endExpected = true;
  }

  /** Writes down that it was used only through containers of its own, one for each scenario. */
  wasFresh(): void {
    this.#enter("stopped", "each of its scenarios had a container of its own");
  }

  /** Asks the server for the names of its tools. */
  async listTools(): Promise<readonly string[]> {
    const reply = await this.session.list("tools", { timeoutMs: this.spec.ready.timeout });
    this.#facts.tools = reply.kind === "result" ? toolNames(reply.result) : [];
    return this.#facts.tools;
  }

  async #start(progress: (line: string) => void, signal: AbortSignal): Promise<void> {
    const resolved = await this.#resolve(progress, signal);
    const { eras } = this.#world;
    const key = resolved && eraKey(resolved, this.spec.transport);
    const era = key && eras.get(key);
    const protocol = this.spec.protocol === "auto" ? era || "auto" : this.spec.protocol;
    const life = await this.#launch(resolved, protocol, signal).catch((thrown: unknown) => {
      if (thrown instanceof ProbeEndedServer) {
        // Some servers end when asked anything before `initialize`; a fresh container gets the handshake that fits.
        return this.#launch(resolved, thrown.retryWith, signal);
      }
      throw thrown;
    });
    this.#life = life;
    if (key !== null) {
      eras.set(key, life.session.era);
    }
    this.#enter("ready");
    this.#watch(life);
    const { revision, serverInfo } = life.session;
    const called = [serverInfo.name ?? "unnamed", serverInfo.version].filter(Boolean).join(" ");
    progress(`${this.name}: ready, MCP ${revision}, ${called}`);
  }

  /** null: it runs elsewhere. */
  async #resolve(
    progress: (line: string) => void,
    signal: AbortSignal,
  ): Promise<ResolvedServer | null> {
    if (this.spec.url !== undefined) {
      return null;
    }
    this.#enter("building");
    const resolved = await this.declaration.image(
      (line) => progress(`${this.name}: ${line}`),
      signal,
    );
    this.#note(originOf(resolved));
    await recordBill(this.declaration, resolved, this.#world, progress);
    return resolved;
  }

  #launch(
    resolved: ResolvedServer | null,
    protocol: ServerSpec["protocol"],
    signal: AbortSignal,
  ): Promise<Life> {
    const { name, label, spec, origin, answers, shared } = this.declaration;
    this.#enter("creating");
    return launch(
      {
        name,
        label,
        spec,
        origin,
        shared,
        protocol,
        resolved,
        signal,
        client: answers,
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

  async #stop(judge: AbortSignal | undefined): Promise<void> {
    this.#wanted.abort(
      new Fault("INTERRUPTED", `Server "${this.name}" was stopped while it started.`),
    );
    await this.#starting?.catch(() => undefined);
    this.#starting = undefined;
    const life = this.#life;
    if (life === undefined) {
      return;
    }
    const ran = this.state === "ready";
    if (ran && judge !== undefined) {
      const { name, spec } = this;
      const findings = await lastLook({ name, spec, life }, this.#world, judge);
      findings.forEach((finding) => this.#find(finding));
    }
    if (ran) {
      this.#enter("stopping");
    }
    const end = await life.end();
    this.#life = undefined;
    this.#noteEnd(end);
    if (ran) {
      const { stop } = end;
      this.#enter("stopped", stop && describeExit(stop.exit, this.spec.limits.memory));
    }
  }

  #noteEnd({ stop, counts }: LifeEnd): void {
    this.#note(outputCounts(counts));
    if (stop === null) {
      return;
    }
    this.#note({ exitCode: stop.exit.exitCode, oomKilled: stop.exit.oomKilled });
    if (this.state !== "failed" && !this.#endExpected) {
      const revision = this.#facts.revision ?? undefined;
      for (const finding of stopFindings(this.name, this.spec, revision, stop)) {
        this.#find(finding);
      }
    }
  }

  /** Every container of a server would tell its faults again: each is told once. */
  #find(finding: WireFinding): void {
    const { told } = this.declaration.shared;
    if (told.has(finding.code)) {
      return;
    }
    told.add(finding.code);
    const atMs = this.#world.clock.nowMs();
    this.#world.record.finding({ ...finding, server: this.name, atMs, stepId: null });
  }

  /** A server that ends by itself is failed at once, not when somebody next calls it. */
  #watch(life: Life): void {
    const told = life.container?.exited.then(
      (exit) => `The server ${describeExit(exit, this.spec.limits.memory)}.`,
      (thrown: unknown) => asFault(thrown).message,
    );
    void told?.then((how) => {
      if (this.#life === life && this.state === "ready") {
        this.#enter(this.#endExpected ? "stopped" : "failed", how);
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
    if (this.declaration.isFresh) {
      return;
    }
    const atMs = this.#world.clock.nowMs();
    this.#world.record.server(this.name, { state, reason });
    this.#world.record.transition({ server: this.name, atMs, state, reason });
  }
}
