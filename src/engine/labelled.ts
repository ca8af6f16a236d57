import type { Call } from "./connection.ts";
import { tolerating } from "./engine-fault.ts";
import type { Removable } from "./types.ts";

/** Anything that can put a call to the engine. */
export interface Caller {
  json(call: Call): Promise<unknown>;
}

/** The engine's words for an object in a listing; volumes have no id. */
interface Listed {
  readonly Id?: string;
  readonly Name?: string;
  readonly Names?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

/** Removing a container kills it first; engines under load took 10 s for that. */
const removeDeadlineMs = 60_000;

export async function listLabelled(
  caller: Caller,
  labels: readonly string[],
): Promise<readonly Removable[]> {
  const query = { filters: JSON.stringify({ label: labels }) };
  const doing = "list what carries our label";
  // The shapes of the engine's three listings, at a pinned version.
  const [containers, networks, volumes] = (await Promise.all([
    caller.json({ method: "GET", path: "/containers/json", query: { ...query, all: "1" }, doing }),
    caller.json({ method: "GET", path: "/networks", query, doing }),
    caller.json({ method: "GET", path: "/volumes", query, doing }),
  ])) as [readonly Listed[], readonly Listed[], { readonly Volumes?: readonly Listed[] | null }];
  return [
    ...containers.map((listed) => removable("container", listed)),
    ...networks.map((listed) => removable("network", listed)),
    ...(volumes.Volumes ?? []).map((listed) => removable("volume", listed)),
  ];
}

/** Force-removes; what is absent or already being removed counts as done. */
export async function removeObject(
  caller: Caller,
  object: Pick<Removable, "kind" | "id">,
): Promise<void> {
  const doing = `remove ${object.kind} ${object.kind === "volume" ? object.id : object.id.slice(0, 12)}`;
  const call = { method: "DELETE", doing, deadlineMs: removeDeadlineMs } as const;
  const id = encodeURIComponent(object.id);
  if (object.kind === "container") {
    // 409: another removal is in progress.
    await tolerating(
      [404, 409],
      caller.json({ ...call, path: `/containers/${id}`, query: { force: "1", v: "1" } }),
    );
  } else {
    await tolerating([404], caller.json({ ...call, path: `/${object.kind}s/${id}` }));
  }
}

function removable(kind: Removable["kind"], listed: Listed): Removable {
  return {
    kind,
    id: (kind === "volume" ? listed.Name : listed.Id) ?? "",
    // A container's name comes with a slash before it.
    name: listed.Names?.[0]?.slice(1) ?? listed.Name ?? "",
    labels: listed.Labels ?? {},
  };
}
