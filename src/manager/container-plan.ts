import { resolveInside, type ServerSpec } from "../config/index.ts";
import type { ContainerPlan } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";
import type { ResolvedServer } from "../registry/index.ts";
import { endpointVariables, networkPlan } from "./network-plan.ts";
import type { Origin } from "./world.ts";

/** What to create for a server: its image as resolved, its run-file settings, host paths checked. */
export async function planContainer(
  server: string,
  spec: ServerSpec,
  resolved: ResolvedServer,
  origin: Origin,
): Promise<ContainerPlan> {
  const volumes = await Promise.all(
    spec.volumes.map(async (volume) => ({
      hostPath: await resolveInside(origin.workspace, origin.folder, volume.host_path),
      containerPath: volume.container_path,
      readOnly: volume.read_only,
    })),
  );
  return {
    server,
    template: resolved.template,
    image: resolved.imageId,
    ...(resolved.entrypoint && { entrypoint: resolved.entrypoint }),
    ...(resolved.command && { command: resolved.command }),
    env: {
      ...endpointVariables(server, spec, origin),
      ...resolved.env,
      ...secretsOf(server, spec, origin),
    },
    volumes,
    writable: resolved.writable,
    ...networkPlan(server, spec, origin),
    limits: { cpus: spec.limits.cpus, memoryBytes: spec.limits.memory, pids: spec.limits.pids },
    ...(spec.transport !== "stdio" && spec.http ? { http: { port: spec.http.port } } : {}),
    stop: {
      // Only over stdio does the end of stdin mean anything.
      eofMs: spec.transport === "stdio" ? spec.stop.eof : 0,
      sigtermMs: spec.stop.sigterm,
      leftovers: spec.checks.leftover_processes,
    },
  };
}

function secretsOf(server: string, spec: ServerSpec, origin: Origin): Record<string, string> {
  const missing = spec.secrets.filter((name) => origin.secrets[name] === undefined);
  if (missing.length > 0) {
    throw new Fault(
      "RUN_FILE_INVALID",
      `Server "${server}" needs the secret${missing.length > 1 ? "s" : ""} ${missing.join(", ")}, which the environment does not have.`,
      { hint: "Set them in the environment of the workflow step (`env:`) or of the command." },
    );
  }
  return Object.fromEntries(spec.secrets.map((name) => [name, origin.secrets[name] ?? ""]));
}
