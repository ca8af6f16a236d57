import { type HostFolder, unsafeBeside } from "../config/index.ts";
import { Fault } from "../fault/index.ts";

/** The folders of the host that servers of a manager were given, with all links in their paths followed. */
export interface HostFolders {
  /** Before the container is created, and for as long as the manager lives. Throws PATH_NOT_ALLOWED for one that is not safe. */
  claim(folders: readonly HostFolder[]): void;
}

export function createHostFolders(): HostFolders {
  const claimed: HostFolder[] = [];
  return {
    claim(folders) {
      for (const folder of folders) {
        const other = unsafeBeside(folder, claimed);
        if (other !== undefined) {
          const [inner, outer] =
            folder.path.length > other.path.length ? [folder, other] : [other, folder];
          throw new Fault(
            "PATH_NOT_ALLOWED",
            `Server "${folder.server}" cannot have the path ${JSON.stringify(folder.path)}: server "${outer.server}" may write to ${JSON.stringify(outer.path)}, and could lead server "${inner.server}" out of the workspace from there`,
            { hint: "Make the outer one read-only, or use folders beside each other." },
          );
        }
        if (
          !claimed.some(
            ({ path, writable }) => path === folder.path && writable === folder.writable,
          )
        ) {
          claimed.push(folder);
        }
      }
    },
  };
}
