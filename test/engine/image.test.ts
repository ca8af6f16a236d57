import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { within } from "../../src/clock/index.ts";
import { packFolder } from "../../src/engine/index.ts";
import { image, runToEnd, spec, useEngine } from "./real-engine.ts";

const engine = useEngine();
const tags: string[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const tag of tags) {
    await engine().removeImage(tag);
  }
  for (const folder of folders) {
    rmSync(folder, { recursive: true });
  }
});

function build(
  dockerfile: string,
  lines: string[] = [],
  args: Record<string, string> = {},
  signal?: AbortSignal,
) {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  folders.push(folder);
  writeFileSync(join(folder, "Dockerfile"), dockerfile);
  const tag = `test-${randomBytes(8).toString("hex")}:1`;
  tags.push(tag);
  const options = {
    tag,
    dockerfile: "Dockerfile",
    args,
    labels: { test: "yes" },
    network: "default",
  } as const;
  return {
    tag,
    built: engine().buildImage(
      () => packFolder(folder),
      options,
      (line) => lines.push(line),
      signal,
    ),
  };
}

test("a build gives an image with its tag, arguments and labels, and tells its steps and output", async () => {
  const lines: string[] = [];
  // New each time: a step that the engine has in its cache says nothing.
  const who = randomBytes(4).toString("hex");
  const { tag, built } = build(
    `FROM ${image}\nARG WHO\nRUN echo "made for $WHO" | tee /made\nUSER 1000\nENTRYPOINT ["cat"]\nCMD ["/made"]\n`,
    lines,
    { WHO: who },
  );
  const id = await built;
  expect(await engine().inspectImage(tag)).toMatchObject({
    id,
    user: "1000",
    entrypoint: ["cat"],
    command: ["/made"],
    labels: expect.objectContaining({ test: "yes" }),
  });
  expect(lines.some((line) => /RUN echo/.test(line))).toBe(true);
  expect(lines).toContain(`made for ${who}`);
  const { command: _, ...plain } = spec([]);
  expect((await runToEnd(engine(), { ...plain, image: tag })).stdout.toString()).toBe(
    `made for ${who}\n`,
  );
});

test("F17 a failed build names the instruction, its exit code and the last 50 lines", async () => {
  const { built } = build(`FROM ${image}\nRUN seq 1 80 && exit 7\n`);
  const fault = await built.catch((error: unknown) => error);
  expect(fault).toMatchObject({ code: "IMAGE_BUILD_FAILED", exitCode: 3 });
  const { message } = fault as Error;
  expect(message).toMatch(/at `RUN seq 1 80 && exit 7` with exit code 7/);
  const quoted = message.split("\n").slice(2);
  expect(message).toContain("\nLast 50 of 80 lines of the step:\n");
  expect(quoted).toHaveLength(50);
  expect(quoted.slice(-2)).toEqual(["79", "80"]);
});

test("F17 a Dockerfile that cannot be read fails the build with the engine's words", async () => {
  const { built } = build("FORM scratch\n");
  await expect(built).rejects.toMatchObject({
    code: "IMAGE_BUILD_FAILED",
    message: expect.stringContaining("FORM"),
  });
});

test("a build that the engine does not begin fails with its words, too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  folders.push(folder);
  const options = {
    tag: "NOT VALID",
    dockerfile: "Dockerfile",
    args: {},
    labels: {},
    network: "default",
  } as const;
  await expect(
    engine().buildImage(await packFolder(folder), options, () => {}),
  ).rejects.toMatchObject({
    code: "IMAGE_BUILD_FAILED",
    message: expect.stringMatching(/^build image NOT VALID: invalid reference format/),
  });
});

test("an aborted build ends at once", async () => {
  const abort = new AbortController();
  const lines: string[] = [];
  const started = Promise.withResolvers<void>();
  lines.push = (line) => {
    if (line.includes("RUN sleep")) {
      started.resolve();
    }
    return 0;
  };
  const { built } = build(`FROM ${image}\nRUN sleep 1000\n`, lines, {}, abort.signal);
  await started.promise;
  abort.abort(new Error("enough"));
  await expect(within(built, 3000, () => new Error("too late"))).rejects.toThrow("enough");
});

test("F13 an image that cannot be pulled is not found or not pullable, with the reason", async () => {
  // Port 9 (discard) is never a registry.
  await expect(engine().pullImage("127.0.0.1:9/nope/nope", () => {})).rejects.toMatchObject({
    code: "IMAGE_PULL_FAILED",
    message: expect.stringMatching(/pull image 127\.0\.0\.1:9\/nope\/nope: .*refused/),
  });
});

test("a root file system is imported as an image with the changes given", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rootfs-"));
  folders.push(folder);
  writeFileSync(join(folder, "file"), "content");
  const tag = `test-${randomBytes(8).toString("hex")}:1`;
  tags.push(tag);
  const id = await engine().importImage(await packFolder(folder), tag, [
    'CMD ["/file"]',
    "LABEL test=yes",
  ]);
  expect(await engine().inspectImage(tag)).toMatchObject({
    id,
    command: ["/file"],
    labels: { test: "yes" },
  });
});
