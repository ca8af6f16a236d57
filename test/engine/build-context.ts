import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import { pack } from "tar-fs";
import { expect, onTestFinished } from "vitest";
import type { BuildOptions, Engine } from "../../src/engine/index.ts";
import { asFault, type Fault } from "../../src/fault/index.ts";

/** A context of these files. */
export function contextOf(files: Readonly<Record<string, string>>): Readable {
  const stream = pack(".", {
    entries: [],
    finalize: false,
    finish: (archive) => {
      for (const [name, text] of Object.entries(files)) {
        archive.entry({ name }, text);
      }
      archive.finalize();
    },
  });
  // Typed by a stream library of its own.
  return stream as unknown as Readable;
}

export interface Built {
  readonly id: string;
  readonly tag: string;
  readonly lines: readonly string[];
}

/** Builds an image that is gone after the test, and keeps what the build said. */
export async function buildWith(
  engine: Engine,
  context: Parameters<Engine["buildImage"]>[0],
  changes: Partial<BuildOptions> = {},
  signal?: AbortSignal,
  lines: string[] = [],
): Promise<Built> {
  const tag = `test-${randomBytes(8).toString("hex")}:1`;
  const options: BuildOptions = {
    tag,
    dockerfile: "Dockerfile",
    args: {},
    labels: {},
    network: "default",
    ...changes,
  };
  const id = await engine.buildImage(context, options, (line) => lines.push(line), signal);
  onTestFinished(() => engine.removeImage(tag));
  return { id, tag, lines };
}

/** The fault that `work` ends with; a work that succeeds fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  return work.then(
    () => expect.fail("no fault"),
    (thrown: unknown) => asFault(thrown),
  );
}

/** Whether the bytes stand anywhere in an image's saved archive: configuration, history, layers. */
export async function isInImage(engine: Engine, reference: string, text: string): Promise<boolean> {
  const wanted = Buffer.from(text);
  let rest = Buffer.alloc(0);
  for await (const chunk of await engine.saveImages([reference])) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    if (bytes.includes(wanted)) {
      return true;
    }
    rest = bytes.subarray(-wanted.length);
  }
  return false;
}
