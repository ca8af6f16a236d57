import { dirname } from "node:path";
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
  ServerFilter,
  ServerReply,
  ServerRequest,
  ServerView,
  TemplateView,
} from "../api/index.ts";
import type { Clock } from "../clock/index.ts";
import type { Ownership, Reaper } from "../controller/index.ts";
import type { EngineEnvironment } from "../engine/index.ts";
import type { Fault } from "../fault/index.ts";
import { createRedactor, type Redactor } from "../log/index.ts";
import { openRecord, type RecordWriter } from "../record/index.ts";
import type { RegistrySettings } from "../registry/index.ts";
import { EngineLink } from "./engine-link.ts";
import { createHostFolders } from "./host-folders.ts";
import { limitParallel } from "./limit.ts";
import { followLogs, recentLogs } from "./logs.ts";
import { endRun, runFile } from "./play/run-file.ts";
import { relayImageOnce } from "./relay-image.ts";
import { secretLooking } from "./secret-looking.ts";
import { sendRequest } from "./send-request.ts";
import type { ManagedServer } from "./server/managed-server.ts";
import { ServerShelf } from "./server-shelf.ts";
import { ServiceShelf } from "./service/shelf.ts";
import { reasonToEnd, stopAll, sweepRun } from "./teardown.ts";
import { openTemplateDesk, type TemplateDesk } from "./template-desk.ts";
import { lookAt, matches, viewServer, viewService } from "./view-server.ts";
import { wantedOf } from "./wanted-of.ts";
import type { World } from "./world.ts";

/** Parallel container starts; 4 to 8 on 2 cores reach the best wall time, more only raises single latency. */
const parallelStarts = 6;
type Act = (server: ManagedServer) => Promise<void>;

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
  readonly allow?: World["allow"];
  /** Starts the process that removes everything when this one dies. */
  readonly launchReaper: () => Reaper;
}

/** Holds the servers of one run, drives them, keeps the record and removes everything at the end. */
export class Manager implements Operations {
  readonly #options: ManagerOptions;
  readonly #world: World;
  readonly #record: RecordWriter;
  readonly #link: EngineLink;
  readonly #servers: ServerShelf;
  readonly #services: ServiceShelf;
  readonly #templates: TemplateDesk;
  readonly #ending = new AbortController();
  readonly #runs: Promise<RunSummary>[] = [];
  #redactor: Redactor = createRedactor({});
  #secrets: Record<string, string> = {};
  #shutdown: Promise<{ removed: number; left: number }> | undefined;
  readonly #gone = Promise.withResolvers<void>();

  constructor(options: ManagerOptions) {
    this.#options = options;
    const { clock, ownership } = options;
    this.#record = openRecord(options.recordFile, {
      clock,
      redact: (text) => this.#redactor.redact(text),
      // What cannot be written down any more is not worth doing.
      onFault: (fault) => this.#ending.abort(fault),
    });
    this.#record.run({
      runId: ownership.runId,
      startedAtMs: clock.nowMs(),
      productVersion: options.version,
    });
    this.#link = new EngineLink({
      runId: ownership.runId,
      environment: options.engineEnvironment,
      clock,
      record: this.#record,
      launchReaper: options.launchReaper,
      servers: () => this.#servers.all(),
    });
    this.#world = {
      clock,
      ownership,
      recordFolder: dirname(options.recordFile),
      record: this.#record,
      version: options.version,
      redactor: () => this.#redactor,
      user: options.user,
      engine: () => this.#link.engine(),
      news: (id) => this.#link.news.of(id),
      networks: {
        relayImage: relayImageOnce(() => this.#world),
        hostProxies: options.registry.hostArguments ?? {},
      },
      startSlot: limitParallel(parallelStarts),
      eras: new Map(),
      hostFolders: createHostFolders(),
      registry: options.registry,
      allow: options.allow ?? [],
      registered: new Map(),
    };
    this.#servers = new ServerShelf(this.#world);
    this.#services = new ServiceShelf(this.#world);
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
    const { wanted, secrets } = await wantedOf(request, templates, this.#options.workspace);
    this.#learnSecrets(secrets);
    const server = this.#servers.declare(wanted);
    const { progress, signal } = this.#own(context);
    await server.start(progress, signal);
    return this.serverStatus(server.name);
  }

  async listServers(filter: ServerFilter): Promise<readonly ServerView[]> {
    const services = this.#services.all().map(viewService);
    const all = [...this.#servers.all().map(viewServer), ...services];
    return all.filter((server) => matches(server, filter));
  }

  async serverStatus(name: string): Promise<ServerView> {
    const service = this.#services.find(name);
    return service === undefined ? lookAt(this.#servers.find(name)) : viewService(service);
  }

  async logs(request: LogsRequest, context: CallContext): Promise<readonly LogLine[]> {
    const { serverName } = request;
    const server = this.#services.find(serverName) ?? this.#servers.find(serverName);
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

  startServer(name: string, context: CallContext): Promise<ServerView> {
    const { progress, signal } = this.#own(context);
    return this.#act("docker_start_server", name, (server) => server.start(progress, signal));
  }

  stopServer(name: string, _context: CallContext): Promise<ServerView> {
    return this.#act("docker_stop_server", name, (server) => server.stop());
  }

  restartServer(name: string, context: CallContext): Promise<ServerView> {
    const { progress, signal } = this.#own(context);
    return this.#act("docker_restart_server", name, (server) => server.restart(progress, signal));
  }

  pauseServer(name: string, _context: CallContext): Promise<ServerView> {
    return this.#act("docker_pause_server", name, (server) => server.pause());
  }

  removeServer(name: string, _context: CallContext): Promise<ServerView> {
    return this.#act("docker_remove_server", name, (server) => server.remove());
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
      declareService: (wanted) => this.#services.declare(wanted),
      ...this.#own(context),
    });
    this.#runs.push(run);
    return run;
  }

  /** `because` is a reason of the manager's own, which becomes that of the run under way. */
  shutdown(context?: CallContext, because?: Fault): Promise<{ removed: number; left: number }> {
    const ended = () => this.#gone.resolve();
    this.#shutdown ??= this.#tearDown(because, context?.progress).finally(ended);
    return this.#shutdown;
  }

  async #tearDown(because?: Fault, tell: CallContext["progress"] = () => undefined) {
    this.#ending.abort(reasonToEnd(because, this.#world, this.#runs.length > 0));
    const { removed, left } = await this.#removeAll(tell);
    if (left === 0) {
      await this.#link.releaseReaper();
    }
    if (this.#runs.length === 0) {
      endRun(this.#world, this.#options.recordFile);
    }
    this.#record.close();
    this.#templates.close();
    return { removed, left };
  }

  async #removeAll(tell: CallContext["progress"]): Promise<{ removed: number; left: number }> {
    const engine = await this.#link.connected();
    // A run under way ends by the abort and writes its own end.
    const work = [...this.#runs, this.#link.cleanUp];
    const unstopped = await stopAll(this.#servers.all(), this.#services.all(), work);
    if (engine === undefined) {
      return { removed: 0, left: 0 };
    }
    const { runId } = this.#options.ownership;
    const swept = await sweepRun(engine, runId, unstopped, { clock: this.#options.clock, tell });
    this.#event("teardown", { ...swept });
    await this.#link.close();
    return swept;
  }

  #learnSecrets(secrets: Readonly<Record<string, string>>): void {
    this.#secrets = { ...this.#secrets, ...secrets };
    this.#redactor = createRedactor(this.#secrets);
  }

  async #act(tool: string, name: string, act: Act): Promise<ServerView> {
    const server = this.#servers.find(name);
    this.#audit(tool, { server_name: name });
    await act(server);
    return viewServer(server);
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
