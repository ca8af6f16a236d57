import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";
import { makeWorkspace, runAction } from "./action-harness.ts";

let service: ResultsService;
beforeAll(async () => {
  service = await startResultsService();
});
afterAll(() => service.close());

const echo = { call: "echo", with: { message: "hello" }, expect: { text: "hello" } };
const built = {
  servers: { probe: { build: "." } },
  scenarios: [{ name: "says hello", steps: [echo] }],
};

/** The build takes longer than bringing its image from a cache would. */
const slowBuild = `FROM docker-mcp-manager/base-node:24
COPY server.mjs nonce /app/
RUN sleep 9
USER node
ENTRYPOINT ["node", "/app/server.mjs", "plain"]
`;

test("the image one job builds is restored in the next, which says in its log and summary what that saved", async () => {
  using workspace = makeWorkspace(built);
  writeFileSync(join(workspace.folder, "Dockerfile"), slowBuild);
  writeFileSync(join(workspace.folder, "nonce"), randomBytes(8).toString("hex"));
  const push = { with: { upload: "false" }, env: { GITHUB_EVENT_NAME: "push" } };
  const first = await runAction(workspace, service, push);
  expect(first.outcome, first.log).toBe("success");
  const reference = /^Image (\S+) is not in the cache\.$/m.exec(first.log)?.[1] ?? "";
  const remove = () => execFileSync("docker", ["rmi", "--force", reference], { stdio: "ignore" });
  onTestFinished(() => void remove());
  expect(first.post?.log).toMatch(/^Image cache: \S+ \(\S+ MiB\) saved in /m);
  expect(first.annotations).toEqual([]);

  remove();
  const second = await runAction(workspace, service, push);
  expect(second.outcome, second.log).toBe("success");
  expect(second.main?.log).toContain(`Image ${reference} restored from the cache in `);
  expect(second.summary).toMatch(/Image cache: 1 image restored instead of built/);
  expect(second.post?.log).not.toContain("Image cache");
  expect(second.annotations).toEqual([]);
  expect(service.cacheKeys()).toHaveLength(1);
});

test("F84 without a cache that works the job is as green as ever, with a notice", async () => {
  const broken = await startResultsService();
  broken.misbehave((route) => (route.includes("CacheService") ? { status: 403 } : undefined));
  using workspace = makeWorkspace(built);
  writeFileSync(join(workspace.folder, "Dockerfile"), slowBuild.replace("RUN sleep 9\n", ""));
  writeFileSync(join(workspace.folder, "nonce"), randomBytes(8).toString("hex"));
  const job = await runAction(workspace, broken, { with: { upload: "false" } });
  await broken.close();
  expect(job.outcome, job.log).toBe("success");
  const [notice, ...others] = job.annotations;
  expect(notice).toMatchObject({
    level: "notice",
    message: expect.stringMatching(/^Image cache: \S+ could not be restored, and is built\./),
  });
  expect(others).toEqual([]);
  const reference = /Image cache: (\S+)/.exec(notice?.message ?? "")?.[1] ?? "";
  execFileSync("docker", ["rmi", "--force", reference], { stdio: "ignore" });
});
