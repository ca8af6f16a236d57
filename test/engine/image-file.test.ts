import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packFolder } from "../../src/engine/index.ts";
import { image, useEngine } from "./real-engine.ts";

const engine = useEngine();
const tag = `test-${randomBytes(8).toString("hex")}:1`;
/** Longer than a tar header has room for. */
const long = `opt/${"deep".repeat(40)}.txt`;
/** Found by them, should one be left. */
const labels = { "image-file-test": tag };

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "image-file-"));
  await mkdir(dirname(join(folder, long)), { recursive: true });
  await writeFile(join(folder, long), "far away");
  await writeFile(join(folder, "empty"), "");
  await mkdir(join(folder, "list.d/below"), { recursive: true });
  await writeFile(join(folder, "list.d/one"), "1");
  await writeFile(join(folder, `list.d/${"t".repeat(150)}`), "2");
  await writeFile(join(folder, "list.d/below/deep"), "3");
  await symlink("empty", join(folder, "link"));
  await writeFile(join(folder, "large"), "");
  await truncate(join(folder, "large"), 33 * 2 ** 20);
  await engine().importImage(await packFolder(folder), tag, []);
  await rm(folder, { recursive: true });
});
afterAll(() => engine().removeImage(tag));

const read = async (path: string) => {
  const bytes = await engine().readImageFile(tag, path, labels);
  return bytes && Buffer.from(bytes).toString();
};

test("a file of an image is read without running anything, however long its name, also when it is empty", async () => {
  expect(await read(`/${long}`)).toBe("far away");
  expect(await read("/empty")).toBe("");
  const passwd = await engine().readImageFile(image, "/etc/passwd", labels);
  expect(Buffer.from(passwd ?? []).toString()).toContain("node:x:1000");
});

test("what is absent, a folder, a link or too large to hold is no file to read", async () => {
  for (const path of ["/absent", "/opt", "/link", "/large"]) {
    expect([path, await read(path)]).toEqual([path, undefined]);
  }
});

test("several files are read at once, and a folder stands for the files right in it", async () => {
  const files = await engine().readImageFiles(tag, ["/empty", "/absent", "/list.d/"], labels);
  expect([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
    ["/empty", ""],
    ["/list.d/one", "1"],
    [`/list.d/${"t".repeat(150)}`, "2"],
  ]);
});

test("an image that is not there is not found", async () => {
  await expect(engine().readImageFile("test-absent:1", "/x", labels)).rejects.toMatchObject({
    code: "IMAGE_NOT_FOUND",
  });
});

test("reading leaves no container behind, whatever it finds", async () => {
  await read("/empty");
  await read("/large");
  expect(await engine().listLabelled([`image-file-test=${tag}`])).toEqual([]);
});
