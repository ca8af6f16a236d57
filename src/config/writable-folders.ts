import { resolve } from "node:path";
import type { LineCounter } from "yaml";
import { contains, folderOf } from "./paths.ts";
import type { ServerSpec } from "./server.ts";
import type { Finding } from "./source.ts";
import { offsetAt, type Tree } from "./tree.ts";
import { quote } from "./wording.ts";

type Sharing = Readonly<Record<string, Pick<ServerSpec, "volumes">>>;

/** A folder or file of the host that a server or service is given. */
export interface HostFolder {
  readonly server: string;
  readonly path: string;
  readonly writable: boolean;
}

/**
 * The folder among `others` that makes it unsafe to give a server this one: whoever may write to a folder can put a link
 * in the place of what lies in it, and the engine would follow that link anywhere on the host.
 */
export function unsafeBeside<Folder extends HostFolder>(
  folder: HostFolder,
  others: readonly Folder[],
): Folder | undefined {
  return others.find(
    (other) =>
      other.path !== folder.path &&
      ((other.writable && contains(other.path, folder.path)) ||
        (folder.writable && contains(folder.path, other.path))),
  );
}

/** Volumes that lie in one that a server may write to, or that hold one if the server may write to them. */
export function overlapFindings(
  sections: Readonly<Record<"servers" | "services", Sharing>>,
  root: Tree,
  counter: LineCounter,
  { workspace, file }: { readonly workspace: string; readonly file: string },
): readonly Finding[] {
  const base = folderOf(file, workspace);
  const all = Object.entries(sections).flatMap(([section, sharing]) =>
    Object.entries(sharing).flatMap(([server, { volumes }]) =>
      volumes.flatMap(({ host_path: host, seed, read_only: readOnly }, nth) => {
        const [key, path] = host === undefined ? ["seed", seed] : ["host_path", host];
        const at = [section, server, "volumes", nth, key];
        const writable = host !== undefined && !readOnly;
        return path === undefined ? [] : [{ server, path: resolve(base, path), writable, at }];
      }),
    ),
  );
  return all.flatMap((folder, nth) => {
    const other = unsafeBeside(folder, all.slice(0, nth));
    return other === undefined
      ? []
      : [
          {
            offset: offsetAt(root, folder.at, counter),
            message: `the volume of ${quote(folder.server)} ${folder.path.length > other.path.length ? "lies in" : "holds"} one of ${quote(other.server)}, and what is written to the outer one could lead the inner one anywhere`,
            hint: "Make the outer one read-only, or use folders beside each other.",
          },
        ];
  });
}
