import { describe, expect, test } from "vitest";
import { mentionedNames, neededValues } from "../../src/config/index.ts";
import { minimal } from "./loading.ts";

describe("names a run file mentions", () => {
  const text = minimal({
    server:
      'env: { A: "${ONE}", B: "$${NOT}", C: "${TWO:-2}${ONE}" } # ${COMMENT}\nsecrets: [KEY, GITHUB_TOKEN]',
  });

  test("are those in values and in secrets", async () => {
    expect(await mentionedNames(text)).toEqual({
      variables: ["ONE", "TWO"],
      secrets: ["KEY", "GITHUB_TOKEN"],
    });
  });

  test("of a file that is no YAML are those in its text", async () => {
    expect(await mentionedNames("a: [${X} ${Y\n${Z:-1} $${W}")).toEqual({
      variables: ["X", "Z"],
      secrets: [],
    });
    expect(await mentionedNames("")).toEqual({ variables: [], secrets: [] });
    expect(await mentionedNames("[".repeat(1_000))).toEqual({ variables: [], secrets: [] });
  });

  test("of a file with other mistakes are still found", async () => {
    expect(await mentionedNames("servers: { a: { secrets: [S, 1, {}], x: '${X}' } }")).toEqual({
      variables: ["X"],
      secrets: ["S"],
    });
  });

  test("get their values, and nothing else does", async () => {
    const environment = {
      ONE: "e",
      TWO: "e",
      KEY: "k",
      GITHUB_TOKEN: "t",
      OTHER: "o",
      COMMENT: "c",
    };
    expect(await neededValues(text, { ONE: "v", UNUSED: "u" }, environment)).toEqual({
      variables: { ONE: "v", TWO: "e" },
      secrets: { KEY: "k", GITHUB_TOKEN: "t" },
    });
  });

  test("that belong to the runner get no value from the environment", async () => {
    const asked = minimal({
      server: 'env: { A: "${GITHUB_TOKEN}${ACTIONS_X}${INPUT_Y}" }\nsecrets: [ACTIONS_X, INPUT_Y]',
    });
    const environment = { GITHUB_TOKEN: "t", ACTIONS_X: "a", INPUT_Y: "i" };
    expect(await neededValues(asked, {}, environment)).toEqual({ variables: {}, secrets: {} });
    expect((await neededValues(asked, { INPUT_Y: "given" }, environment)).variables).toEqual({
      INPUT_Y: "given",
    });
  });
});
