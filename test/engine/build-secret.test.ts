import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { BuildOptions } from "../../src/engine/index.ts";
import { buildWith, contextOf, faultOf, isInImage } from "./build-context.ts";
import { image, runToEnd, spec, useEngine } from "./real-engine.ts";

const engine = useEngine();

/** New each time the tests run, so that no step is in the engine's cache. */
const nonce = randomBytes(8).toString("hex");

function build(dockerfile: string, changes: Partial<BuildOptions> = {}, lines: string[] = []) {
  const context = contextOf({ Dockerfile: `FROM ${image}\nENV NONCE=${nonce}\n${dockerfile}` });
  return buildWith(engine(), context, changes, undefined, lines);
}

test("A28 a secret is there as a file while its step runs, and in no layer, history or configuration of the image", async () => {
  const token = `canary-${randomBytes(12).toString("hex")}`;
  // Long enough for a length of two bytes on the wire.
  const secrets = { token, key: `${token}\n${"k".repeat(5_000)}\n` };
  const use = "RUN --mount=type=secret,id=token --mount=type=secret,id=key,target=/k";
  const count = "cat /run/secrets/token /k | wc -c > /count";
  const { tag } = await build(`${use} ${count}\n`, { secrets });
  const { command: _, ...plain } = spec([]);
  const shown = await runToEnd(engine(), {
    ...plain,
    image: tag,
    command: ["sh", "-c", "cat /count"],
  });
  expect(shown.stdout.toString()).toMatch(new RegExp(`^${2 * token.length + 5_002}\\n`));
  expect(await isInImage(engine(), tag, token)).toBe(false);
});

test("A28 the search would find a secret that a step keeps", async () => {
  const token = `canary-${randomBytes(12).toString("hex")}`;
  const { tag } = await build("RUN --mount=type=secret,id=token cp /run/secrets/token /kept\n", {
    secrets: { token },
  });
  expect(await isInImage(engine(), tag, token)).toBe(true);
});

test("A28 a secret that a step prints is hidden in its progress and in its error, line by line", async () => {
  const [one, two] = [randomBytes(8).toString("hex"), randomBytes(8).toString("hex")];
  const lines: string[] = [];
  const print = "RUN --mount=type=secret,id=key cat /run/secrets/key; echo; exit 3\n";
  const fault = await faultOf(build(print, { secrets: { key: `${one}\n${two}` } }, lines));
  const said = [...lines, fault.message].join("\n");
  expect(said.match(/^\*\*\*$/gm)).toHaveLength(4);
  expect(said).not.toMatch(new RegExp(`${one}|${two}`));
});

test("another value of a secret builds nothing anew", async () => {
  const dockerfile = "RUN --mount=type=secret,id=token cat /run/secrets/token | wc -c\n";
  const first = await build(dockerfile, { secrets: { token: "first-value" } });
  const second = await build(dockerfile, { secrets: { token: "second-value" } });
  expect(second.id).toBe(first.id);
  expect(second.lines.filter((line) => /^\[2\/2\] .*: cached$/.test(line))).toHaveLength(1);
});

test("a secret that was not handed over is named, with what hands it over", async () => {
  const use = "RUN --mount=type=secret,id=other,required=true true\n";
  for (const secrets of [{}, { token: "a-value" }]) {
    const fault = await faultOf(build(use, { secrets }));
    expect([fault.code, fault.hint]).toEqual([
      "IMAGE_BUILD_FAILED",
      expect.stringContaining("build.secrets"),
    ]);
  }
});
