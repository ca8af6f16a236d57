import { mayFollow } from "../../controller/index.ts";
import type { WireFinding } from "../../mcp/index.ts";
import type { ServerRow, ServerState } from "../../record/index.ts";
import type { World } from "../world.ts";
import type { Declaration } from "./declaration.ts";
import { outputCounts } from "./launch.ts";
import type { LifeEnd } from "./life.ts";
import { noFacts, type ServerFacts } from "./server-facts.ts";
import { stopFindings } from "./stop-findings.ts";

/** The state of one server and what is known of it, all of which goes into the record as it comes. */
export class Chronicle {
  readonly facts: ServerFacts;
  readonly #declaration: Declaration;
  readonly #world: Pick<World, "clock" | "record">;
  #state: ServerState = "declared";
  #reason: string | null = null;

  constructor(declaration: Declaration, world: Pick<World, "clock" | "record">) {
    this.facts = noFacts(declaration.spec);
    this.#declaration = declaration;
    this.#world = world;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Why it is in this state, where there is something to say. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Throws for a step that the table of states does not have: that would be our bug. */
  enter(state: ServerState, reason: string | null = null): void {
    const { name, isFresh } = this.#declaration;
    if (!mayFollow(this.#state, state)) {
      throw new Error(`server "${name}" cannot go from ${this.#state} to ${state}`);
    }
    this.#state = state;
    this.#reason = reason;
    if (isFresh) {
      return;
    }
    const atMs = this.#world.clock.nowMs();
    this.#world.record.server(name, { state, reason });
    this.#world.record.transition({ server: name, atMs, state, reason });
  }

  /** Says more of the state it is in. */
  explain(reason: string): void {
    this.#reason = reason;
    if (!this.#declaration.isFresh) {
      this.#world.record.server(this.#declaration.name, { reason });
    }
  }

  note(patch: Partial<Omit<ServerRow, "name">>): void {
    for (const key of ["image", "containerId", "revision", "readyMs", "exitCode"] as const) {
      Object.assign(this.facts, patch[key] === undefined ? {} : { [key]: patch[key] });
    }
    this.#world.record.server(this.#declaration.name, patch);
  }

  /** Every container of a server would tell its faults again: each is told once. */
  find(finding: WireFinding): void {
    const { name, shared } = this.#declaration;
    if (shared.told.has(finding.code)) {
      return;
    }
    shared.told.add(finding.code);
    const atMs = this.#world.clock.nowMs();
    this.#world.record.finding({ ...finding, server: name, atMs, stepId: null });
  }

  /** How a life ended; `judge`: whether that says something about the server. */
  noteEnd({ stop, counts }: LifeEnd, judge: boolean): void {
    this.note(outputCounts(counts));
    if (stop === null) {
      return;
    }
    this.note({ exitCode: stop.exit.exitCode, oomKilled: stop.exit.oomKilled });
    if (judge) {
      const { name, spec } = this.#declaration;
      const revision = this.facts.revision ?? undefined;
      stopFindings(name, spec, revision, stop).forEach((finding) => this.find(finding));
    }
  }
}
