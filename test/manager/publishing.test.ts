import { expect, test } from "vitest";
import { publishedAs } from "../../src/manager/publishing.ts";
import { load, withSteps } from "../config/loading.ts";

function specWith(http: string) {
  const text = withSteps("- ping:", `image: a\ntransport: http\nhttp: { port: 80${http} }`);
  const spec = load(text).runFile.servers["a"];
  if (spec === undefined) {
    throw new Error("there is no server a");
  }
  return spec;
}

test.each([
  ["", null, false],
  [", publish: true", null, true],
  [", publish: true", "http://127.0.0.1:4711/mcp", 4711],
  [", publish: 8080", null, 8080],
  [", publish: 8080", "http://127.0.0.1:8080/mcp", 8080],
])("http: { port: 80%s }, published at %s before, asks for %s", (http, before, publish) => {
  const spec = specWith(http);
  expect(publishedAs({ spec, isFresh: false }, before).http?.publish).toBe(publish);
  expect(publishedAs({ spec, isFresh: true }, before).http?.publish).toBe(false);
});
