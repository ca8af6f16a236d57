import type { Condition, Position, ServiceSpec } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import type { OutputCapture } from "../log/index.ts";
import type { ServerState } from "../record/index.ts";
import { plural } from "../text/index.ts";
import { noAttempts } from "./attempts.ts";
import { describeEnd } from "./explain-end.ts";
import type { ImageOnce } from "./image-once.ts";
import { outputCounts } from "./launch.ts";
import type { Needs } from "./needs.ts";
import { originOf } from "./origin-of.ts";
import { embody, type ServiceBody } from "./service-body.ts";
import { type HealthPlan, healthPlan, untilHealthy } from "./service-health.ts";
import { createMilestones, type Milestones } from "./service-milestones.ts";
import type { Origin, World } from "./world.ts";

export interface ServiceDeclaration {
  readonly name: string;
  readonly spec: ServiceSpec;
  readonly origin: Origin;
  readonly at: Position;
  readonly image: ImageOnce;
  /** What it waits for itself. */
  readonly needs: Needs;
}

/** Lines of its output that a fault quotes. */
const quoted = 10;
const longestLine = 500;

/** A side container of a run: started once, by whoever waits for it first, and stopped with the run. */
export class ManagedService {
  readonly #declaration: ServiceDeclaration;
  readonly #world: World;
  readonly #ending = new AbortController();
  readonly #milestones: Milestones;
  #state: ServerState = "declared";
  #reason: string | null = null;
  #body: ServiceBody | undefined;
  #work: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #lines: string[] = [];
  #isFinished = false;

  constructor(declaration: ServiceDeclaration, world: World) {
    this.#declaration = declaration;
    this.#world = world;
    this.#milestones = createMilestones(declaration.name);
    const { spec, at } = declaration;
    world.record.server(this.name, {
      role: "service",
      template: spec.image === undefined ? "dockerfile" : "image",
      state: "declared",
      line: at.line,
      column: at.column,
    });
  }

  get name(): string {
    return this.#declaration.name;
  }

  get spec(): ServiceSpec {
    return this.#declaration.spec;
  }

  get state(): ServerState {
    return this.#state;
  }

  get reason(): string | null {
    return this.#reason;
  }

  get containerId(): string | null {
    return this.#body?.container.id ?? null;
  }

  /** Whether the engine may hold a container of it. */
  get hasContainer(): boolean {
    return this.#body !== undefined;
  }

  /** Starts it, if nobody did. Never rejects: who needs it waits for what it needs. */
  start(progress: (line: string) => void): Promise<void> {
    this.#work ??= this.#run(progress).catch((thrown: unknown) => {
      const { signal } = this.#ending;
      const { message } = asFault(signal.aborted ? signal.reason : thrown);
      this.#fail(
        signal.aborted ? "stopped" : "failed",
        signal.aborted ? "was stopped" : `could not be started: ${message}`,
      );
      progress(`${this.name}: ${this.#reason ?? message}`);
    });
    return this.#work;
  }

  /** Rejects when that cannot come any more, in words that name it; also when it came, and is over. */
  waitFor(condition: Condition | "up"): Promise<void> {
    return this.#milestones.reached(condition);
  }

  /** Ends and removes it; safe to call at any moment, and twice. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop().catch((thrown: unknown) => {
      this.#stopping = undefined;
      throw thrown;
    });
    return this.#stopping;
  }

  async #run(progress: (line: string) => void): Promise<void> {
    const { name, spec, origin, image, needs } = this.#declaration;
    const { signal } = this.#ending;
    const { clock, record } = this.#world;
    this.#enter("building");
    const [resolved] = await Promise.all([
      image((line) => progress(`${name}: ${line}`), signal),
      needs(signal),
    ]);
    record.server(name, originOf(resolved));
    signal.throwIfAborted();
    this.#enter("creating");
    const redactor = this.#world.redactor();
    const onLine = (line: string) => {
      const shown = redactor.redact(line).slice(0, longestLine);
      this.#lines = [...this.#lines, shown].filter((each) => each !== "").slice(-quoted);
    };
    const attempts = noAttempts();
    const body = await embody({ name, spec, origin, resolved, attempts, onLine }, this.#world);
    this.#body = body;
    const { container, engine } = body;
    const startedMs = clock.monotonicMs();
    record.server(name, {
      containerId: container.id,
      createMs: container.createMs,
      isolation: JSON.stringify(container.isolation),
    });
    this.#enter("starting");
    void this.#follow(body);
    const found = await engine.inspectImage(resolved.imageId);
    const plan = healthPlan(spec.healthcheck, found?.healthcheck);
    this.#milestones.started(plan !== undefined);
    if (plan === undefined || (await this.#becomesHealthy(plan, body))) {
      record.server(name, { readyMs: clock.monotonicMs() - startedMs });
      this.#enter("ready", plan === undefined ? "started; nothing checks its health" : null);
      this.#milestones.healthy();
      progress(`${name}: ${plan === undefined ? "started" : "healthy"}`);
    }
  }

  /** false: it ended or failed. */
  async #becomesHealthy(
    plan: HealthPlan,
    { container, engine }: Pick<ServiceBody, "container" | "engine">,
  ): Promise<boolean> {
    const { signal } = this.#ending;
    const { over } = this.#milestones;
    const either = AbortSignal.any([signal, over]);
    try {
      const { clock } = this.#world;
      const failure = await untilHealthy(plan, container, engine, clock, either);
      if (failure !== undefined && !over.aborted) {
        const how = `was not healthy after ${plural(plan.retries, "check")}: ${failure}`;
        this.#fail("failed", this.#withOutput(how));
      }
    } catch (thrown) {
      // Its end is told by who follows it.
      if (!over.aborted) {
        throw thrown;
      }
    }
    return !over.aborted;
  }

  /** What becomes of it when it ends by itself. */
  async #follow({ container, output }: ServiceBody): Promise<void> {
    const exit = await container.exited.catch(() => undefined);
    if (exit === undefined || this.#ending.signal.aborted) {
      return;
    }
    await container.attachment.ended;
    const { clock, record } = this.#world;
    const memory = this.spec.limits.memory;
    const how = await describeEnd(container, exit, memory, clock);
    record.server(this.name, { exitCode: exit.exitCode, oomKilled: exit.oomKilled });
    this.#finish(output);
    const missing = this.#milestones.missing();
    if (exit.exitCode === 0) {
      this.#enter("stopped", how);
      this.#milestones.completed(`the service "${this.name}", which ${how}${missing}`);
      return;
    }
    const told = this.#withOutput(`${how}${missing}`);
    this.#fail("failed", told);
    if (missing === "") {
      record.finding({
        server: this.name,
        code: "service-ended",
        severity: "warning",
        message: `Service "${this.name}" ${told}`,
        atMs: clock.nowMs(),
        stepId: null,
      });
    }
  }

  /** `how` continues the sentence that names it. */
  #fail(state: "failed" | "stopped", how: string): void {
    if (!this.#milestones.over.aborted) {
      this.#enter(state, how);
      this.#milestones.failed(`the service "${this.name}", which ${how}`);
    }
  }

  async #stop(): Promise<void> {
    this.#ending.abort(new Fault("INTERRUPTED", `Service "${this.name}" was stopped.`));
    await this.#work;
    const body = this.#body;
    if (body === undefined) {
      return;
    }
    const { container, output } = body;
    const runs = this.#state === "ready";
    if (runs) {
      this.#enter("stopping");
    }
    const sampled = body.lastSample();
    const { exit } = await container.stop();
    await Promise.all([sampled, container.remove()]);
    this.#body = undefined;
    this.#finish(output);
    if (runs) {
      const { exitCode, oomKilled } = exit;
      this.#world.record.server(this.name, { exitCode, oomKilled });
      this.#fail("stopped", "was stopped");
    }
  }

  /** Once: it may have ended before it is stopped. */
  #finish(output: OutputCapture): void {
    if (!this.#isFinished) {
      this.#isFinished = true;
      this.#world.record.server(this.name, outputCounts(output.finish()));
    }
  }

  #withOutput(how: string): string {
    const [last, ...before] = this.#lines.toReversed();
    const earlier = before.length === 0 ? "" : `\nbefore that:\n${before.toReversed().join("\n")}`;
    return last === undefined
      ? `${how}; it said nothing`
      : `${how}; it said last: ${last}${earlier}`;
  }

  #enter(state: ServerState, reason: string | null = null): void {
    this.#state = state;
    this.#reason = reason;
    const atMs = this.#world.clock.nowMs();
    this.#world.record.transition({ server: this.name, atMs, state, reason });
  }
}
