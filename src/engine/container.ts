import type { ContainerInspectInfo } from "dockerode";
import { asFault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { createBody } from "./create-body.ts";
import { statusOf, tolerating } from "./engine-fault.ts";
import { isolationOf } from "./isolation.ts";
import type { ContainerSpec, ContainerState } from "./types.ts";

const startDeadlineMs = 60_000;

export async function createContainer(
  connection: Connection,
  spec: ContainerSpec,
): Promise<string> {
  // The shape of the engine's answer at the pinned version.
  const { Id } = (await connection.json({
    method: "POST",
    path: "/containers/create",
    query: { name: spec.name },
    body: createBody(spec),
    doing: `create container ${spec.name} from ${spec.image}`,
    deadlineMs: startDeadlineMs,
  })) as { readonly Id: string };
  return Id;
}

export async function startContainer(connection: Connection, id: string): Promise<void> {
  const call = connection.json({
    method: "POST",
    path: `/containers/${id}/start`,
    doing: `start container ${id.slice(0, 12)}`,
    deadlineMs: startDeadlineMs,
  });
  // 304: it runs already.
  await tolerating([304], call);
}

export async function killContainer(
  connection: Connection,
  id: string,
  signal: string,
): Promise<void> {
  const call = connection.json({
    method: "POST",
    path: `/containers/${id}/kill`,
    query: { signal },
    doing: `send ${signal} to container ${id.slice(0, 12)}`,
  });
  // 404, 409: gone or not running, so nothing is left to signal.
  await tolerating([404, 409], call);
}

export async function inspectContainer(
  connection: Connection,
  id: string,
): Promise<ContainerState | undefined> {
  try {
    const answer = await connection.json({
      method: "GET",
      path: `/containers/${id}/json`,
      doing: `inspect container ${id.slice(0, 12)}`,
    });
    // The shape of the engine's answer at the pinned version.
    return stateOf(answer as ContainerInspectInfo);
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  }
}

/** With cgroup v1, runc 1.1 gives freezing up after some milliseconds when the machine is busy, and undoes it. */
const mostFreezes = 5;

/** One that is frozen, or not frozen, already is left so. */
export async function freezeContainer(
  connection: Connection,
  id: string,
  verb: "pause" | "unpause",
): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    try {
      await connection.json({
        method: "POST",
        path: `/containers/${id}/${verb}`,
        doing: `${verb} container ${id.slice(0, 12)}`,
      });
      return;
    } catch (thrown) {
      // Engines say that it was done before by different codes, so the container is asked.
      const state = await inspectContainer(connection, id);
      if (state?.running && state.paused === (verb === "pause")) {
        return;
      }
      const isBusy = asFault(thrown).message.includes("unable to freeze");
      if (!state?.running || !isBusy || nth === mostFreezes) {
        throw thrown;
      }
    }
  }
}

export async function processesOf(connection: Connection, id: string): Promise<readonly string[]> {
  // The shape of the engine's answer at the pinned version.
  const { Titles, Processes } = (await connection.json({
    method: "GET",
    path: `/containers/${id}/top`,
    query: { ps_args: "-eo pid,ppid,stat,time,args" },
    doing: `list the processes of container ${id.slice(0, 12)}`,
    deadlineMs: 10_000,
  })) as {
    readonly Titles: readonly string[];
    readonly Processes: readonly (readonly string[])[] | null;
  };
  return [Titles, ...(Processes ?? [])].map((fields) => fields.join(" "));
}

function stateOf(found: ContainerInspectInfo): ContainerState {
  const { State, Config, NetworkSettings } = found;
  return {
    id: found.Id,
    name: found.Name.replace(/^\//, ""),
    image: found.Image,
    labels: Config.Labels ?? {},
    status: State.Status,
    running: State.Running,
    paused: State.Paused,
    exitCode: State.ExitCode,
    oomKilled: State.OOMKilled,
    error: State.Error,
    pid: State.Pid,
    addresses: Object.fromEntries(
      Object.entries(NetworkSettings.Networks ?? {})
        .filter(([, network]) => network.IPAddress !== "")
        .map(([name, network]) => [name, network.IPAddress]),
    ),
    published: Object.fromEntries(
      Object.entries(NetworkSettings.Ports ?? {}).flatMap(([port, bindings]) => {
        // The engine says null for a port that is exposed and not published.
        const hostPort = (bindings as typeof bindings | null)?.[0]?.HostPort;
        return hostPort === undefined ? [] : [[port, Number(hostPort)]];
      }),
    ),
    isolation: isolationOf(found),
  };
}
