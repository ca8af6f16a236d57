import type { Connection } from "./connection.ts";

export interface NeverStarted {
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  /** As the engine wants them. */
  readonly mounts?: readonly object[];
}

/** A container through which files are read and written, and in which nothing ever runs; its id. */
export async function createNeverStarted(
  connection: Connection,
  { image, labels, mounts }: NeverStarted,
  doing: string,
): Promise<string> {
  // The shape of the engine's answer at the pinned version.
  const { Id } = (await connection.json({
    method: "POST",
    path: "/containers/create",
    body: {
      Image: image,
      // An image that names no command would be refused.
      Entrypoint: ["/never-started"],
      Labels: labels,
      NetworkDisabled: true,
      HostConfig: { NetworkMode: "none", ...(mounts && { Mounts: mounts }) },
    },
    doing,
    deadlineMs: 60_000,
  })) as { readonly Id: string };
  return Id;
}
