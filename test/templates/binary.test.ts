import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { faultOf } from "../registry/deps.ts";
import { tarGz, tarWith, zipOf } from "./archives.ts";
import { install, packagesFile, repository, rows } from "./installed.ts";
import { served } from "./served.ts";

const program = (said: string) => `#!/bin/sh\necho ${said} $(id -u) $$\n`;
const sum = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

test("a program of the repository is started directly, not as root, and is listed with its checksum", async () => {
  const text = program("own");
  const deps = await repository({ "bin/server": text });
  const own = await install("binary", { file: "bin/server" }, deps);
  expect(own).toMatchObject({ template: "binary", user: "65532:65532" });
  expect(await own.printed()).toMatch(/^own 65532 \d+\n$/);
  const listed = rows(await own.file(packagesFile));
  expect(listed).toEqual([["generic", "server", `sha256:${sum(Buffer.from(text)).slice(0, 16)}`]]);
});

test("of an archive the only executable is started, or the one named; its other files come along", async () => {
  const archive = { "server/bin/one": program("one"), "server/data.txt": "data\n" };
  const deps = await repository({
    "one.tar.gz": await tarGz(archive),
    "two.tar.gz": await tarGz({ ...archive, "server/bin/two": program("two") }),
    "three.zip": zipOf("three", program("three")),
  });
  const one = await install("binary", { file: "one.tar.gz" }, deps);
  expect(await one.printed()).toMatch(/^one /);
  expect(await one.file("/opt/server/files/server/data.txt")).toBe("data\n");
  const two = await install("binary", { file: "two.tar.gz", program: "server/bin/two" }, deps);
  expect(await two.printed()).toMatch(/^two /);
  const three = await install("binary", { file: "three.zip" }, deps);
  expect(await three.printed()).toMatch(/^three /);

  const several = await faultOf(install("binary", { file: "two.tar.gz" }, deps));
  expect(several.message).toContain(
    "two.tar.gz has several executable files; choose one with `program`: server/bin/one, server/bin/two",
  );
  const none = await faultOf(install("binary", { file: "one.tar.gz", program: "nothing" }, deps));
  expect(none.message).toContain("one.tar.gz has no file nothing; it has server/bin/one");
});

test("a file that is no program, and an archive that would write outside, are refused in one line", async () => {
  const deps = await repository({
    "notes.txt": "not a program\n",
    "out.tar": await tarWith("../../etc/hosts", program("out")),
  });
  const notes = await faultOf(install("binary", { file: "notes.txt" }, deps));
  expect(notes.message).toContain("notes.txt is no program for Linux");
  const out = await faultOf(install("binary", { file: "out.tar" }, deps));
  expect(out.message).toContain("out.tar could not be unpacked: ");
  expect(notes.message + out.message).not.toContain("Traceback");
});

test("a release on the web is fetched once and checked by its SHA-256", async () => {
  const archive = await tarGz({ server: program(randomBytes(6).toString("hex")) });
  const web = await served(() => ({ "/v1/server.tar.gz": archive }));
  const deps = { ...(await repository({})), buildNetwork: "host" as const };
  const url = `${web.url}/v1/server.tar.gz`;
  const release = await install("binary", { url, sha256: sum(archive).toUpperCase() }, deps);
  expect(await release.printed()).toMatch(/^[0-9a-f]{12} 65532 /);
  expect(web.requests).toEqual(["/v1/server.tar.gz"]);

  const sha256 = sum(Buffer.from("another"));
  const other = await faultOf(install("binary", { url, sha256 }, deps));
  expect(other.code).toBe("IMAGE_BUILD_FAILED");
  expect(other.message).toContain(
    `GET ${url}: the ${archive.length} bytes have the SHA-256 ${sum(archive)}, but ${sha256} is wanted`,
  );
});

test("F17 a release that is not there is asked for once, a server in trouble three times", async () => {
  const web = await served(() => ({ "/trouble": 503 }));
  const deps = { ...(await repository({})), buildNetwork: "host" as const };
  const sha256 = sum(randomBytes(6));
  const missing = await faultOf(install("binary", { url: `${web.url}/missing`, sha256 }, deps));
  expect(missing.message).toContain(`GET ${web.url}/missing: status 404 Not Found`);
  const trouble = await faultOf(install("binary", { url: `${web.url}/trouble`, sha256 }, deps));
  expect(trouble.message).toContain("status 503 Service Unavailable");
  expect(web.requests).toEqual(["/missing", "/trouble", "/trouble", "/trouble"]);
});

test("a release without its SHA-256, or with a user in its address, is refused before anything is built", async () => {
  const deps = await repository({});
  const unchecked = await faultOf(install("binary", { url: "https://example.org/server" }, deps));
  expect(unchecked.code).toBe("TEMPLATE_INVALID");
  const url = "https://user:hunter2@example.org/server";
  const login = await faultOf(install("binary", { url, sha256: "0".repeat(64) }, deps));
  expect(login.code).toBe("TEMPLATE_INVALID");
  expect(deps.lines).toEqual([]);
});
