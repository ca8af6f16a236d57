import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { type Engine, unpackInto } from "../engine/index.ts";
import { imageLabels, type PlannedImage } from "../registry/index.ts";
import { entryFolder } from "./cache-client.ts";

/** Larger files of an archive are layers. */
const maxDescriptionBytes = 2 ** 20;

/** What stands beside the archive in an entry. */
const about = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What building took when the entry was saved. */
  buildMs: z.number().nonnegative(),
});

const manifest = z.tuple([
  z.looseObject({ Config: z.string(), RepoTags: z.array(z.string()).nullish() }),
]);
const config = z.looseObject({
  config: z.looseObject({ Labels: z.record(z.string(), z.string()).nullish() }),
});
const index = z.looseObject({
  manifests: z.array(z.looseObject({ annotations: z.record(z.string(), z.string()).nullish() })),
});

export type ImageIdentity = Pick<PlannedImage, "reference" | "key">;

/** Writes the files of an entry below `folder`: the image without its name, and what is to be known of it. */
export async function writeEntry(
  folder: string,
  imageId: string,
  buildMs: number,
  engine: Pick<Engine, "saveImages">,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(join(folder, entryFolder), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = createWriteStream(archiveIn(folder), { mode: 0o600 });
  await pipeline(await engine.saveImages([imageId]), counted, file, { signal });
  const sha256 = hash.digest("hex");
  await writeFile(aboutIn(folder), JSON.stringify({ sha256, buildMs }), { mode: 0o600 });
}

/**
 * Brings the image of a restored entry to the engine, under its name; what building it took comes back.
 *
 * Nothing is loaded before all of it was checked: the archive's digest, that it holds one image and no name (a name
 * would replace whatever has it on the engine), and that the image carries the key that was asked for. Rejects
 * with the reason.
 */
export async function loadEntry(
  folder: string,
  wanted: ImageIdentity,
  engine: Pick<Engine, "loadImages" | "inspectImage" | "tagImage">,
  signal: AbortSignal,
): Promise<number> {
  for (const path of [archiveIn(folder), aboutIn(folder)]) {
    if (!(await lstat(path)).isFile()) {
      throw new Error("the entry holds something else than files");
    }
  }
  const { sha256, buildMs } = parsed(about, await readFile(aboutIn(folder), "utf8"), "about.json");
  const described = join(folder, "described");
  const digest = await describe(archiveIn(folder), described, signal);
  if (digest !== sha256) {
    throw new Error("the archive is damaged: it does not have the digest it was saved with");
  }
  await checkDescribed(described, wanted);
  await rm(described, { recursive: true });
  const loaded = await engine.loadImages(createReadStream(archiveIn(folder)), signal);
  const [id = ""] = loaded;
  const image = loaded.length === 1 ? await engine.inspectImage(id) : undefined;
  if (image?.labels[imageLabels.key] !== wanted.key) {
    throw new Error("the engine made another image of it");
  }
  await engine.tagImage(image.id, wanted.reference);
  return buildMs;
}

/** Reads the archive once: its digest, and its small files unpacked into `target`. */
async function describe(archive: string, target: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  const seen = new Set<string>();
  let odd = false;
  const unpacked = await unpackInto(target, {
    ignore(path, header) {
      const small = header?.type === "file" && header.size <= maxDescriptionBytes;
      const telling = dirname(path) === target && !small && header?.type !== "directory";
      // A file that is there twice, or elsewhere: the engine might read another than was checked.
      odd ||= telling || (small && seen.has(path));
      seen.add(path);
      return !small;
    },
  });
  const tee = new PassThrough();
  tee.on("data", (chunk: Buffer) => hash.update(chunk));
  await pipeline(createReadStream(archive, { highWaterMark: 2 ** 20 }), tee, unpacked, { signal });
  if (odd) {
    throw new Error("the archive is not of the kind the engine writes");
  }
  return hash.digest("hex");
}

async function checkDescribed(folder: string, wanted: ImageIdentity): Promise<void> {
  const read = (name: string) => readFile(join(folder, name), "utf8").catch(() => undefined);
  const [image] = parsed(manifest, (await read("manifest.json")) ?? "", "manifest.json");
  const indexText = await read("index.json");
  const named =
    indexText !== undefined &&
    parsed(index, indexText, "index.json").manifests.some(({ annotations }) =>
      Object.keys(annotations ?? {}).some((name) => /image\.(?:ref\.)?name$/.test(name)),
    );
  if ((image.RepoTags ?? []).length > 0 || named || (await read("repositories")) !== undefined) {
    throw new Error("the archive names its image, which would replace an image of that name");
  }
  const text = (await read(join("/", image.Config))) ?? "";
  const hex = /([0-9a-f]{64})(?:\.json)?$/.exec(image.Config)?.[1];
  if (createHash("sha256").update(text).digest("hex") !== hex) {
    throw new Error("the image's description does not have its own digest");
  }
  if (parsed(config, text, image.Config).config.Labels?.[imageLabels.key] !== wanted.key) {
    throw new Error("it is the image of another content");
  }
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  name: string,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${name} is missing or not understood`);
  }
}

function archiveIn(folder: string): string {
  return join(folder, entryFolder, "image.tar");
}

function aboutIn(folder: string): string {
  return join(folder, entryFolder, "about.json");
}
