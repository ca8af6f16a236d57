import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { imageRegistry } from "../registry/image-registry.ts";
import { commandOf } from "./in-process.ts";

/** `run` of a file whose only server has these keys; the image it names is removed after it. */
async function runOf(server: string, pulled: string, options: readonly string[] = []) {
  const cwd = await mkdtemp(join(tmpdir(), "command-pull-"));
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  onTestFinished(async () => {
    await rm(cwd, { recursive: true, force: true });
    await engine.removeImage(pulled);
    engine.close();
  });
  const scenarios = "scenarios: [{ name: it answers, steps: [{ ping: }] }]";
  await writeFile(
    join(cwd, "mcp-manager.yml"),
    `version: 1\nservers: { s: ${server} }\n${scenarios}\n`,
  );
  const environment = { DOCKER_HOST: process.env["DOCKER_HOST"], HOME: cwd };
  return commandOf(["run", ...options], { cwd, environment });
}

test("F28 a server whose image is for another platform fails with that as the reason", async () => {
  const registry = await imageRegistry({ architecture: "s390x" });
  const image = `${registry.host}/${registry.name}:1`;
  const { exitCode, out, err } = await runOf(`{ image: "${image}", platform: linux/s390x }`, image);
  expect(exitCode).toBe(3);
  expect(err).toContain("the image is for linux/s390x, the engine runs linux/");
  expect(out).toMatch(
    /the image is for linux\/s390x, which the engine's host neither is nor emulates/,
  );
});

test("an image of Docker Hub is pulled through the mirror that the command line names", async () => {
  const registry = await imageRegistry();
  const atMirror = `${registry.host}/${registry.name}:1`;
  const { err } = await runOf(`{ image: "${registry.name}:1" }`, atMirror, [
    "--registry-mirror",
    registry.host,
  ]);
  expect(err).toContain(`s: pulling ${atMirror}`);
  expect(registry.asked.layer).toBe(1);
});

test("F16 an image that may not be pulled and is not there is a fault of the run file, without a try", async () => {
  const registry = await imageRegistry();
  const image = `${registry.host}/${registry.name}:1`;
  const { exitCode, out } = await runOf(`{ image: "${image}", pull: never }`, image);
  expect(exitCode).toBe(3);
  expect(out).toContain(
    `Image ${image} is not on the engine, and \`pull: never\` keeps it from being pulled`,
  );
  expect(registry.asked.version).toBe(0);
});
