import { expect, test } from "vitest";
import { listVersions, packageIndexes, type Template } from "../../../src/registry/index.ts";
import { faultOf } from "../deps.ts";
import { indexesAt, indexStub } from "./index-stub.ts";

type Source = NonNullable<Template["version"]>["source"];

/** A template whose versions are those of its parameter `package`. */
function listing(source: Source) {
  return {
    name: source,
    version: { source, name: "{{ package }}", parameter: "version" },
  };
}

async function versionsOf(source: Source, name: string, url: string) {
  return listVersions(listing(source), { package: name }, { indexes: indexesAt(url) });
}

test("versions of an npm package are listed newest first, a scope in one part of the path", async () => {
  const versions = { "1.9.0": {}, "1.10.0": {}, "2.0.0-rc.1": {}, "2.0.0": {} };
  const stub = await indexStub({ "/@a%2fb": JSON.stringify({ versions }) });
  expect(await versionsOf("npm", "@a/b", stub.url)).toEqual([
    "2.0.0",
    "2.0.0-rc.1",
    "1.10.0",
    "1.9.0",
  ]);
  expect(stub.requests[0]?.headers.accept).toContain("application/vnd.npm.install-v1+json");
});

test("versions of a Python package are those of its files that were not taken back", async () => {
  const files = [
    { filename: "my_server-1.10.0-py3-none-any.whl" },
    { filename: "my-server-1.9.tar.gz" },
    { filename: "my_server-2.0rc1.tar.gz" },
    { filename: "my_server-2.0.dev3.tar.gz" },
    { filename: "my_server-1.9.post1-py3-none-any.whl", yanked: false },
    { filename: "my_server-3.0-py3-none-any.whl", yanked: "broken" },
  ];
  const stub = await indexStub({ "/my-server/": JSON.stringify({ files }) });
  expect(await versionsOf("pypi", "My_Server", stub.url)).toEqual([
    "2.0rc1",
    "2.0.dev3",
    "1.10.0",
    "1.9.post1",
    "1.9",
  ]);
});

test("a Python index that only knows HTML is read as well", async () => {
  const page = [
    '<a href="../a#sha256=0">my_server-1.0-py3-none-any.whl</a>',
    '<a href="../b" data-yanked="">my_server-1.1-py3-none-any.whl</a>',
    '<a href="../c">my-server-0.9.tar.gz</a>',
  ].join("<br/>\n");
  const stub = await indexStub({ "/my-server/": `<!DOCTYPE html><html>${page}</html>` });
  expect(await versionsOf("pypi", "my-server", stub.url)).toEqual(["1.0", "0.9"]);
});

test("a Go package is looked for up its path, capital letters escaped", async () => {
  const stub = await indexStub({ "/example.com/!own/mod/@v/list": "v1.2.0\nv1.10.0\n" });
  expect(await versionsOf("go", "example.com/Own/mod/cmd/server", stub.url)).toEqual([
    "v1.10.0",
    "v1.2.0",
  ]);
  expect(stub.requests.map(({ url }) => url)).toEqual([
    "/example.com/!own/mod/cmd/server/@v/list",
    "/example.com/!own/mod/cmd/@v/list",
    "/example.com/!own/mod/@v/list",
  ]);
});

test("a Go module without tags has the version of its last commit", async () => {
  const stub = await indexStub({
    "/example.com/mod/@v/list": "",
    "/example.com/mod/@latest": '{"Version":"v0.0.0-20260101000000-abcdefabcdef"}',
  });
  expect(await versionsOf("go", "example.com/mod", stub.url)).toEqual([
    "v0.0.0-20260101000000-abcdefabcdef",
  ]);
});

test.each([
  ["a", "/1/a"],
  ["ab", "/2/ab"],
  ["abc", "/3/a/abc"],
  ["My-Server", "/my/-s/my-server"],
])("the crate %s is looked up at %s, without what was yanked", async (name, path) => {
  const lines = ['{"vers":"0.9.0"}', '{"vers":"0.10.0"}', '{"vers":"1.0.0","yanked":true}'];
  const stub = await indexStub({ [path]: lines.join("\n") });
  expect(await versionsOf("crates", name, stub.url)).toEqual(["0.10.0", "0.9.0"]);
});

test("versions of Maven coordinates come from the metadata of the artifact", async () => {
  const versions = ["1.0", "1.0-rc1", "1.10", "1.9"].map((each) => `<version>${each}</version>`);
  const stub = await indexStub({
    "/org/example/server/maven-metadata.xml": `<metadata><versioning><versions>${versions.join("")}</versions></versioning></metadata>`,
  });
  expect(await versionsOf("maven", "org.example:server", stub.url)).toEqual([
    "1.10",
    "1.9",
    "1.0",
    "1.0-rc1",
  ]);
});

test("tags of an image are read page by page, with the token that the registry gives everyone", async () => {
  const withToken = (text: string, link?: string) => (request: { headers: object }) => {
    const { authorization } = request.headers as { authorization?: string };
    return authorization === "Bearer t"
      ? { status: 200, text, headers: link === undefined ? {} : { link } }
      : { status: 401, headers: { "www-authenticate": challenge() } };
  };
  const stub = await indexStub({
    "/v2/own/server/tags/list?n=1000": withToken(
      '{"tags":["latest","1.9"]}',
      '</v2/own/server/tags/list?n=1000&last=1.9>; rel="next"',
    ),
    "/v2/own/server/tags/list?n=1000&last=1.9": withToken('{"tags":["1.10","1.10-alpine"]}'),
    "/token?service=s&scope=repository%3Aown%2Fserver%3Apull": '{"token":"t"}',
  });
  function challenge(): string {
    return `Bearer realm="${stub.url}/token",service="s",scope="repository:own/server:pull"`;
  }
  const tags = await listVersions(
    listing("image"),
    { package: `${stub.host}/own/server:latest` },
    { indexes: indexesAt("http://unused.invalid") },
  );
  expect(tags).toEqual(["1.10-alpine", "1.10", "1.9", "latest"]);
});

test.each<Source>(["npm", "pypi", "go", "crates", "maven"])(
  "a package that the %s index does not know is named so",
  async (source) => {
    const stub = await indexStub({});
    const fault = await faultOf(versionsOf(source, "no.such:thing", stub.url));
    expect(fault).toMatchObject({ code: "PACKAGE_NOT_FOUND" });
    expect(fault.message).toContain('"no.such:thing"');
  },
);

test("an image that its registry does not know is named so", async () => {
  const stub = await indexStub({});
  const fault = await faultOf(versionsOf("image", `${stub.host}/own/server`, ""));
  expect(fault).toMatchObject({ code: "PACKAGE_NOT_FOUND" });
});

test("F16 an index that cannot be reached is named with the cause, without its password", async () => {
  const stub = await indexStub({});
  const closed = "http://user:geheim@127.0.0.1:1";
  const refused = await faultOf(versionsOf("npm", "x", closed));
  expect(refused).toMatchObject({ code: "PACKAGE_INDEX_UNREACHABLE" });
  expect(refused.message).toMatch(/^GET http:\/\/127\.0\.0\.1:1\/x: .*ECONNREFUSED/);
  expect(refused.message).not.toContain("geheim");
  const unknown = await faultOf(versionsOf("npm", "x", "http://registry.invalid"));
  expect(unknown.message).toContain("ENOTFOUND registry.invalid");
  expect(stub.requests).toEqual([]);
});

test.each([
  [{ status: 500 }, "it answered with status 500"],
  [{ status: 401 }, "it answered with status 401"],
  ["<html>a proxy says no</html>", "what it answered is no list of versions"],
  [{ status: 302, headers: { location: "/x" } }, "it redirects more than 5 times"],
])("an index that answers %o is told with it", async (answer, reason) => {
  const stub = await indexStub({ "/x": answer });
  const fault = await faultOf(versionsOf("npm", "x", stub.url));
  expect(fault).toMatchObject({ code: "PACKAGE_INDEX_UNREACHABLE" });
  expect(fault.message).toContain(reason);
});

test("a password in an index's address is sent to that index and not to where it redirects", async () => {
  const other = await indexStub({ "/x": '{"versions":{"1.0.0":{}}}' });
  const stub = await indexStub({
    "/x": { status: 302, headers: { location: `${other.url}/x` } },
  });
  const address = stub.url.replace("//", "//me:p%40ss@");
  expect(await versionsOf("npm", "x", address)).toEqual(["1.0.0"]);
  const login = `Basic ${Buffer.from("me:p@ss").toString("base64")}`;
  expect(stub.requests[0]?.headers.authorization).toBe(login);
  expect(other.requests[0]?.headers.authorization).toBeUndefined();
});

test("an index is asked through the proxy that the environment names", async () => {
  const proxy = await indexStub({
    "http://registry.invalid/x": '{"versions":{"1.0.0":{}}}',
  });
  const indexes = packageIndexes({
    npm_config_registry: "http://registry.invalid/",
    HTTP_PROXY: proxy.url,
  });
  expect(await listVersions(listing("npm"), { package: "x" }, { indexes })).toEqual(["1.0.0"]);
});

test("tags of Docker Hub's images are read from its mirror, where there is one", async () => {
  const tags = '{"tags":["24"]}';
  const stub = await indexStub({
    "/v2/hub/library/node/tags/list?n=1000": tags,
    "/v2/hub/own/server/tags/list?n=1000": tags,
  });
  const deps = { indexes: indexesAt(""), registryMirror: `${stub.host}/hub` };
  for (const name of ["node", "node:24-slim", "docker.io/library/node", "own/server:1"]) {
    expect(await listVersions(listing("image"), { package: name }, deps), name).toEqual(["24"]);
  }
  await listVersions(listing("image"), { package: `${stub.host}/other` }, deps).catch(() => {});
  expect(stub.requests.at(-1)?.url).toBe("/v2/other/tags/list?n=1000");
});

test("versions of a template that only names an image are the tags of that image", async () => {
  const stub = await indexStub({ "/v2/own/server/tags/list?n=1000": '{"tags":["1.2"]}' });
  const tags = await listVersions(
    { name: "image", image: "{{ image }}" },
    { image: `${stub.host}/own/server@sha256:0` },
    { indexes: indexesAt("http://unused.invalid") },
  );
  expect(tags).toEqual(["1.2"]);
});

test("a template without versions, and one whose package is not named, say so", async () => {
  const deps = { indexes: indexesAt("http://unused.invalid") };
  const none = await faultOf(listVersions({ name: "own" }, {}, deps));
  expect(none).toMatchObject({ code: "USAGE" });
  const unnamed = await faultOf(listVersions(listing("npm"), {}, deps));
  expect(unnamed.message).toContain("{{ package }}, and this has no value");
});
