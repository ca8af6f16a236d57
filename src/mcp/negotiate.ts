import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import type { Negotiated } from "./open-session.ts";
import { labelOf } from "./pending.ts";
import { quote, show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import {
  isLegacy,
  legacyRevisions,
  modernMeta,
  modernRevisions,
  newestLegacy,
  newestModern,
  withMeta,
} from "./revision.ts";
import type { Answered, ConnectOptions, Session } from "./session.ts";
import { checkResult } from "./shape.ts";
import type { Wire } from "./wire.ts";

/** Code of a modern server that does not speak the revision asked for (2026-07-28, basic/versioning). */
const unsupportedVersion = -32022;

/** The two handshakes over a connection that both count against one deadline. */
export class Negotiation {
  readonly #connection: Connection;
  readonly #options: ConnectOptions;
  readonly #clock: Clock;
  readonly #deadlineMs: number;

  constructor(connection: Connection, options: ConnectOptions, clock: Clock) {
    this.#connection = connection;
    this.#options = options;
    this.#clock = clock;
    this.#deadlineMs = clock.monotonicMs() + options.readyTimeoutMs;
  }

  get server(): string {
    return this.#options.server;
  }

  get wire(): Wire {
    return this.#connection.wire;
  }

  /** Asks `initialize`, and on a revision we know confirms it. */
  async initialize(): Promise<Negotiated> {
    return this.confirm(await this.askInitialize());
  }

  askInitialize(): Promise<Answered> {
    const { client, clientInfo } = this.#options;
    return this.#ask("initialize", {
      protocolVersion: this.#offered,
      capabilities: client?.capabilities ?? {},
      clientInfo,
    });
  }

  /** `done` ends the wait without a word to the server. */
  askDiscover(done?: AbortSignal): Promise<Answered> {
    const headers = { "MCP-Protocol-Version": newestModern };
    return this.#ask("server/discover", withMeta(undefined, this.#meta), { done, headers });
  }

  async confirm(reply: Answered): Promise<Negotiated> {
    const { server } = this.#options;
    if (reply.kind === "error") {
      throw refused(server, "initialize", reply);
    }
    const sound = this.#check("initialize", reply.result, "legacy");
    const result = isObject(reply.result) ? reply.result : {};
    const revision = result["protocolVersion"];
    if (!isLegacy(revision)) {
      throw new Fault(
        "PROTOCOL_VIOLATION",
        `Server "${server}" answered initialize with the protocol version ${show(revision)}; offered was ${this.#offered}, known are ${legacyRevisions.join(", ")}.`,
        {
          hint: "The server must answer with a published protocol revision, best the one it was offered.",
        },
      );
    }
    if (isLegacy(this.#options.protocol) && revision !== this.#options.protocol) {
      throw new Fault(
        "PROTOCOL_VIOLATION",
        `Server "${server}" answered initialize with ${revision}; asked for was ${this.#options.protocol} and no other.`,
        { hint: `Set \`protocol: ${revision}\`, or \`legacy\` or \`auto\`, for this server.` },
      );
    }
    this.#connection.negotiated(revision, "legacy");
    const method = "notifications/initialized";
    await this.#connection.notify(method, undefined, this.#remainingMs(), { own: true });
    return {
      revision,
      era: "legacy",
      ...described(result, result["serverInfo"]),
      meta: undefined,
      handshake: sound ? { method: "initialize", result } : undefined,
    };
  }

  /** The modern session a DiscoverResult opens; undefined when the reply is none, or of no revision we know. */
  modern(reply: Answered): Negotiated | undefined {
    const versions = supportedVersions(reply);
    if (reply.kind === "error" || !isObject(reply.result) || !versions?.includes(newestModern)) {
      return undefined;
    }
    const sound = this.#check("server/discover", reply.result, "modern");
    const { _meta } = reply.result;
    const info = isObject(_meta) ? _meta["io.modelcontextprotocol/serverInfo"] : undefined;
    this.#connection.negotiated(newestModern, "modern");
    return {
      revision: newestModern,
      era: "modern",
      ...described(reply.result, info ?? reply.result["serverInfo"]),
      meta: this.#meta,
      handshake: sound ? { method: "server/discover", result: reply.result } : undefined,
    };
  }

  /** Why a server that was asked for the modern era cannot have a session. */
  notModern(reply: Answered): Fault {
    const versions = supportedVersions(reply);
    const { server } = this.#options;
    if (versions === undefined) {
      return reply.kind === "error"
        ? refused(server, "server/discover", reply)
        : new Fault(
            "PROTOCOL_VIOLATION",
            `Server "${server}" answered server/discover without "supportedVersions".`,
          );
    }
    return new Fault(
      "PROTOCOL_VIOLATION",
      `Server "${server}" speaks ${versions.map(quote).join(", ")}; offered was ${modernRevisions.join(", ")}.`,
      { hint: "Set `protocol: auto` or `protocol: legacy` for this server." },
    );
  }

  /** The one revision asked for, or the newest with this handshake. */
  get #offered(): string {
    return isLegacy(this.#options.protocol) ? this.#options.protocol : newestLegacy;
  }

  get #meta(): Readonly<Record<string, unknown>> {
    const { client, clientInfo } = this.#options;
    return modernMeta(clientInfo, client?.capabilities ?? {});
  }

  /** Whether nothing was said against the result. */
  #check(method: string, result: unknown, era: Session["era"]): boolean {
    let sound = true;
    checkResult(method, result, era, (code, message) => {
      sound = false;
      this.#connection.findings.report(
        code,
        () => `the answer to ${labelOf(method, undefined)} ${message()}`,
      );
    });
    return sound;
  }

  async #ask(
    method: string,
    params: Record<string, unknown>,
    { done, headers }: { done?: AbortSignal | undefined; headers?: Record<string, string> } = {},
  ): Promise<Answered> {
    const signals = [this.#options.signal, done].filter((signal) => signal !== undefined);
    const reply = await this.#connection.call(method, params, {
      timeoutMs: this.#remainingMs(),
      ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
      ...(headers === undefined ? {} : { headers }),
      own: true,
    });
    if (reply.kind === "cancelled") {
      throw new Fault("INTERRUPTED", `${method} was cancelled.`);
    }
    return reply;
  }

  #remainingMs(): number {
    return Math.max(0, this.#deadlineMs - this.#clock.monotonicMs());
  }
}

/** The revisions a reply to `server/discover` names, in its result or in the data of its error -32022. */
export function supportedVersions(reply: Answered): readonly string[] | undefined {
  const data = reply.kind === "error" ? reply.error.data : reply.result;
  const member = reply.kind === "error" ? "supported" : "supportedVersions";
  if (!isObject(data) || (reply.kind === "error" && reply.error.code !== unsupportedVersion)) {
    return undefined;
  }
  const versions = data[member];
  return Array.isArray(versions)
    ? versions.filter((version) => typeof version === "string")
    : undefined;
}

function described(
  result: JsonObject,
  info: unknown,
): Pick<Session, "serverInfo" | "capabilities" | "instructions"> {
  const { capabilities, instructions } = result;
  const text = (key: string): string | null => {
    const value = isObject(info) ? info[key] : undefined;
    return typeof value === "string" ? value : null;
  };
  return {
    serverInfo: { name: text("name"), version: text("version") },
    capabilities: isObject(capabilities) ? capabilities : {},
    instructions: typeof instructions === "string" ? instructions : null,
  };
}

function refused(server: string, method: string, reply: Answered & { kind: "error" }): Fault {
  const { code, message } = reply.error;
  return new Fault(
    "SERVER_NOT_READY",
    `Server "${server}" refused ${method}: error ${code}, ${quote(message)}.`,
    {
      hint:
        method === "initialize"
          ? "A server must accept initialize; its log may say what it lacks."
          : "The server does not speak a modern revision; set `protocol: auto` or `protocol: legacy` for it.",
    },
  );
}
