import { randomBytes } from "node:crypto";
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { registryDeps, scratch } from "./deps.ts";

test("a context of 150 MiB is streamed to the engine and never held whole", async () => {
  const workspace = await scratch();
  const nonce = randomBytes(8).toString("hex");
  await writeFile(join(workspace, "Dockerfile"), `FROM ${localBaseImage}\nCOPY ${nonce} /\n`);
  await writeFile(join(workspace, nonce), nonce);
  const deps = await registryDeps(workspace);
  const spec = serverSchema.parse({ build: "." });
  // Loads what a build needs, which is nothing of the context's.
  const small = await resolveImage(spec, deps);
  onTestFinished(() => deps.engine.removeImage(small.imageId));
  await writeFile(join(workspace, "model.bin"), nonce);
  await truncate(join(workspace, "model.bin"), 150 * 2 ** 20);
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const { imageId } = await resolveImage(spec, deps);
  clearInterval(timer);
  onTestFinished(() => deps.engine.removeImage(imageId));
  expect(deps.lines).toContain("context of 150.0 MiB sent");
  // Measured: 73, chunks that wait for the garbage collector; held whole it would be more than 150.
  expect((most - before) / 2 ** 20).toBeLessThan(100);
});

test("a report of the run in the context is not sent: it changes while servers are built", async () => {
  const workspace = await scratch();
  const nonce = randomBytes(8).toString("hex");
  await writeFile(join(workspace, "Dockerfile"), `FROM ${localBaseImage}\nENV NONCE=${nonce}\n`);
  const deps = await registryDeps(workspace);
  const spec = serverSchema.parse({ build: "." });
  const first = await resolveImage(spec, deps);
  onTestFinished(() => deps.engine.removeImage(first.imageId));
  await mkdir(join(workspace, "docker-mcp-manager-report"));
  await writeFile(join(workspace, "docker-mcp-manager-report/run.db"), nonce);
  expect((await resolveImage(spec, deps)).built).toBe(false);
});
