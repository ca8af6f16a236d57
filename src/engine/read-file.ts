import type { IncomingMessage } from "node:http";
import type { Connection } from "./connection.ts";
import { statusOf } from "./engine-fault.ts";
import { filesIn } from "./tar-files.ts";
import type { FileRead } from "./types.ts";

/** The headers around one file in an archive: its own, one with a long name, and the end. */
const archiveBytes = 16 * 1024;
/** Of the kernel, whatever an image has in their place. */
const notStored = ["/proc", "/sys", "/dev"];

/**
 * Reads one plain file of a container, running or not, up to `maxBytes`; nothing is unpacked, and no program runs.
 *
 * The engine follows links to folders inside the container, never out of it; the file itself may be no link. What is not
 * to be read, or is larger, is told from its head: its content is not waited for.
 */
export async function readFile(
  connection: Connection,
  id: string,
  path: string,
  maxBytes: number,
): Promise<FileRead> {
  const doing = `read ${path} of container ${id.slice(0, 12)}`;
  if (await liesInMemory(connection, id, path, doing)) {
    return { kind: "refused", why: "lies in memory, which no engine reads files out of" };
  }
  const call = {
    method: "GET",
    path: `/containers/${id}/archive`,
    query: { path },
    doing,
  } as const;
  let answer: IncomingMessage;
  try {
    answer = await connection.stream(call);
  } catch (error) {
    if (statusOf(error) === 404) {
      return { kind: "absent" };
    }
    throw error;
  }
  try {
    const refused = refusal(headOf(answer), maxBytes);
    return refused === undefined
      ? await fileOf(answer, maxBytes)
      : { kind: "refused", why: refused };
  } finally {
    answer.destroy();
  }
}

async function liesInMemory(
  connection: Connection,
  id: string,
  path: string,
  doing: string,
): Promise<boolean> {
  // The shape of the engine's answer at the pinned version.
  const { HostConfig } = (await connection.json({
    method: "GET",
    path: `/containers/${id}/json`,
    doing,
  })) as { readonly HostConfig: { readonly Tmpfs?: Readonly<Record<string, string>> | null } };
  const folders = [...notStored, ...Object.keys(HostConfig.Tmpfs ?? {})];
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

interface Head {
  readonly size: number;
  readonly mode: number;
  readonly linkTarget: string;
}

/** What the engine says of the file before it sends it; undefined where it says nothing. */
function headOf({ headers }: IncomingMessage): Head | undefined {
  const text = headers["x-docker-container-path-stat"];
  return typeof text === "string"
    ? // The shape of the engine's header at the pinned version.
      (JSON.parse(Buffer.from(text, "base64").toString()) as Head)
    : undefined;
}

/** Go's bits for what a path is, in the order in which they are told. */
const kinds: readonly (readonly [number, string])[] = [
  [31, "a folder"],
  [27, "a symbolic link"],
  [26, "a device"],
  [25, "a pipe"],
  [24, "a socket"],
  [19, "no plain file"],
];

function refusal(head: Head | undefined, maxBytes: number): string | undefined {
  if (head === undefined) {
    return undefined;
  }
  const kind = kinds.find(([bit]) => Math.floor(head.mode / 2 ** bit) % 2 === 1);
  if (kind !== undefined) {
    return `is ${kind[1]}`;
  }
  return head.size > maxBytes ? tooLarge(head.size, maxBytes) : undefined;
}

/** Whatever the head said: it may have become something else meanwhile. */
async function fileOf(answer: IncomingMessage, maxBytes: number): Promise<FileRead> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of answer) {
    // A stream without encoding yields bytes.
    const bytes = chunk as Uint8Array;
    chunks.push(bytes);
    read += bytes.byteLength;
    if (read > maxBytes + archiveBytes) {
      return { kind: "refused", why: tooLarge(read, maxBytes) };
    }
  }
  const [found, ...more] = [...filesIn(Buffer.concat(chunks)).values()];
  return found === undefined || more.length > 0
    ? { kind: "refused", why: "is no plain file" }
    : { kind: "file", bytes: found };
}

function tooLarge(size: number, maxBytes: number): string {
  return `has ${size} bytes, and no more than ${maxBytes} are read`;
}
