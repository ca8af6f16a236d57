import type { ServerView } from "../../api/index.ts";
import type { SampleRow, ServerRow, ServerState } from "../../record/index.ts";
import type { World } from "../world.ts";

/** What clients of the manager see of a service. */
export type ServiceFacts = Pick<
  ServerView,
  "image" | "containerId" | "readyMs" | "startedAtMs" | "exitCode" | "cpuPercent" | "memoryBytes"
>;

/** The state of one service and what is known of it, all of which goes into the record as it comes. */
export class ServiceChronicle {
  readonly #name: string;
  readonly #world: Pick<World, "clock" | "record">;
  #state: ServerState = "declared";
  #reason: string | null = null;
  #facts: ServiceFacts = {
    image: null,
    containerId: null,
    readyMs: null,
    startedAtMs: null,
    exitCode: null,
    cpuPercent: null,
    memoryBytes: null,
  };

  constructor(
    name: string,
    declared: Pick<ServerRow, "template" | "line" | "column">,
    world: Pick<World, "clock" | "record">,
  ) {
    this.#name = name;
    this.#world = world;
    world.record.server(name, { role: "service", state: "declared", ...declared });
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Why it is in this state, where there is something to say. */
  get reason(): string | null {
    return this.#reason;
  }

  get facts(): Readonly<ServiceFacts> {
    return this.#facts;
  }

  enter(state: ServerState, reason: string | null = null): void {
    this.#state = state;
    this.#reason = reason;
    const atMs = this.#world.clock.nowMs();
    if (state === "starting") {
      this.#facts = { ...this.#facts, startedAtMs: atMs };
    }
    this.#world.record.transition({ server: this.#name, atMs, state, reason });
  }

  note(patch: Partial<Omit<ServerRow, "name">>): void {
    for (const key of ["image", "containerId", "readyMs", "exitCode"] as const) {
      Object.assign(this.#facts, patch[key] === undefined ? {} : { [key]: patch[key] });
    }
    this.#world.record.server(this.#name, patch);
  }

  sampled({ cpuPercent, memoryBytes }: SampleRow): void {
    this.#facts = { ...this.#facts, cpuPercent, memoryBytes };
  }

  /** Something about it that whoever reads the report should know. */
  warn(code: string, message: string): void {
    const atMs = this.#world.clock.nowMs();
    const { record } = this.#world;
    record.finding({
      server: this.#name,
      code,
      severity: "warning",
      message,
      atMs,
      stepId: null,
    });
  }
}
