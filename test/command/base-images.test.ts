import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { imageLabels, localBaseImage, standIns } from "../../src/registry/index.ts";
import { commandOf } from "./in-process.ts";

const environment = { DOCKER_HOST: process.env["DOCKER_HOST"] };

test("the local base images are listed with what they stand for and whether they are here", async () => {
  const { exitCode, out } = await commandOf(["base-images", "--list"], { environment });
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^NAME +STANDS FOR +IMAGE +STATE +SIZE +TIME\n/);
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  onTestFinished(() => engine.close());
  for (const { name, wanted, reference, key } of standIns) {
    const label = (await engine.inspectImage(reference))?.labels[imageLabels.key];
    const state =
      label === (await key()) ? "current" : label === undefined ? "absent" : "older recipe";
    expect(out).toMatch(new RegExp(`^${name} +${wanted} +${reference} +${state} `, "m"));
  }
});

test("those named are made when they are not here, and left as they are when they are", async () => {
  const { exitCode, out, err } = await commandOf(["base-images", "node", "--json"], {
    environment,
  });
  expect([exitCode, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject([
    { name: "node", image: localBaseImage, state: "current", ms: null, error: null },
  ]);
});

test("a name that is none of them is refused with those there are, before anything is made", async () => {
  const { exitCode, out, err } = await commandOf(["base-images", "node", "cobol"], { environment });
  expect([exitCode, out]).toEqual([2, ""]);
  expect(err).toContain(
    'there is no "cobol"; there are node, debian, python, go, rust, maven, jre.',
  );
});

test("a mirror that is no host is refused before anything runs", async () => {
  const { exitCode, err } = await commandOf(["serve", "--registry-mirror", "mirror"], {
    environment,
  });
  expect(exitCode).toBe(2);
  expect(err).toContain('Registry mirror: "mirror" would be taken for a name on Docker Hub');
});
