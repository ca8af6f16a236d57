import { expect, test } from "vitest";
import { loadTemplate } from "../../../src/registry/index.ts";
import { newestVersion } from "../../../src/registry/version/newest.ts";
import { templatesFolder } from "../deps.ts";
import { indexesAt, indexStub } from "./index-stub.ts";

async function newest(version: string | undefined, url: string, lines: string[] = []) {
  const template = await loadTemplate(templatesFolder, "npm");
  const values = { package: "own", ...(version !== undefined && { version }) };
  const deps = { indexes: indexesAt(url), onProgress: (line: string) => void lines.push(line) };
  return newestVersion(template, values, deps);
}

test.each([
  [undefined, "2.0.0"],
  ["latest", "2.0.0"],
  ["next", "3.0.0-rc.1"],
  ["^1.0.0", "1.9.0"],
  ["~1.2.0", "1.2.7"],
  ["1.2.3", "1.2.3"],
])("the version %s stands for %s: tags and ranges are the index's", async (asked, exact) => {
  const versions = ["1.2.3", "1.2.7", "1.9.0", "2.0.0", "2.1.0", "3.0.0-rc.1"];
  const document = {
    versions: Object.fromEntries(versions.map((version) => [version, {}])),
    // A release may have been taken off `latest` again.
    "dist-tags": { latest: "2.0.0", next: "3.0.0-rc.1" },
  };
  const stub = await indexStub({ "/own": JSON.stringify(document) });
  expect(await newest(asked, stub.url)).toBe(exact);
});

test("without tags, `latest` is the newest that is finished, and where none is, the newest", async () => {
  const document = (...all: readonly string[]) =>
    JSON.stringify({ versions: Object.fromEntries(all.map((each) => [each, {}])) });
  const stub = await indexStub({ "/own": document("1.0.0", "1.1.0", "2.0.0-beta.1") });
  expect(await newest("latest", stub.url)).toBe("1.1.0");
  const unfinished = await indexStub({ "/own": document("0.1.0-rc.1", "0.1.0-rc.2") });
  expect(await newest("latest", unfinished.url)).toBe("0.1.0-rc.2");
});

test("F16 where the index does not answer, or a range fits nothing, that is said and the build decides", async () => {
  const lines: string[] = [];
  expect(await newest("latest", "http://127.0.0.1:1", lines)).toBeUndefined();
  expect(lines.at(-1)).toMatch(/which version latest is cannot be asked \(GET .*ECONNREFUSED/);
  const stub = await indexStub({ "/own": '{"versions":{"1.0.0":{}}}' });
  expect(await newest("^9", stub.url, lines)).toBeUndefined();
  expect(lines.at(-1)).toContain("which version ^9 is shows only when it is installed");
});
