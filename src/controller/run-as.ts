import type { Engine, ImageInfo } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { objectLabels } from "./labels.ts";
import type { ContainerPlan, Ownership } from "./types.ts";

interface Choice {
  readonly plan: Pick<ContainerPlan, "relaxed" | "volumes" | "server">;
  readonly image: Pick<ImageInfo, "id" | "user">;
  /** Who we are on the host. */
  readonly manager: { readonly uid: number; readonly gid: number } | undefined;
}

/** Nobody's user and group: for images that would run as root. */
const unprivileged = "65532:65532";
const passwd = "/etc/passwd";
/** The lists of users of images, read once: reading takes a container that is never started. */
const lists = new WeakMap<Engine, Map<string, Promise<string | undefined>>>();

/**
 * Who a server runs as: as its plan says; with a writable folder of the host, as the manager's user unless that is root,
 * so that the files made are the user's own; else as its image's user, or as 65532:65532 where that is root.
 *
 * A name in the image is looked up in the image's own list, since it may stand for root there, and handed over as a
 * number. Rejects IMAGE_USER_UNKNOWN for a name that is not in it.
 */
export function runAs(
  engine: Engine,
  ownership: Ownership,
  { plan, image, manager }: Choice,
): Promise<string> {
  if (plan.relaxed?.user !== undefined) {
    return Promise.resolve(plan.relaxed.user);
  }
  const { uid, gid } = manager ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (uid !== 0 && plan.volumes.some((volume) => volume.kind === "host" && !volume.readOnly)) {
    return Promise.resolve(`${uid}:${gid}`);
  }
  return imageUser(engine, ownership, image, plan.server);
}

async function imageUser(
  engine: Engine,
  ownership: Ownership,
  { id, user }: Choice["image"],
  server: string,
): Promise<string> {
  const [name = "", group] = user.split(":");
  // A number is one, whatever the image's list says.
  if (/^\d+$/.test(name)) {
    return /^0+$/.test(name) ? unprivileged : user;
  }
  if (name === "" || name === "root") {
    return unprivileged;
  }
  const list = await usersOf(engine, ownership, id);
  if (list === undefined) {
    return unprivileged;
  }
  const ids = idsIn(list, name);
  if (ids === undefined) {
    const message = `Start server "${server}": its image says USER ${JSON.stringify(name)}, which the image's ${passwd} does not have`;
    throw new Fault("IMAGE_USER_UNKNOWN", message);
  }
  return /^0*[1-9]\d{0,9}$/.test(ids.uid) ? `${ids.uid}:${group ?? ids.gid}` : unprivileged;
}

/** undefined where the image has no such plain file. */
function usersOf(engine: Engine, ownership: Ownership, image: string): Promise<string | undefined> {
  const ofEngine = lists.get(engine) ?? new Map<string, Promise<string | undefined>>();
  lists.set(engine, ofEngine);
  const known = ofEngine.get(image);
  if (known !== undefined) {
    return known;
  }
  const list = engine
    .readImageFile(image, passwd, objectLabels(ownership, "image"))
    .then((bytes) => bytes && Buffer.from(bytes).toString())
    .catch((error: unknown) => {
      ofEngine.delete(image);
      throw error;
    });
  ofEngine.set(image, list);
  return list;
}

/** The first entry of the name counts; what is no number counts as 0, for the engine too. */
function idsIn(
  list: string,
  wanted: string,
): { readonly uid: string; readonly gid: string } | undefined {
  for (const line of list.split("\n")) {
    const [name, , uid = "", gid = ""] = line.trim().split(":");
    if (name === wanted) {
      return { uid, gid: /^\d{1,10}$/.test(gid) ? gid : "0" };
    }
  }
  return undefined;
}
