import type {
  BuildImageRequest,
  CallContext,
  CreateServerRequest,
  ImageView,
  LogLine,
  LogsRequest,
  Operations,
  RegisterTemplateRequest,
  RunRequest,
  RunSummary,
  ServerReply,
  ServerRequest,
  ServerView,
  TemplateView,
} from "../api/index.ts";
import type { Clock } from "../clock/index.ts";
import { type Ownership, type Reaper, sweep } from "../controller/index.ts";
import { connectEngine, type Engine, type EngineEnvironment } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { createRedactor, type Redactor } from "../log/index.ts";
import { openRecord, type RecordWriter } from "../record/index.ts";
import type { RegistrySettings } from "../registry/index.ts";
import { limitParallel } from "./limit.ts";
import { followLogs, recentLogs } from "./logs.ts";
import { endRun, runFile } from "./run-file.ts";
import { secretLooking, secretsAmong } from "./secret-looking.ts";
import { sendRequest } from "./send-request.ts";
import { ServerShelf, specOf } from "./server-shelf.ts";
import { settledInTime, sweepRun } from "./teardown.ts";
import { openTemplateDesk, type TemplateDesk } from "./template-desk.ts";
import { matchesStatus, viewServer } from "./view-server.ts";
import type { World } from "./world.ts";

/** Parallel container starts; 4 to 8 on 2 cores reach the best wall time, more only raises single latency. */
const parallelStarts = 6;
export interface ManagerOptions {
  readonly ownership: Ownership;
  /** Path of run.db; its folder exists. */
  readonly recordFile: string;
  /** Folder host paths must stay in when a server is made over the API. */
  readonly workspace: string;
  readonly engineEnvironment: EngineEnvironment;
  readonly version: string;
  readonly clock: Clock;
  readonly user: World["user"];
  readonly registry: RegistrySettings;
  /** Starts the process that removes everything when this one dies. */
  readonly launchReaper: () => Reaper;
}

/** Holds the servers of one run, drives them, keeps the record and removes everything at the end. */
export class Manager implements Operations {
  readonly #options: ManagerOptions;
  readonly #world: World;
  readonly #record: RecordWriter;
  readonly #servers: ServerShelf;
  readonly #templates: TemplateDesk;
  readonly #ending = new AbortController();
  readonly #runs: Promise<RunSummary>[] = [];
  #redactor: Redactor = createRedactor({});
  #secrets: Record<string, string> = {};
  #engine: Promise<Engine> | undefined;
  #reaper: Reaper | undefined;
  /** What dead managers left is removed beside the run, not before it. */
  #cleanUp: Promise<unknown> = Promise.resolve();
  #shutdown: Promise<{ removed: number; left: number }> | undefined;
  readonly #gone = Promise.withResolvers<void>();

  constructor(options: ManagerOptions) {
    this.#options = options;
    const { clock, ownership } = options;
    this.#record = openRecord(options.recordFile, {
      clock,
      redact: (text) => this.#redactor.redact(text),
    });
    this.#record.run({
      runId: ownership.runId,
      startedAtMs: clock.nowMs(),
      productVersion: options.version,
    });
    this.#world = {
      clock,
      ownership,
      record: this.#record,
      version: options.version,
      redactor: () => this.#redactor,
      user: options.user,
      engine: () => this.#connect(),
      startSlot: limitParallel(parallelStarts),
      eras: new Map(),
      registry: options.registry,
      registered: new Map(),
    };
    this.#servers = new ServerShelf(this.#world);
    this.#templates = openTemplateDesk(this.#world, options.workspace);
  }

  get ownership(): Ownership {
    return this.#options.ownership;
  }

  /** Resolves when the manager was shut down, by whomever. */
  get ended(): Promise<void> {
    return this.#gone.promise;
  }

  async createServer(request: CreateServerRequest, context: CallContext): Promise<ServerView> {
    this.#audit("docker_create_server", {
      server_name: request.serverName,
      server_type: request.serverType,
    });
    this.#learnSecrets(secretLooking(request.envVars));
    const templates = await this.#templates.shelf();
    const spec = await specOf(request, templates);
    const template = await templates.load(request.serverType);
    this.#learnSecrets(secretsAmong(request.envVars, template.server["secrets"]));
    const { workspace } = this.#options;
    const server = this.#servers.declare({
      name: request.serverName,
      label: request.serverName,
      spec,
      origin: { workspace, folder: workspace, secrets: {}, templates },
      at: null,
    });
    const { progress, signal } = this.#own(context);
    await server.start(progress, signal);
    return this.serverStatus(server.name);
  }

  async listServers(filter: {
    readonly status?: string;
    readonly serverType?: string;
  }): Promise<readonly ServerView[]> {
    const all = this.#servers.all().map((server) => viewServer(server));
    return all.filter(
      (server) =>
        (filter.serverType === undefined || server.serverType === filter.serverType) &&
        (filter.status === undefined || matchesStatus(server, filter.status)),
    );
  }

  async serverStatus(name: string): Promise<ServerView> {
    const server = this.#servers.find(name);
    if (server.isRunning && server.facts.tools.length === 0) {
      // A server that does not answer just now still has a status.
      await server.listTools().catch(() => undefined);
    }
    return viewServer(server);
  }

  async logs(request: LogsRequest, context: CallContext): Promise<readonly LogLine[]> {
    const server = this.#servers.find(request.serverName);
    this.#record.flush();
    const lines = recentLogs(this.#options.recordFile, request, this.#options.clock);
    if (request.follow) {
      await followLogs(
        this.#options.recordFile,
        server,
        this.#record,
        context,
        this.#options.clock,
      );
    }
    return lines;
  }

  async stopServer(name: string, _context: CallContext): Promise<ServerView> {
    const server = this.#servers.find(name);
    this.#audit("docker_stop_server", { server_name: name });
    await server.stop();
    return viewServer(server);
  }

  async restartServer(name: string, context: CallContext): Promise<ServerView> {
    const server = this.#servers.find(name);
    this.#audit("docker_restart_server", { server_name: name });
    await server.stop();
    const { progress, signal } = this.#own(context);
    await server.start(progress, signal);
    return viewServer(server);
  }

  async sendRequest(request: ServerRequest, context: CallContext): Promise<ServerReply> {
    const { serverName, method } = request;
    const { session } = this.#servers.find(serverName);
    this.#audit("docker_send_request", { server_name: serverName, method });
    return sendRequest(session, request, this.#own(context).signal);
  }

  listTemplates(): Promise<readonly TemplateView[]> {
    return this.#templates.list();
  }

  async registerTemplate(request: RegisterTemplateRequest): Promise<TemplateView> {
    this.#audit("docker_register_template", { name: request.name });
    return this.#templates.register(request);
  }

  async buildImage(request: BuildImageRequest, context: CallContext): Promise<ImageView> {
    this.#audit("docker_build_image", { server_type: request.serverType });
    return this.#templates.buildImage(request, this.#own(context));
  }

  async runScenarios(request: RunRequest, context: CallContext): Promise<RunSummary> {
    this.#audit("docker_run_scenarios", { file: request.file });
    this.#learnSecrets(request.secrets);
    const run = runFile(request, {
      world: this.#world,
      recordFile: this.#options.recordFile,
      declare: (wanted) => this.#servers.declare(wanted),
      ...this.#own(context),
    });
    this.#runs.push(run);
    return run;
  }

  shutdown(context?: CallContext): Promise<{ removed: number; left: number }> {
    const tell = context?.progress ?? (() => undefined);
    this.#shutdown ??= this.#tearDown(tell).finally(() => this.#gone.resolve());
    return this.#shutdown;
  }

  async #tearDown(tell: CallContext["progress"]): Promise<{ removed: number; left: number }> {
    this.#ending.abort(new Fault("INTERRUPTED", "The manager is shutting down."));
    const { removed, left } = await this.#removeAll(tell);
    if (left === 0) {
      await this.#reaper?.release();
    }
    if (this.#runs.length === 0) {
      endRun(this.#world, this.#options.recordFile);
    }
    this.#record.close();
    this.#templates.close();
    return { removed, left };
  }

  async #removeAll(tell: CallContext["progress"]): Promise<{ removed: number; left: number }> {
    const engine = await this.#engine?.catch(() => undefined);
    const stops = this.#servers.all().map((server) => server.stop());
    // A run under way ends by the abort and writes its own end.
    await settledInTime([...stops, ...this.#runs, this.#cleanUp]);
    if (engine === undefined) {
      return { removed: 0, left: 0 };
    }
    const unstopped = this.#servers.all().filter((server) => server.hasContainer).length;
    const { runId } = this.#options.ownership;
    const swept = await sweepRun(engine, runId, unstopped, { clock: this.#options.clock, tell });
    this.#event("teardown", { ...swept });
    engine.close();
    return swept;
  }

  #connect(): Promise<Engine> {
    // The reaper must stand before the first object is created.
    this.#reaper ??= this.#options.launchReaper();
    this.#engine ??= this.#reach().catch((thrown: unknown) => {
      // The next call tries again: an engine may come up later.
      this.#engine = undefined;
      throw thrown;
    });
    return this.#engine;
  }

  async #reach(): Promise<Engine> {
    const { clock, engineEnvironment } = this.#options;
    const engine = await connectEngine({ environment: engineEnvironment, clock });
    const { kind, version, apiVersion } = engine.info;
    this.#record.run({ engineName: kind, engineVersion: version, engineApiVersion: apiVersion });
    this.#cleanUp = sweep(engine, { stale: { nowMs: clock.nowMs() } }).then(
      ({ removed }) => removed > 0 && this.#event("stale-removed", { removed }),
      () => undefined,
    );
    return engine;
  }

  #learnSecrets(secrets: Readonly<Record<string, string>>): void {
    this.#secrets = { ...this.#secrets, ...secrets };
    this.#redactor = createRedactor(this.#secrets);
  }

  #audit(tool: string, detail: Record<string, string>): void {
    this.#event("audit", { tool, ...detail });
  }

  #event(kind: string, data: Record<string, unknown>): void {
    const atMs = this.#options.clock.nowMs();
    this.#record.event({ atMs, kind, server: null, data: JSON.stringify(data) });
  }

  /** What the caller hears is redacted, and our end is the end of its call. */
  #own({ progress, signal }: CallContext): CallContext {
    return {
      progress: (line) => progress(this.#redactor.redact(line)),
      signal: AbortSignal.any([signal, this.#ending.signal]),
    };
  }
}
