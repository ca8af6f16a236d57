import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pack } from "tar-fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildxArguments, buildxBuild } from "../../src/action/buildx.ts";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";
import { cachedJob, makeWorkspace } from "./image-cache-job.ts";

let service: ResultsService;
beforeAll(async () => {
  service = await startResultsService();
});
afterAll(() => service.close());

/** In place of buildx, where there is none: notes how it was called, and has the docker command build as it can. */
const standIn = `#!${process.execPath}
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
const [, , ...args] = process.argv;
if (args[1] === "build") {
  const folder = import.meta.dirname;
  writeFileSync(folder + "/called.json", JSON.stringify({ args, env: process.env }));
  const known = args.slice(2).filter((word) => !/^--(progress|load|cache-)/.test(word));
  const env = { ...process.env, PATH: ${JSON.stringify(process.env["PATH"])}, DOCKER_BUILDKIT: "0" };
  execFileSync("docker", ["build", ...known], { env, stdio: "inherit" });
}
`;

/** A folder for PATH whose `docker` is this script. */
function withDocker(workspace: string, script: string): Record<string, string> {
  const folder = join(workspace, ".bin");
  mkdirSync(folder);
  writeFileSync(join(folder, "docker"), script, { mode: 0o755 });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return { PATH: folder };
}

test("with cache: gha an image is built by buildx, and the manager finds it", async () => {
  const workspace = await makeWorkspace();
  writeFileSync(join(workspace, ".dockerignore"), ".bin\n");
  const job = await cachedJob(workspace, service, withDocker(workspace, standIn));
  expect(await job.buildx()).toEqual([]);
  expect(job.lines).toEqual([
    expect.stringMatching(`^Image ${job.image.reference} built by buildx in `),
  ]);
  expect(await job.engine.inspectImage(job.image.reference)).toBeDefined();
  const called = readFileSync(join(workspace, ".bin/called.json"), "utf8");
  // Written by the stand-in above.
  const { args, env } = JSON.parse(called) as { args: string[]; env: Record<string, string> };
  expect(args).toEqual(
    expect.arrayContaining([
      "--cache-from=type=gha,scope=docker-mcp-manager-probe",
      "--cache-to=type=gha,mode=max,ignore-error=true,scope=docker-mcp-manager-probe",
    ]),
  );
  const token = service.env["ACTIONS_RUNTIME_TOKEN"] ?? "";
  expect(env["ACTIONS_RUNTIME_TOKEN"]).toBe(token);
  expect(args.join(" ")).not.toContain(token);
  expect(Object.keys(env)).not.toContain("GITHUB_EVENT_NAME");
});

test("A48 a pull request's build reads the steps of others and leaves none", async () => {
  const workspace = await makeWorkspace();
  writeFileSync(join(workspace, ".dockerignore"), ".bin\n");
  const environment = { ...withDocker(workspace, standIn), GITHUB_EVENT_NAME: "pull_request" };
  const job = await cachedJob(workspace, service, environment);
  expect(await job.buildx()).toEqual([]);
  const called = readFileSync(join(workspace, ".bin/called.json"), "utf8");
  expect(called).toContain("--cache-from");
  expect(called).not.toContain("--cache-to");
});

test("values of build arguments stand in no argument list", () => {
  const options = {
    tag: "a:1",
    dockerfile: "Dockerfile",
    args: { HTTPS_PROXY: "http://user:password@proxy:1" },
    labels: {},
    network: "default",
  } as const;
  const args = buildxArguments(options, { scope: "a", saves: true }, "/context");
  expect(args.join(" ")).toContain("--build-arg HTTPS_PROXY --cache-from=");
  expect(args.join(" ")).not.toContain("password");
});

describe("where buildx cannot do it, a notice says so, and the manager builds:", () => {
  const unsupported = `#!/bin/sh
[ "$2" = version ] || { echo "ERROR: Cache export is not supported for the docker driver." >&2; exit 1; }
`;
  test.each([
    ["no docker command", undefined, /there is no docker command/],
    ["no buildx", "#!/bin/sh\nexit 1\n", /has no buildx/],
    ["a builder without such a cache", unsupported, /Cache export is not supported/],
  ])("%s", async (_, script, reason) => {
    const workspace = await makeWorkspace();
    const environment = script === undefined ? { PATH: workspace } : withDocker(workspace, script);
    const job = await cachedJob(workspace, service, environment);
    expect(await job.buildx()).toEqual([expect.stringMatching(reason)]);
    expect(await job.engine.inspectImage(job.image.reference)).toBeUndefined();
    await job.build();
    expect(await job.engine.inspectImage(job.image.reference)).toBeDefined();
  });
});

test("the docker command of this machine builds the image, or a notice says why not", async () => {
  const job = await cachedJob(await makeWorkspace(), service);
  const notices = await job.buildx();
  const image = await job.engine.inspectImage(job.image.reference);
  expect(notices).toHaveLength(image === undefined ? 1 : 0);
});

test("a build's secrets go by files of their own, and are hidden in what a failed build says", async () => {
  const workspace = await makeWorkspace();
  const script = `#!/bin/sh
[ "$2" = version ] && exit 0
for word; do case "$word" in id=*) cat "\${word#*src=}" >&2; ls -l "\${word#*src=}" >&2;; esac; done
exit 1
`;
  const { PATH: folder = "" } = withDocker(workspace, script);
  const build = buildxBuild({
    docker: join(folder, "docker"),
    environment: process.env,
    folder: workspace,
    scope: "a",
    saves: false,
  });
  const options = {
    tag: "a:1",
    dockerfile: "Dockerfile",
    args: {},
    labels: {},
    network: "default",
    secrets: { TOKEN: "confidential" },
  } as const;
  const failure = build(
    async () => pack(workspace) as unknown as Readable,
    options,
    () => undefined,
  );
  await expect(failure).rejects.toThrow(/ended with 1:\n\*\*\*-rw-------/);
});
