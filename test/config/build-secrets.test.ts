import { describe, expect, test } from "vitest";
import { mentionedNames } from "../../src/config/index.ts";
import { linesOf, load, minimal } from "./loading.ts";

describe("secrets of a build", () => {
  const build = (text: string) => minimal().replace("image: alpine:3.20", text);

  test("are mentioned, and named when they are not set", async () => {
    const text = build("build: { secrets: [A, B] }");
    expect((await mentionedNames(text)).secrets).toEqual(["A", "B"]);
    expect(linesOf(text, { secrets: { A: "x" } })).toEqual(['4:27 the secret "B" is not set']);
    expect(
      load(text, { secrets: { A: "x", B: "y" } }).runFile.servers["a"]?.build?.secrets,
    ).toEqual(["A", "B"]);
  });

  test("A49 are never build arguments too, nor are the server's own", () => {
    const text = build("build: { secrets: [A], args: { A: x, B: y, C: z } }\n    secrets: [B]");
    expect(linesOf(text)).toEqual([
      '4:36 the secret "A" is given as a build argument, which stays readable in the image',
      '4:42 the secret "B" is given as a build argument, which stays readable in the image',
    ]);
  });
});
