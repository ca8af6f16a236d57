import type { Condition, Position, ServiceSpec } from "../../config/index.ts";
import type { ExitInfo } from "../../engine/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import type { OutputCapture } from "../../log/index.ts";
import type { ServerState } from "../../record/index.ts";
import { plural } from "../../text/index.ts";
import type { ImageOnce } from "../image-once.ts";
import type { Needs } from "../needs.ts";
import { noAttempts } from "../server/attempts.ts";
import { describeEnd } from "../server/explain-end.ts";
import { outputCounts } from "../server/launch.ts";
import { originOf } from "../server/origin-of.ts";
import type { Origin, World } from "../world.ts";
import { embody, type ServiceBody } from "./body.ts";
import { ServiceChronicle, type ServiceFacts } from "./chronicle.ts";
import { type HealthPlan, healthPlan, untilHealthy } from "./health.ts";
import { createMilestones, type Milestones } from "./milestones.ts";

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
  readonly #chronicle: ServiceChronicle;
  readonly #milestones: Milestones;
  readonly #ending = new AbortController();
  #body: ServiceBody | undefined;
  #work: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #lines: readonly string[] = [];
  #isFinished = false;

  constructor(declaration: ServiceDeclaration, world: World) {
    const { name, at } = declaration;
    this.#declaration = declaration;
    this.#world = world;
    this.#milestones = createMilestones(name);
    this.#chronicle = new ServiceChronicle(name, { template: this.kind, ...at }, world);
  }

  get name(): string {
    return this.#declaration.name;
  }

  get spec(): ServiceSpec {
    return this.#declaration.spec;
  }

  /** How it is made, as servers have the name of a template. */
  get kind(): string {
    const { mock_http: mock, image } = this.spec;
    return mock === undefined ? (image === undefined ? "dockerfile" : "image") : "mock-http";
  }

  get state(): ServerState {
    return this.#chronicle.state;
  }

  get reason(): string | null {
    return this.#chronicle.reason;
  }

  get facts(): Readonly<ServiceFacts> {
    return this.#chronicle.facts;
  }

  /** Whether the engine may hold a container of it. */
  get hasContainer(): boolean {
    return this.#body !== undefined;
  }

  /** Whether there will be more of its output. */
  get isRunning(): boolean {
    return this.#body !== undefined && !this.#isFinished;
  }

  /** Starts it, if nobody did. Never rejects: who needs it waits for what it needs. */
  start(progress: (line: string) => void): Promise<void> {
    this.#work ??= this.#run(progress).catch((thrown: unknown) => {
      const { signal } = this.#ending;
      const { message } = asFault(thrown);
      this.#fail(
        signal.aborted ? "stopped" : "failed",
        signal.aborted ? "was stopped" : `could not be started: ${message}`,
      );
      progress(`${this.name}: ${this.reason ?? message}`);
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
    const { clock } = this.#world;
    const chronicle = this.#chronicle;
    chronicle.enter("building");
    const [resolved] = await Promise.all([
      image((line) => progress(`${name}: ${line}`), signal),
      needs(signal),
    ]);
    chronicle.note(originOf(resolved));
    signal.throwIfAborted();
    chronicle.enter("creating");
    const redactor = this.#world.redactor();
    const onLine = (line: string) => {
      const shown = redactor.redact(line).slice(0, longestLine);
      this.#lines = [...this.#lines, shown].filter((each) => each !== "").slice(-quoted);
    };
    const onSample = chronicle.sampled.bind(chronicle);
    const onUnmatched = (message: string) => chronicle.warn("mock-unmatched", message);
    const listeners = { onLine, onSample, onUnmatched };
    const made = { name, spec, origin, resolved, attempts: noAttempts(), ...listeners };
    const body = await embody(made, this.#world);
    this.#body = body;
    const { container, engine } = body;
    const startedMs = clock.monotonicMs();
    chronicle.note({
      containerId: container.id,
      createMs: container.createMs,
      isolation: JSON.stringify(container.isolation),
    });
    chronicle.enter("starting");
    void this.#follow(body);
    const found = await engine.inspectImage(resolved.imageId);
    const plan = healthPlan(spec.healthcheck, found?.healthcheck);
    this.#milestones.started(plan !== undefined);
    const isUp =
      plan === undefined ? !this.#milestones.over.aborted : await this.#heals(plan, body);
    if (isUp) {
      chronicle.note({ readyMs: clock.monotonicMs() - startedMs });
      chronicle.enter("ready", plan === undefined ? "started; nothing checks its health" : null);
      this.#milestones.healthy();
      progress(`${name}: ${plan === undefined ? "started" : "healthy"}`);
    }
  }

  /** Whether it becomes healthy; false: it ended or failed. */
  async #heals(
    plan: HealthPlan,
    { container, engine }: Pick<ServiceBody, "container" | "engine">,
  ): Promise<boolean> {
    const { over } = this.#milestones;
    const either = AbortSignal.any([this.#ending.signal, over]);
    try {
      const { clock } = this.#world;
      const failure = await untilHealthy(plan, container, engine, clock, either);
      if (failure !== undefined) {
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

  /** Hears of it when it ends by itself. */
  async #follow(body: ServiceBody): Promise<void> {
    const exit = await body.container.exited.catch(() => undefined);
    if (exit !== undefined && !this.#ending.signal.aborted) {
      await this.#ended(exit, body);
    }
  }

  /** What becomes of it when it ended by itself. */
  async #ended(exit: ExitInfo, { container, output }: ServiceBody): Promise<void> {
    this.#milestones.ends();
    await container.attachment.ended;
    const how = await describeEnd(container, exit, this.spec.limits.memory, this.#world.clock);
    this.#chronicle.note({ exitCode: exit.exitCode, oomKilled: exit.oomKilled });
    this.#finish(output);
    const missing = this.#milestones.missing();
    if (exit.exitCode === 0) {
      this.#chronicle.enter("stopped", how);
      this.#milestones.completed(`the service "${this.name}", which ${how}${missing}`);
      return;
    }
    const told = this.#withOutput(`${how}${missing}`);
    this.#fail("failed", told);
    if (missing === "") {
      this.#chronicle.warn("service-ended", `Service "${this.name}" ${told}`);
    }
  }

  /** `how` continues the sentence that names it. */
  #fail(state: "failed" | "stopped", how: string): void {
    if (!this.#milestones.over.aborted) {
      this.#chronicle.enter(state, how);
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
    const runs = this.state === "ready";
    if (runs) {
      this.#chronicle.enter("stopping");
    }
    const sampled = body.lastSample();
    const { exit, rung } = await container.stop();
    if (runs && rung === "already-exited") {
      // It went down by itself just before, and nobody has heard of it yet.
      await this.#ended(exit, body);
    }
    await Promise.all([sampled, container.remove()]);
    this.#body = undefined;
    this.#finish(output);
    if (runs && rung !== "already-exited") {
      this.#chronicle.note({ exitCode: exit.exitCode, oomKilled: exit.oomKilled });
      this.#fail("stopped", "was stopped");
    }
  }

  /** Once: it may have ended before it is stopped. */
  #finish(output: OutputCapture): void {
    if (!this.#isFinished) {
      this.#isFinished = true;
      this.#chronicle.note(outputCounts(output.finish()));
    }
  }

  #withOutput(how: string): string {
    // The end of its stderr, if there is any: in which order the two streams came is not known.
    const stderr = this.#body?.output.tail() ?? [];
    const lines = stderr.length > 0 ? stderr.slice(-quoted) : this.#lines;
    const [last, ...before] = lines.toReversed();
    const earlier = before.length === 0 ? "" : `\nbefore that:\n${before.toReversed().join("\n")}`;
    return last === undefined
      ? `${how}; it said nothing`
      : `${how}; it said last: ${last}${earlier}`;
  }
}
