import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { isInImage } from "../engine/build-context.ts";
import { faultOf, outputOf, registryDeps, scratch } from "./deps.ts";

async function depsWith(steps: string, secrets: Readonly<Record<string, string>>) {
  const workspace = await scratch();
  await writeFile(join(workspace, "Dockerfile"), `FROM ${localBaseImage}\n${steps}`);
  return { ...(await registryDeps(workspace)), secrets };
}

async function built(
  deps: Awaited<ReturnType<typeof depsWith>>,
  build: Readonly<Record<string, unknown>>,
) {
  const result = await resolveImage(serverSchema.parse({ build }), deps);
  if (result.built) {
    onTestFinished(() => deps.engine.removeImage(result.imageId));
  }
  return result;
}

test("A28 A49 a build gets the secrets it names and no other, and another value asks for no other image", async () => {
  const token = `canary-${randomBytes(12).toString("hex")}`;
  const nonce = randomBytes(4).toString("hex");
  const steps = `ENV NONCE=${nonce}\nRUN --mount=type=secret,id=TOKEN --mount=type=secret,id=OTHER ls /run/secrets > /seen; cat /run/secrets/TOKEN\n`;
  const deps = await depsWith(steps, { TOKEN: token, OTHER: "not-for-this-build" });
  const first = await built(deps, { secrets: ["TOKEN"] });
  const seen = { entrypoint: ["cat", "/seen"] };
  expect(await outputOf(deps.engine, first.imageId, seen)).toBe("TOKEN\n");
  expect(await isInImage(deps.engine, first.image, token)).toBe(false);
  expect(deps.lines).toContain("***");
  expect(deps.lines.join("\n")).not.toContain(token);
  const again = await built({ ...deps, secrets: { TOKEN: "another" } }, { secrets: ["TOKEN"] });
  expect([again.built, again.key]).toEqual([false, first.key]);
});

test("A49 a secret without a value and a build argument that holds one are refused before anything is built", async () => {
  const nonce = randomBytes(4).toString("hex");
  const deps = await depsWith(`ENV NONCE=${nonce}\n`, { TOKEN: "hunter2-hunter2" });
  const missing = await faultOf(built(deps, { secrets: ["TOKEN", "ABSENT"] }));
  expect([missing.code, missing.message]).toEqual([
    "USAGE",
    "The build's secrets have no value: ABSENT",
  ]);
  const held = await faultOf(built(deps, { args: { URL: "https://hunter2-hunter2@host/" } }));
  expect([held.code, held.message]).toEqual([
    "USAGE",
    expect.stringMatching(/^Build argument URL holds the value of the secret TOKEN/),
  ]);
  expect(held.message + held.hint).not.toContain("hunter2");
});

test("the host's certificate authorities are offered to a Dockerfile that mounts them, and stay out of the image", async () => {
  const nonce = randomBytes(4).toString("hex");
  const mount = "--mount=type=secret,id=ca-certificates,target=/cas.pem";
  const deps = await depsWith(`RUN ${mount} grep -c BEGIN /cas.pem > /count-${nonce}\n`, {});
  const { imageId } = await built(deps, {});
  const count = { entrypoint: ["sh", "-c", `cat /count-${nonce}; wc -c < /cas.pem`] };
  expect(await outputOf(deps.engine, imageId, count)).toMatch(/^\d{2,}\n0?\n?/);
});

test("A28 a proxy's password that a step prints is hidden", async () => {
  const nonce = randomBytes(4).toString("hex");
  const deps = await depsWith(`RUN echo ${nonce} $HTTP_PROXY; exit 3\n`, {});
  const hostArguments = { HTTP_PROXY: "http://user:hunter2hunter2@proxy.invalid:1" };
  const fault = await faultOf(built({ ...deps, hostArguments }, {}));
  expect(fault.message).toContain(`${nonce} http://***@proxy.invalid:1`);
  expect(deps.lines.join("\n")).not.toContain("hunter2");
});
