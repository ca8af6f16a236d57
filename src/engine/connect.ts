import { existsSync } from "node:fs";
import type DockerModem from "docker-modem";
import { type Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { type Connection, openConnection } from "./connection.ts";
import { type Endpoint, type EngineEnvironment, endpointsOf, endpointText } from "./endpoint.ts";
import { createEngine } from "./engine.ts";
import { type Component, flawsOf } from "./known-flaws.ts";
import type { Engine, EngineInfo } from "./types.ts";

/** API versions this release is tested with: Engine 20.10 to 28.5. */
const supported = { oldest: "1.41", newest: "1.51" } as const;

/** A running engine answers this in milliseconds. */
const versionDeadlineMs = 1800;

interface VersionAnswer {
  readonly Version: string;
  readonly ApiVersion: string;
  readonly MinAPIVersion?: string;
  readonly Os: string;
  readonly Arch: string;
  readonly Components?: readonly Component[];
}

/**
 * Finds the engine, asks once for its version and pins all calls to min(its newest, the newest tested).
 *
 * At most 2 s for each place looked at. Rejects ENGINE_NOT_INSTALLED, ENGINE_NOT_RUNNING, ENGINE_PERMISSION_DENIED,
 * ENGINE_UNSUPPORTED, ENGINE_UNRESPONSIVE, or USAGE when DOCKER_HOST and its companions cannot be used.
 */
export async function connectEngine(options: {
  readonly environment: EngineEnvironment;
  readonly clock: Clock;
}): Promise<Engine> {
  const endpoints = endpointsOf(options.environment);
  // 31 ms; the whole of dockerode is 135 ms (gRPC for build sessions) and is loaded by the calls that need it.
  const { default: Modem } = await import("docker-modem");
  let unreachable: Fault | undefined;
  for (const endpoint of endpoints) {
    try {
      return await connectTo(Modem, endpoint, options.clock);
    } catch (error) {
      if (
        !(error instanceof Fault) ||
        !["ENGINE_NOT_RUNNING", "ENGINE_NOT_INSTALLED"].includes(error.code)
      ) {
        throw error;
      }
      // Of several, the one that is at least installed says more.
      unreachable = unreachable?.code === "ENGINE_NOT_RUNNING" ? unreachable : error;
    }
  }
  throw unreachable ?? new Fault("ENGINE_NOT_INSTALLED", "No place to look for an engine is known");
}

async function connectTo(
  Modem: typeof DockerModem,
  endpoint: Endpoint,
  clock: Clock,
): Promise<Engine> {
  const probe = openConnection(Modem, endpoint, undefined);
  try {
    const info = infoOf(await askVersion(probe), endpointText(endpoint));
    return createEngine(openConnection(Modem, endpoint, info.apiVersion), info, clock);
  } finally {
    probe.close();
  }
}

async function askVersion(probe: Connection): Promise<VersionAnswer> {
  const { endpoint } = probe;
  const where = endpointText(endpoint);
  if (endpoint.kind === "unix" && !existsSync(endpoint.path)) {
    throw new Fault(
      "ENGINE_NOT_INSTALLED",
      `Connect to the Docker Engine: there is no socket at ${where}`,
      {
        hint: "Install Docker Engine, start it if it is installed, or set DOCKER_HOST to the address of one.",
      },
    );
  }
  const answer = await probe.json({
    method: "GET",
    path: "/version",
    doing: "Connect to the Docker Engine",
    deadlineMs: versionDeadlineMs,
  });
  // Checked below: what answers may be no engine at all.
  const version = answer as Partial<VersionAnswer> | null;
  if (typeof version?.ApiVersion !== "string" || !/^\d+\.\d+$/.test(version.ApiVersion)) {
    throw new Fault(
      "ENGINE_UNSUPPORTED",
      `What answers at ${where} is not a Docker Engine: /version names no API version`,
    );
  }
  return { Version: "?", Os: "linux", Arch: "?", ...version, ApiVersion: version.ApiVersion };
}

function infoOf(answer: VersionAnswer, endpoint: string): EngineInfo {
  const { ApiVersion: newest, MinAPIVersion: oldest = newest } = answer;
  if (compare(newest, supported.oldest) < 0 || compare(oldest, supported.newest) > 0) {
    throw new Fault(
      "ENGINE_UNSUPPORTED",
      `The engine at ${endpoint} (version ${answer.Version}) speaks API ${oldest} to ${newest}; this release speaks ${supported.oldest} to ${supported.newest}`,
      compare(oldest, supported.newest) > 0
        ? { hint: "Use a newer release of Docker MCP Manager." }
        : {},
    );
  }
  return {
    kind: answer.Components?.some(({ Name }) => /podman/i.test(Name)) ? "podman" : "docker",
    version: answer.Version,
    apiVersion: compare(newest, supported.newest) < 0 ? newest : supported.newest,
    os: answer.Os,
    arch: answer.Arch,
    endpoint,
    flaws: flawsOf(answer.Components ?? []),
  };
}

function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
