import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { createSlots } from "../../src/registry/build/slots.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { registryDeps, scratch } from "./deps.ts";

test("never more than the limit run at once, and the others follow in their order", async () => {
  const slots = createSlots(2);
  const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const begun: number[] = [];
  const waited: number[] = [];
  const all = gates.map(({ promise }, index) =>
    slots.run(
      async () => {
        begun.push(index);
        await promise;
        if (index === 1) {
          throw new Error("failed");
        }
      },
      () => waited.push(index),
    ),
  );
  await expect.poll(() => begun.length).toBe(2);
  expect([begun, waited]).toEqual([
    [0, 1],
    [2, 3],
  ]);
  gates[1]?.resolve();
  await expect(all[1]).rejects.toThrow("failed");
  expect(begun).toEqual([0, 1, 2]);
  gates.forEach((gate) => gate.resolve());
  await Promise.allSettled(all);
  expect(begun).toEqual([0, 1, 2, 3]);
  await expect(
    slots.run(
      async () => "free",
      () => expect.fail("waited"),
    ),
  ).resolves.toBe("free");
});

test("who gives up while waiting loses its place, and nobody else's", async () => {
  const slots = createSlots(1);
  const gate = Promise.withResolvers<void>();
  const controller = new AbortController();
  const first = slots.run(
    () => gate.promise,
    () => undefined,
  );
  const second = slots.run(
    async () => "second",
    () => undefined,
    controller.signal,
  );
  const third = slots.run(
    async () => "third",
    () => undefined,
  );
  controller.abort(new Error("enough"));
  await expect(second).rejects.toThrow("enough");
  gate.resolve();
  await first;
  await expect(third).resolves.toBe("third");
});

test("different images are built at most as many at once as the settings say, and the wait is told", async () => {
  const workspace = await scratch();
  const deps = { ...(await registryDeps(workspace)), parallelBuilds: 1 };
  const names = ["one", "two", "three"];
  for (const name of names) {
    await mkdir(join(workspace, name));
    const nonce = randomBytes(4).toString("hex");
    await writeFile(
      join(workspace, name, "Dockerfile"),
      `FROM ${localBaseImage}\nENV A=${nonce}\n`,
    );
  }
  await Promise.all(
    names.map(async (name) => {
      const { imageId } = await resolveImage(serverSchema.parse({ build: name }), deps);
      onTestFinished(() => deps.engine.removeImage(imageId));
    }),
  );
  const order = deps.lines
    .filter((line) => /^(building|built) /.test(line))
    .map((line) => line.split(" ")[0]);
  expect(order).toEqual(["building", "built", "building", "built", "building", "built"]);
  expect(
    deps.lines.filter((line) => line.endsWith("waits until another build has ended")),
  ).toHaveLength(2);
});

test("who waits for another's build that is cancelled builds itself, and who is cancelled waits no longer", async () => {
  const workspace = await scratch();
  const nonce = randomBytes(4).toString("hex");
  await writeFile(
    join(workspace, "Dockerfile"),
    `FROM ${localBaseImage}\nRUN echo ${nonce} && sleep 1\n`,
  );
  const deps = await registryDeps(workspace);
  const spec = serverSchema.parse({ build: "." });
  const [owner, impatient] = [new AbortController(), new AbortController()];
  const running = Promise.withResolvers<void>();
  const onProgress = (line: string) => {
    deps.onProgress(line);
    if (line.includes(`RUN echo ${nonce}`)) {
      running.resolve();
    }
  };
  const first = resolveImage(spec, { ...deps, onProgress, signal: owner.signal });
  await running.promise;
  const second = resolveImage(spec, deps);
  const third = resolveImage(spec, { ...deps, signal: impatient.signal });
  // Until both have asked for the image and found the build.
  await resolveImage(serverSchema.parse({ image: localBaseImage }), deps);
  impatient.abort(new Error("no time"));
  await expect(third).rejects.toThrow("no time");
  owner.abort(new Error("enough"));
  await expect(first).rejects.toThrow("enough");
  const result = await second;
  onTestFinished(() => deps.engine.removeImage(result.imageId));
  expect(result.built).toBe(true);
});
