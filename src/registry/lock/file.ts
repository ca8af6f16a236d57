import type { Document } from "yaml";
import { z } from "zod";
import { Fault, type Problem } from "../../fault/index.ts";

/** A lock file is ours; one that is longer was made by something else. */
const mostBytes = 4 * 2 ** 20;

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");

const name = z.string().regex(/^[a-zA-Z0-9][\w.:/-]{0,254}$/, "must be an image reference");

/** An image: by its registry's digest where it came from one, else only by its id. */
const image = z.strictObject({ reference: name, digest: hash.optional(), id: hash });

const server = z.strictObject({
  /** Hash of what the run file says about where the server's image comes from. */
  entry: hash,
  template: z.string().min(1),
  /** Parameters that a locked run is given instead of those of the run file. */
  pin: z.record(z.string(), z.string()).default({}),
  /** When it was locked; packages published later are not installed, where the package manager can be told so. */
  as_of: z.iso.datetime().optional(),
  /** Exact version of the server's own package; null where it is the repository's own or nobody knows. */
  version: z.string().nullable(),
  platform: z.string().regex(/^[a-z0-9]+\/[a-z0-9_]+$/, "must be such as linux/amd64"),
  /** Of a server that is an image as it is. */
  image: image.optional(),
  bases: z.array(image).default([]),
  /** `type:name@version`, sorted; empty where nobody lists them. */
  packages: z.array(z.string()).default([]),
});

const lock = z.strictObject({ version: z.literal(1), servers: z.record(z.string(), server) });

export type LockedImage = z.output<typeof image>;
export type LockedServer = z.output<typeof server>;

/** A lock file as read, with the places of its servers in it. */
export interface Lock {
  readonly file: string;
  readonly servers: Readonly<Record<string, LockedServer>>;
  /** Where the server stands, else the first line. */
  readonly at: (server: string) => Pick<Problem, "line" | "column">;
}

/** Where the lock file of a run file is: beside it, `.lock.yml` for its ending. */
export function lockFileOf(runFile: string): string {
  return `${runFile.replace(/\.ya?ml$/, "")}.lock.yml`;
}

/** Reads a lock file. Rejects LOCK_INVALID with every problem at its place. */
export async function readLock(file: string, text: string): Promise<Lock> {
  const { LineCounter, parseDocument } = await import("yaml");
  const counter = new LineCounter();
  const problem = (offset: number, message: string): Problem => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col, message };
  };
  if (Buffer.byteLength(text) > mostBytes) {
    throw invalid(file, [{ file, line: 1, column: 1, message: "it is longer than 4 MiB" }]);
  }
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const found = document.errors.map(({ pos, message }) =>
    problem(pos[0], message.split("\n")[0] ?? ""),
  );
  if (found.length > 0) {
    throw invalid(file, found);
  }
  const offsetOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      // The range of a node begins where its text does.
      const node = document.getIn(path.slice(0, length), true) as { range?: number[] } | undefined;
      const offset = node?.range?.[0];
      if (offset !== undefined) {
        return offset;
      }
    }
    return 0;
  };
  const parsed = lock.safeParse(plainOf(document, (why) => invalid(file, [problem(0, why)])));
  if (!parsed.success) {
    throw invalid(
      file,
      parsed.error.issues.map(({ path, message }) =>
        problem(offsetOf(path), `${path.join(".") || "lock file"}: ${message}`),
      ),
    );
  }
  return {
    file,
    servers: parsed.data.servers,
    at(wanted) {
      const { line, col } = counter.linePos(offsetOf(["servers", wanted]));
      return { line, column: col };
    },
  };
}

/** The text of a lock file; the same servers give the same text. */
export async function lockText(servers: Readonly<Record<string, LockedServer>>): Promise<string> {
  const { stringify } = await import("yaml");
  const sorted = Object.entries(servers).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const head = [
    "# Written by `docker-mcp-manager lock`; not for hands. Keep it under version control:",
    "# `docker-mcp-manager run --locked` installs exactly this, and refuses what has become something else.",
  ];
  const body = stringify(
    { version: 1, servers: Object.fromEntries(sorted) },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
  return `${head.join("\n")}\n${body}`;
}

/** What the text says; one that points at itself (`*name`) is not ours, and could be made to grow without end. */
function plainOf(document: Document, refused: (why: string) => Fault): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (thrown) {
    throw refused(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function invalid(file: string, problems: readonly Problem[]): Fault {
  const listed = problems.map(
    ({ line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
  return new Fault("LOCK_INVALID", listed.join("\n"), { problems });
}
