import { resolve } from "node:path";
import type { LineCounter } from "yaml";
import { folderOf, staysInside } from "../paths.ts";
import { allowHint, hostPathProblem, isAllowed, relaxationsOf } from "../relaxations.ts";
import type { ServerSpec } from "../server.ts";
import type { Finding } from "../source.ts";
import { child, itemsOf, offsetAt, type Tree, textOf } from "../tree.ts";
import { quote, showValue } from "../wording.ts";

interface Place {
  readonly workspace: string;
  readonly folder: string;
}

/** What servers, or services, ask for that `allow` does not name; nothing where nobody says what is allowed. */
export function relaxationFindings(
  part: "servers" | "services",
  specs: Readonly<Record<string, Pick<ServerSpec, "hardening" | "volumes">>>,
  root: Tree,
  counter: LineCounter,
  { workspace, file, allow }: { workspace: string; file: string; allow?: readonly string[] },
): readonly Finding[] {
  if (allow === undefined) {
    return [];
  }
  const place = { workspace, folder: folderOf(file, workspace) };
  return Object.entries(specs).flatMap(([name, spec]) =>
    relaxationsOf(spec, place)
      .filter((relaxation) => !isAllowed(relaxation, allow))
      .map(({ name: wanted, path, what }) => ({
        offset: offsetAt(root, [part, name, ...path], counter),
        message: `the ${part === "servers" ? "server" : "service"} ${quote(name)} ${what}, which nobody allowed`,
        hint: allowHint(wanted),
      })),
  );
}

/** Host paths that no leave makes possible. */
export function hostPathFindings(server: Tree, { workspace, folder }: Place): readonly Finding[] {
  return itemsOf(child(server, "volumes")).flatMap((volume) => {
    const tree = child(volume, "host_path");
    const path = textOf(tree);
    if (!tree || path === undefined || staysInside(workspace, folder, path)) {
      return [];
    }
    const problem = hostPathProblem(resolve(folder, path));
    return problem === undefined
      ? []
      : [outsideFinding(tree, `lies outside the workspace and ${problem}`)];
  });
}

export function outsideFinding(tree: Tree, why: string): Finding {
  return { offset: tree.offset, message: `the path ${showValue(tree)} ${why}` };
}

/** Rights that nobody in the container could use. */
export function powerlessFindings(server: Tree): readonly Finding[] {
  const hardening = child(server, "hardening");
  const tree = child(hardening, "capabilities");
  const user = child(hardening, "user");
  const gains = child(hardening, "new_privileges");
  const gainsRights = gains?.kind === "scalar" && gains.value === true;
  const root = user?.kind === "scalar" && /^(?:root|0+)(?::|$)/.test(user.text);
  return tree && itemsOf(tree).length > 0 && !root && !gainsRights
    ? [
        {
          offset: tree.offset,
          message: "capabilities: the server does not run as root, so it could use none of them",
          hint: "Add `user: root`, or `new_privileges: true` for a program that carries them itself.",
        },
      ]
    : [];
}
