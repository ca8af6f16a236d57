import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { localBaseImage, planImage, resolveImage } from "../../src/registry/index.ts";
import { registryDeps, scratch } from "./deps.ts";

test("what will be built is known before it is, and nothing is built for the asking", async () => {
  const workspace = await scratch();
  await writeFile(join(workspace, "Dockerfile"), `FROM ${localBaseImage}\nCOPY nonce /nonce\n`);
  await writeFile(join(workspace, "nonce"), randomBytes(8).toString("hex"));
  const deps = await registryDeps(workspace);
  const spec = serverSchema.parse({ build: "." });
  const planned = await planImage(spec, deps);
  expect(planned?.present).toBe(false);
  expect(await deps.engine.inspectImage(planned?.reference ?? "")).toBeUndefined();
  const built = await resolveImage(spec, deps);
  onTestFinished(() => deps.engine.removeImage(built.imageId));
  expect(built).toMatchObject({ image: planned?.reference, key: planned?.key, built: true });
  expect(await planImage(spec, deps)).toEqual({ ...planned, present: true });
});

test("an image that is only taken is not planned", async () => {
  const deps = await registryDeps(await scratch());
  const spec = serverSchema.parse({ image: "example.org/never:1" });
  expect(await planImage(spec, deps)).toBeUndefined();
});
