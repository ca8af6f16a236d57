import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { packFolder } from "../../src/engine/index.ts";
import { image, useEngine } from "./real-engine.ts";

const engine = useEngine();
const tags: string[] = [];
afterAll(async () => {
  for (const tag of tags) {
    await engine().removeImage(tag);
  }
});

/** A small image of its own content, made without a build. */
async function smallImage(): Promise<string> {
  const tag = `test-archive-${randomBytes(8).toString("hex")}:1`;
  const rootfs = await packFolder(import.meta.dirname, { entries: ["image-archive.test.ts"] });
  await engine().importImage(rootfs, tag, [`LABEL test=${tag}`]);
  tags.push(tag);
  return tag;
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    // Without an encoding set, a response yields buffers.
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

test("an image saved by its id comes back the same, without a name until it is given one", async () => {
  const tag = await smallImage();
  const { id, labels } = (await engine().inspectImage(tag)) ?? { id: "", labels: {} };
  const archive = await whole(await engine().saveImages([id]));
  await engine().removeImage(tag);
  expect(await engine().inspectImage(id)).toBeUndefined();
  expect(await engine().loadImages(Readable.from([archive]))).toEqual([id]);
  expect(await engine().inspectImage(tag)).toBeUndefined();
  await engine().tagImage(id, tag);
  expect(await engine().inspectImage(tag)).toMatchObject({ id, labels });
});

test("images saved by name come back by name, what they share once", async () => {
  const one = await smallImage();
  const two = await smallImage();
  const [single, both] = await Promise.all(
    [[one], [one, two]].map(async (names) => whole(await engine().saveImages(names))),
  );
  expect(both?.length).toBeLessThan((single?.length ?? 0) * 2);
  expect(await engine().loadImages(Readable.from([both ?? Buffer.alloc(0)]))).toEqual(
    expect.arrayContaining([one, two]),
  );
});

test("what is no archive of images is a fault with the engine's words", async () => {
  const fault = engine().loadImages(Readable.from([Buffer.from("no tar at all")]));
  await expect(fault).rejects.toMatchObject({
    code: "ENGINE_ERROR",
    message: expect.stringMatching(/^load images: ./),
  });
  await expect(engine().saveImages([`${image}-absent`])).rejects.toMatchObject({
    code: "IMAGE_NOT_FOUND",
  });
});

test("a load ends when it is cancelled", async () => {
  const cancel = new AbortController();
  const endless = new PassThrough();
  const loading = engine().loadImages(endless, cancel.signal);
  cancel.abort(new Error("enough"));
  await expect(loading).rejects.toThrow("enough");
  expect(endless.destroyed).toBe(true);
});
