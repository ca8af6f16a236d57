import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server } from "../../src/config/server.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { faultOf, registryDeps, scratch } from "./deps.ts";

async function refusal(spec: object, policy: object, dockerfile = `FROM ${localBaseImage}\n`) {
  const workspace = await scratch();
  await writeFile(join(workspace, "Dockerfile"), dockerfile);
  const deps = await registryDeps(workspace);
  const imagePolicy = { require_digest: false, ...policy };
  const fault = await faultOf(resolveImage(server.parse(spec), { ...deps, imagePolicy }));
  // Nothing was pulled or built, nor begun.
  expect([fault.code, deps.lines]).toEqual(["IMAGE_NOT_ALLOWED", []]);
  return fault.message;
}

test("an image the policy does not allow is refused before it is pulled, also when a template names it", async () => {
  const allow = ["ghcr.io/acme/*"];
  expect(await refusal({ image: "alpine:3.20" }, { allow })).toBe(
    "the image alpine:3.20 is none of those that image_policy allows: ghcr.io/acme/*",
  );
  const byTemplate = { template: "image", with: { image: "alpine:3.20" } };
  expect(await refusal(byTemplate, { require_digest: true })).toContain("has no digest");
});

test("the base of a template is judged by its own name, not by that of its local stand-in", async () => {
  const npm = { template: "npm", with: { package: "x" } };
  expect(await refusal(npm, { allow: [localBaseImage] })).toMatch(
    /^the base image node:24-bookworm-slim is none of those/,
  );
});

test("every image a Dockerfile names is judged before the build, all at once with their lines", async () => {
  const dockerfile =
    "ARG A=evil/x\nFROM $A AS one\nFROM one\nCOPY --from=other /a /a\nFROM $WHAT\n";
  expect((await refusal({ build: "." }, { allow: ["good/*"] }, dockerfile)).split("\n")).toEqual([
    "Dockerfile:2: evil/x is none of those that image_policy allows: good/*",
    "Dockerfile:4: other is none of those that image_policy allows: good/*",
    "Dockerfile:5: $WHAT cannot be judged by image_policy: it is no plain reference of an image, or has variables without a value",
  ]);
});

test("an image that is allowed is used, and what was built before is judged again", async () => {
  const workspace = await scratch();
  await writeFile(join(workspace, "Dockerfile"), `FROM ${localBaseImage}\nENV POLICY=1\n`);
  const deps = await registryDeps(workspace);
  const spec = server.parse({ build: "." });
  const imagePolicy = { require_digest: false, allow: ["docker-mcp-manager/*"] };
  const { imageId } = await resolveImage(spec, { ...deps, imagePolicy });
  onTestFinished(() => deps.engine.removeImage(imageId));
  const strict = { ...deps, imagePolicy: { require_digest: true } };
  expect((await faultOf(resolveImage(spec, strict))).code).toBe("IMAGE_NOT_ALLOWED");
});
