import { randomBytes } from "node:crypto";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { buildFailureOf, connectEngine, type Engine } from "../../src/engine/index.ts";
import { buildWith, contextOf, faultOf } from "./build-context.ts";
import { longTime, processesWith } from "./processes.ts";
import { image } from "./real-engine.ts";

const socketPath = "/var/run/docker.sock";

/** The machine's engine without its BuildKit. */
const withoutBuildKit = createServer((near, answer) => {
  if (/^\/v[\d.]+\/(?:build\?.*\bversion=2|session)/.test(near.url ?? "")) {
    near.resume().once("end", () => {
      answer.writeHead(400, { "content-type": "application/json" });
      answer.end('{"message":"buildkit is not supported by this daemon"}');
    });
    return;
  }
  const { method, url, headers } = near;
  const far = request({ socketPath, method, path: url, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 500, answered.headers);
    answered.pipe(answer);
  });
  near.pipe(far);
  far.on("error", () => answer.destroy());
  answer.once("close", () => far.destroy());
});

let engine: Engine;
beforeAll(async () => {
  await new Promise<void>((resolve) => withoutBuildKit.listen(0, "127.0.0.1", resolve));
  const { port } = withoutBuildKit.address() as AddressInfo;
  const environment = { DOCKER_HOST: `tcp://127.0.0.1:${port}` };
  engine = await connectEngine({ environment, clock: systemClock });
});
afterAll(() => {
  engine.close();
  withoutBuildKit.close();
});

const files = (steps: string) => async () => contextOf({ Dockerfile: `FROM ${image}\n${steps}` });

test("F21 an engine without BuildKit builds with its classic builder, and that is said", async () => {
  const nonce = randomBytes(4).toString("hex");
  const { id, tag, lines } = await buildWith(engine, files(`RUN echo said-${nonce}\n`));
  expect(lines).toContain("this engine has no BuildKit; its classic builder is used");
  expect(lines).toContain(`Step 2/2 : RUN echo said-${nonce}`);
  expect(lines).toContain(`said-${nonce}`);
  expect((await engine.inspectImage(tag))?.id).toBe(id);
});

test("F17 F21 the classic builder's failing step is named with its own output", async () => {
  const fault = await faultOf(buildWith(engine, files("RUN seq 1 60; exit 7\n")));
  expect(fault.message).toMatch(/failed at `RUN seq 1 60; exit 7` with exit code 7/);
  const failure = buildFailureOf(fault);
  expect([failure?.step, failure?.tail.at(-1)]).toEqual(["Step 2/2 : RUN seq 1 60; exit 7", "60"]);
});

test("F18 F21 a build of the classic builder that hangs is stopped, and its container is gone", async () => {
  const seconds = longTime();
  const build = buildWith(engine, files(`RUN sleep ${seconds}\n`), { timeoutMs: 3_000 });
  const fault = await faultOf(build);
  expect(fault.message).toMatch(/was stopped after 3 s, its time limit at `RUN sleep/);
  await expect.poll(() => processesWith(seconds), { timeout: 15_000 }).toEqual([]);
  await expect
    .poll(async () => (await containers()).includes(seconds), { timeout: 15_000 })
    .toBe(false);
});

test("F21 what only BuildKit can do is refused with the reason", async () => {
  const mount = await faultOf(buildWith(engine, files("RUN --mount=type=cache,target=/x true\n")));
  expect([mount.code, mount.hint]).toEqual([
    "IMAGE_BUILD_FAILED",
    expect.stringContaining("no BuildKit"),
  ]);
  const secrets = await faultOf(
    buildWith(engine, files("RUN true\n"), { secrets: { TOKEN: "x" } }),
  );
  expect([secrets.code, secrets.hint]).toEqual([
    "IMAGE_BUILD_FAILED",
    expect.stringContaining("need BuildKit"),
  ]);
});

test("F21 a context that cannot be made twice fails with the engine's words", async () => {
  const fault = await faultOf(buildWith(engine, await files("RUN true\n")()));
  expect(fault.message).toMatch(/buildkit is not supported/);
});

/** All containers of the engine, as it lists them. */
async function containers(): Promise<string> {
  const answer = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    request({ socketPath, path: "/containers/json?all=1" }, resolve).on("error", reject).end();
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
