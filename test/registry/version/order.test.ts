import { expect, test } from "vitest";
import {
  newestNatural,
  newestPython,
  newestSemantic,
} from "../../../src/registry/version/order.ts";

test("Python's versions go by epoch, numbers, stage of development and later corrections", () => {
  const newest = [
    "1!0.1",
    "10.0",
    "1.10",
    "1.0.post2",
    "1.0.post1",
    "1.0",
    "1.0rc1",
    "1.0b3",
    "1.0a4",
    "1.0a4.dev9",
    "1.0.dev8",
    "0.9",
  ];
  expect(newestPython(newest.toReversed())).toEqual(newest);
});

test("other versions go by their numbers, and a word such as rc stands before the version itself", () => {
  const newest = [
    "2.0.0.RELEASE",
    "1.10",
    "1.9-jre",
    "1.9",
    "1.9-rc1",
    "1.9-beta2",
    "1.9-SNAPSHOT",
    "latest",
  ];
  expect(newestNatural(newest.toReversed())).toEqual(newest);
});

test("what is no semantic version comes after what is one", async () => {
  const given = ["next", "1.0.0-rc.1", "v1.2.0", "1.0.0"];
  expect(await newestSemantic(given)).toEqual(["v1.2.0", "1.0.0", "1.0.0-rc.1", "next"]);
});
