import type { Problem } from "../fault/index.ts";
import type { Outcome, ServerState } from "../record/index.ts";

/** What a client of the manager may do. The manager implements it; the tools expose it. */
export interface Operations {
  createServer(request: CreateServerRequest, context: CallContext): Promise<ServerView>;
  listServers(filter: ServerFilter): Promise<readonly ServerView[]>;
  serverStatus(name: string): Promise<ServerView>;
  /** Lines oldest first. `since` is a duration back from now in ms. */
  logs(request: LogsRequest, context: CallContext): Promise<readonly LogLine[]>;
  /** Does nothing for one that runs, and resumes one that is paused. */
  startServer(name: string, context: CallContext): Promise<ServerView>;
  stopServer(name: string, context: CallContext): Promise<ServerView>;
  restartServer(name: string, context: CallContext): Promise<ServerView>;
  pauseServer(name: string, context: CallContext): Promise<ServerView>;
  /** Stops it and takes it off the manager; its logs stay. */
  removeServer(name: string, context: CallContext): Promise<ServerView>;
  /** Sends one request to a server, as it is given, and hands back what came, unchanged. */
  sendRequest(request: ServerRequest, context: CallContext): Promise<ServerReply>;
  listTemplates(): Promise<readonly TemplateView[]>;
  /** Adds a template for as long as the manager runs. */
  registerTemplate(request: RegisterTemplateRequest): Promise<TemplateView>;
  buildImage(request: BuildImageRequest, context: CallContext): Promise<ImageView>;
  runScenarios(request: RunRequest, context: CallContext): Promise<RunSummary>;
  /** Stops everything, closes the record; the process ends after the answer was sent. */
  shutdown(context: CallContext): Promise<{ readonly removed: number; readonly left: number }>;
}

export interface ServerFilter {
  /** A state, or `running`. */
  readonly status?: string;
  readonly serverType?: string;
}

export interface CallContext {
  /** One line of progress, already redacted. */
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface CreateServerRequest {
  readonly serverType: string;
  readonly serverName: string;
  readonly envVars: Readonly<Record<string, string>>;
  readonly volumes: readonly {
    readonly hostPath: string;
    readonly containerPath: string;
    readonly readOnly: boolean;
  }[];
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}

export interface TemplateView {
  readonly name: string;
  readonly origin: "built-in" | "run file" | "registered";
  readonly description: string;
  /** JSON Schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly versions: string | null;
  readonly bases: readonly string[];
  readonly server: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
}

export interface RegisterTemplateRequest {
  readonly name: string;
  /** Content of its template.yml. */
  readonly template: string;
  /** Further files by their path in its folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly override: boolean;
}

export type BuildImageRequest = Pick<CreateServerRequest, "serverType" | "parameters">;

export interface ImageView {
  readonly serverType: string;
  readonly image: string;
  readonly imageId: string;
  readonly version: string | null;
  readonly imageBytes: number;
  readonly packages: number;
  readonly built: boolean;
  readonly buildMs: number;
}

export interface ServerView {
  readonly name: string;
  /** A service is a container beside the servers; it is only looked at. */
  readonly role: "server" | "service";
  readonly serverType: string;
  readonly state: ServerState;
  readonly reason: string | null;
  readonly image: string | null;
  readonly containerId: string | null;
  readonly revision: string | null;
  /** Where it is reached on the manager's machine, when it is published and up. */
  readonly url: string | null;
  readonly readyMs: number | null;
  readonly startedAtMs: number | null;
  readonly exitCode: number | null;
  readonly cpuPercent: number | null;
  readonly memoryBytes: number | null;
  readonly tools: readonly string[];
}

export interface LogsRequest {
  readonly serverName: string;
  readonly lines: number;
  readonly sinceMs?: number;
  /** Streams further lines as progress until the call is cancelled or the server ends. */
  readonly follow: boolean;
}

export interface LogLine {
  readonly atMs: number;
  readonly stream: string;
  readonly text: string;
}

export interface ServerRequest {
  readonly serverName: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
}

/** What a server answered: a result, or its JSON-RPC error. */
export type ServerReply = { readonly durationMs: number } & (
  | { readonly result: unknown }
  | { readonly error: { readonly code: number; readonly message: string; readonly data?: unknown } }
);

export interface RunRequest {
  /** Path as shown in messages; relative paths in the file are relative to its folder. */
  readonly file: string;
  readonly text: string;
  readonly workspace: string;
  /** Values for `${NAME}`: only names the text mentions. */
  readonly variables: Readonly<Record<string, string>>;
  /** Values of the names in `secrets:` lists. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Names of scenarios, `*` for any text, or `tag:NAME`; empty is all. */
  readonly only: readonly string[];
  readonly timeoutMs?: number;
  /** The lock file that the run must keep to; path as shown in messages. */
  readonly lock?: { readonly file: string; readonly text: string };
  /** Writes what steps answered over the snapshots there are. */
  readonly updateSnapshots: boolean;
  /** In CI a snapshot that is missing fails its step; nothing is ever written. */
  readonly ci: boolean;
  readonly keepRunning: boolean;
}

export interface RunSummary {
  readonly runId: string;
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly passed: number;
  readonly failed: number;
  readonly broken: number;
  readonly skipped: number;
  readonly findings: number;
  readonly recordPath: string;
  /** Set when the run as a whole could not be done. */
  readonly fault: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly problems: readonly Problem[];
  } | null;
}
