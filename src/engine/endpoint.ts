import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { RequestOptions } from "node:http";
import { join } from "node:path";
import { Fault } from "../fault/index.ts";

/** What decides where the engine is; the names are those of the environment variables the docker CLI reads. */
export interface EngineEnvironment {
  readonly DOCKER_HOST?: string | undefined;
  readonly DOCKER_TLS_VERIFY?: string | undefined;
  readonly DOCKER_CERT_PATH?: string | undefined;
  readonly DOCKER_CONTEXT?: string | undefined;
  /** Folder of the docker CLI's configuration; default ~/.docker. */
  readonly DOCKER_CONFIG?: string | undefined;
  readonly HOME?: string | undefined;
  readonly XDG_RUNTIME_DIR?: string | undefined;
}

interface TlsMaterial {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
}

export type Endpoint =
  | { readonly kind: "unix"; readonly path: string }
  | {
      readonly kind: "tcp";
      readonly host: string;
      readonly port: number;
      readonly tls: TlsMaterial | null;
    };

const plainPort = 2375;
const tlsPort = 2376;

/**
 * Places to look for the engine, the most wanted first.
 *
 * DOCKER_HOST alone if set; else the docker CLI's context if it names one; else the rootless sockets that exist and
 * last the system's socket. Throws ENGINE_NOT_INSTALLED or USAGE when what is set cannot be used.
 */
export function endpointsOf(environment: EngineEnvironment): readonly Endpoint[] {
  if (environment.DOCKER_HOST) {
    return [parseHost(environment.DOCKER_HOST, undefined, environment)];
  }
  const context = contextOf(environment);
  if (context) {
    return [context];
  }
  const rootless = [
    environment.XDG_RUNTIME_DIR ? join(environment.XDG_RUNTIME_DIR, "docker.sock") : "",
    environment.HOME ? join(environment.HOME, ".docker/run/docker.sock") : "",
  ];
  return [
    ...rootless.filter((path) => path !== "" && existsSync(path)),
    "/var/run/docker.sock",
  ].map((path) => ({
    kind: "unix",
    path,
  }));
}

export function endpointText(endpoint: Endpoint): string {
  return endpoint.kind === "unix"
    ? `unix://${endpoint.path}`
    : `tcp://${endpoint.host}:${endpoint.port}`;
}

/** The part of `http.request` options that leads to the engine. */
export function socketOptions(endpoint: Endpoint): RequestOptions & Partial<TlsMaterial> {
  if (endpoint.kind === "unix") {
    return { socketPath: endpoint.path };
  }
  return { host: endpoint.host, port: endpoint.port, ...endpoint.tls };
}

function parseHost(
  host: string,
  certificates: string | undefined,
  environment: EngineEnvironment,
): Endpoint {
  const scheme = /^([a-z]+):\/\//.exec(host)?.[1] ?? "tcp";
  if (scheme === "unix") {
    return { kind: "unix", path: host.slice("unix://".length) || "/var/run/docker.sock" };
  }
  if (scheme === "ssh") {
    throw new Fault(
      "USAGE",
      `The engine's address is ${host}: engines over ssh are not supported`,
      {
        hint: "Forward the socket (`ssh -L /tmp/docker.sock:/var/run/docker.sock HOST`) and set DOCKER_HOST=unix:///tmp/docker.sock.",
      },
    );
  }
  const url = URL.parse(host.includes("://") ? host : `tcp://${host}`);
  if (!url || !url.hostname || !["tcp", "http", "https"].includes(scheme)) {
    throw new Fault("USAGE", `DOCKER_HOST is "${host}", which is not an address of an engine`, {
      hint: "Write for example unix:///var/run/docker.sock or tcp://127.0.0.1:2375.",
    });
  }
  const tls =
    certificates !== undefined ||
    Boolean(environment.DOCKER_TLS_VERIFY) ||
    scheme === "https" ||
    url.port === String(tlsPort);
  const folder = certificates ?? environment.DOCKER_CERT_PATH ?? configFolder(environment);
  return {
    kind: "tcp",
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port) || (tls ? tlsPort : plainPort),
    tls: tls ? readTls(folder) : null,
  };
}

function configFolder({ DOCKER_CONFIG, HOME }: EngineEnvironment): string {
  return DOCKER_CONFIG || join(HOME ?? "/", ".docker");
}

function readTls(folder: string): TlsMaterial {
  try {
    return {
      ca: readFileSync(join(folder, "ca.pem")),
      cert: readFileSync(join(folder, "cert.pem")),
      key: readFileSync(join(folder, "key.pem")),
    };
  } catch (error) {
    throw new Fault(
      "USAGE",
      `The engine wants TLS, but ${folder} has no readable ca.pem, cert.pem and key.pem`,
      {
        hint: "Set DOCKER_CERT_PATH to the folder of the three files, or unset DOCKER_TLS_VERIFY.",
        cause: error,
      },
    );
  }
}

/** The endpoint of DOCKER_CONTEXT or of the CLI's current context; undefined for the default context. */
function contextOf(environment: EngineEnvironment): Endpoint | undefined {
  if (!environment.HOME && !environment.DOCKER_CONFIG) {
    return undefined;
  }
  const folder = configFolder(environment);
  const config = readJson(join(folder, "config.json"));
  const name =
    environment.DOCKER_CONTEXT || (isObject(config) ? config["currentContext"] : undefined);
  if (typeof name !== "string" || name === "" || name === "default") {
    return undefined;
  }
  // The CLI keeps a context in a folder named by the SHA-256 of its name.
  const id = createHash("sha256").update(name).digest("hex");
  const meta = readJson(join(folder, "contexts/meta", id, "meta.json"));
  const endpoints = isObject(meta) ? meta["Endpoints"] : undefined;
  const docker = isObject(endpoints) ? endpoints["docker"] : undefined;
  const host = isObject(docker) ? docker["Host"] : undefined;
  if (typeof host !== "string") {
    throw new Fault("USAGE", `Docker context "${name}" does not exist in ${folder}`, {
      hint: "Unset DOCKER_CONTEXT, choose another with `docker context use`, or set DOCKER_HOST.",
    });
  }
  // A context that has certificates wants TLS, whatever its port.
  const tls = join(folder, "contexts/tls", id, "docker");
  return parseHost(host, existsSync(tls) ? tls : undefined, environment);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // An unreadable CLI configuration is the CLI's matter; without it there is no context.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
