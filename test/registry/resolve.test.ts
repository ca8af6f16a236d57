import { randomBytes } from "node:crypto";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ServerSpec } from "../../src/config/index.ts";
import { server as serverSchema } from "../../src/config/server.ts";
import {
  imageLabels,
  localBaseImage,
  type RegistryDeps,
  type ResolvedServer,
  resolveImage,
} from "../../src/registry/index.ts";
import { faultOf, registryDeps, scratch } from "./deps.ts";

function spec(text: unknown): ServerSpec {
  return serverSchema.parse(text);
}

/** A workspace whose Dockerfile never existed before, so that nothing is in any cache. */
async function workspaceWith(dockerfile: string): Promise<string> {
  const workspace = await scratch();
  await writeFile(join(workspace, "Dockerfile"), dockerfile);
  await writeFile(join(workspace, "nonce"), randomBytes(8).toString("hex"));
  return workspace;
}

async function resolved(server: ServerSpec, deps: RegistryDeps): Promise<ResolvedServer> {
  const result = await resolveImage(server, deps);
  if (result.built) {
    onTestFinished(() => deps.engine.removeImage(result.imageId));
  }
  return result;
}

const small = `FROM ${localBaseImage}\nCOPY nonce /nonce\nUSER node\nENTRYPOINT ["node"]\nCMD ["--version"]\n`;

describe("image", () => {
  test("one that is on the engine is used as it is", async () => {
    const deps = await registryDeps(await scratch());
    const result = await resolveImage(spec({ image: localBaseImage, env: { A: "1" } }), deps);
    expect(result).toMatchObject({
      template: "image",
      image: localBaseImage,
      built: false,
      buildMs: 0,
      env: { A: "1" },
    });
    expect(result.imageId).toBe((await deps.engine.inspectImage(localBaseImage))?.id);
    expect(Object.keys(result)).not.toContain("user");
    expect(deps.lines).toEqual([]);
  });

  test("arguments come after the image's own command, `command` replaces everything", async () => {
    const deps = await registryDeps(await scratch());
    const plain = await resolveImage(spec({ image: localBaseImage }), deps);
    expect([plain.entrypoint, plain.command]).toEqual([undefined, undefined]);
    const more = await resolveImage(spec({ image: localBaseImage, args: ["-p", 1] }), deps);
    expect([more.entrypoint, more.command]).toEqual([undefined, ["node", "-p", "1"]]);
    const other = await resolveImage(
      spec({ image: localBaseImage, command: ["sh", "-c"], args: ["x"] }),
      deps,
    );
    expect([other.entrypoint, other.command]).toEqual([["sh", "-c"], ["x"]]);
  });

  test("F13 one that its registry does not have is IMAGE_NOT_FOUND with its name", async () => {
    const registry = createServer((request, answer) => {
      const known = request.url === "/v2/";
      answer.writeHead(known ? 200 : 404, { "content-type": "application/json" });
      answer.end(
        known ? "{}" : '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}',
      );
    });
    await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void registry.close());
    const image = `localhost:${(registry.address() as AddressInfo).port}/nope:latest`;
    const fault = await faultOf(resolveImage(spec({ image }), await registryDeps(await scratch())));
    expect(fault.code).toBe("IMAGE_NOT_FOUND");
    expect(fault.message).toContain(image);
    expect(fault.message).not.toContain("was pulled");
  });

  test("F16 a registry that cannot be reached is IMAGE_PULL_FAILED with the DNS error, within 15 s", async () => {
    const image = "registry.invalid/nope:latest";
    const started = performance.now();
    const fault = await faultOf(resolveImage(spec({ image }), await registryDeps(await scratch())));
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(fault.code).toBe("IMAGE_PULL_FAILED");
    expect(fault.message).toMatch(/registry\.invalid.*no such host/);
  });
});

describe("build", () => {
  test("an unchanged context builds nothing; a changed one does", async () => {
    const workspace = await workspaceWith(small);
    const deps = await registryDeps(workspace);
    const first = await resolved(spec({ build: "." }), deps);
    expect(first).toMatchObject({ template: "dockerfile", built: true, user: "node" });
    expect(first.image).toBe(`docker-mcp-manager/dockerfile:${first.key.slice(0, 16)}`);
    deps.lines.length = 0;
    const again = await resolved(spec({ build: { context: "." } }), deps);
    expect(again).toEqual({ ...first, built: false, buildMs: 0 });
    expect(deps.lines).toEqual([]);
    await writeFile(join(workspace, "nonce"), "changed");
    const changed = await resolved(spec({ build: "." }), deps);
    expect(changed.built).toBe(true);
    expect(changed.imageId).not.toBe(first.imageId);
  });

  test("the template dockerfile and `build` give the same image", async () => {
    const deps = await registryDeps(
      await workspaceWith(`ARG A=0\n${small}ARG A\nARG B\nENV SAID=$A$B\n`),
    );
    const args = { A: "1", B: "x=y" };
    const built = await resolved(spec({ build: { args } }), deps);
    const same = await resolved(
      spec({ template: "dockerfile", with: { args: "A=1\nB=x=y\n" } }),
      deps,
    );
    expect([same.key, same.built]).toEqual([built.key, false]);
    const other = await resolved(spec({ build: { args: { A: "1" } } }), deps);
    expect(other.key).not.toBe(built.key);
  });

  test("images carry template and key as labels, and never a run", async () => {
    const deps = await registryDeps(await workspaceWith(small));
    const { image, key } = await resolved(spec({ build: "." }), deps);
    const labels = (await deps.engine.inspectImage(image))?.labels ?? {};
    expect(labels[imageLabels.template]).toBe("dockerfile");
    expect(labels[imageLabels.key]).toBe(key);
    expect(Object.keys(labels).filter((label) => label.endsWith(".run"))).toEqual([]);
  });

  test("what several servers ask for at once is built once", async () => {
    const deps = await registryDeps(await workspaceWith(small));
    const results = await Promise.all([1, 2, 3].map(() => resolved(spec({ build: "." }), deps)));
    expect(results.filter((result) => result.built)).toHaveLength(1);
    expect(new Set(results.map((result) => result.imageId)).size).toBe(1);
    expect(deps.lines.filter((line) => line.startsWith("building "))).toHaveLength(1);
  });

  test("F17 a failing instruction is named with its exit code and the last lines; others go on", async () => {
    const broken = `FROM ${localBaseImage}\nCOPY nonce /nonce\nRUN seq 1 200 && echo to-stderr >&2 && exit 7\n`;
    const deps = await registryDeps(await workspaceWith(broken));
    const [fault, sibling] = await Promise.all([
      faultOf(resolveImage(spec({ build: "." }), deps)),
      resolveImage(spec({ image: localBaseImage }), deps),
    ]);
    expect(fault.code).toBe("IMAGE_BUILD_FAILED");
    expect(fault.message).toContain("RUN seq 1 200");
    expect(fault.message).toMatch(/exit code:? 7/);
    expect(fault.message).toContain("to-stderr");
    expect(fault.message).toMatch(/^160$/m);
    expect(fault.message).not.toMatch(/^140$/m);
    expect(sibling.image).toBe(localBaseImage);
  });

  test("F17 a build that failed is tried again the next time", async () => {
    const workspace = await workspaceWith(`FROM ${localBaseImage}\nCOPY absent /\n`);
    const deps = await registryDeps(workspace);
    expect((await faultOf(resolveImage(spec({ build: "." }), deps))).code).toBe(
      "IMAGE_BUILD_FAILED",
    );
    await writeFile(join(workspace, "absent"), "");
    expect((await resolved(spec({ build: "." }), deps)).built).toBe(true);
  });

  test("I33 context and Dockerfile outside the workspace are refused, through links too", async () => {
    const workspace = await workspaceWith(small);
    await symlink("/", join(workspace, "link-to-root"));
    await mkdir(join(workspace, "sub"));
    const deps = await registryDeps(workspace);
    const outside = [
      { context: ".." },
      { context: "link-to-root" },
      { context: "/etc" },
      { dockerfile: "../Dockerfile" },
      { dockerfile: "link-to-root/etc/hosts" },
      { context: "sub", dockerfile: "../Dockerfile" },
    ];
    for (const build of outside) {
      const fault = await faultOf(resolveImage(spec({ build }), deps));
      expect([fault.code, build]).toEqual(["PATH_NOT_ALLOWED", build]);
    }
    await rm(join(workspace, "link-to-root"));
    expect((await resolved(spec({ build: { context: "sub/.." } }), deps)).built).toBe(true);
  });

  test("an abort ends the build with the caller's reason, and the next caller builds again", async () => {
    const dockerfile = `FROM ${localBaseImage}\nCOPY nonce /\nRUN sleep 2\n`;
    const deps = await registryDeps(await workspaceWith(dockerfile));
    const controller = new AbortController();
    const onProgress = (line: string) => {
      if (line.includes("RUN sleep")) {
        controller.abort(new Error("enough"));
      }
    };
    const aborted = { ...deps, onProgress, signal: controller.signal };
    await expect(resolveImage(spec({ build: "." }), aborted)).rejects.toThrow("enough");
    expect((await resolved(spec({ build: "." }), deps)).built).toBe(true);
  });
});
