import { createHash } from "node:crypto";
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-fs";
import { expect, test } from "vitest";
import { hashContext, packContext } from "../../src/registry/build/archive.ts";
import { type BuildContext, largeContext, listContext } from "../../src/registry/build/context.ts";
import { pathInside } from "../../src/registry/workspace-path.ts";
import { faultOf, scratch } from "./deps.ts";

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await scratch();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function sent(
  files: Readonly<Record<string, string>>,
  dockerfile = "Dockerfile",
): Promise<string[]> {
  const context = await listContext(await folderWith(files), dockerfile);
  return context.entries.filter((entry) => entry.kind === "file").map((entry) => entry.path);
}

async function digest(context: BuildContext): Promise<string> {
  const hash = createHash("sha256");
  await hashContext(context, hash);
  return hash.digest("hex");
}

test(".git is never sent, at any depth and whatever the ignore file brings back", async () => {
  const files = {
    ".git/config": "",
    "sub/.git": "gitdir: ..",
    "sub/a": "",
    ".gitignore": "",
    ".dockerignore": "!.git",
  };
  expect(await sent(files)).toEqual([".dockerignore", ".gitignore", "sub/a"]);
});

test(".dockerignore is honoured: anchored patterns, **, exceptions, letter case", async () => {
  const files = {
    ".dockerignore":
      "# comment\nnode_modules\n*.md\n!README.md\n**/*.tmp\nlogs/*\n!logs/keep.txt\ndist\n!dist/keep.js\n",
    "node_modules/x/index.js": "",
    "sub/node_modules/y.js": "",
    "a.md": "",
    "README.md": "",
    "sub/b.md": "",
    "sub/deep/c.tmp": "",
    "dist/old.js": "",
    "dist/keep.js": "",
    "logs/old.txt": "",
    "logs/keep.txt": "",
    "B.MD": "",
  };
  expect(await sent(files)).toEqual([
    ".dockerignore",
    "B.MD",
    "README.md",
    "dist/keep.js",
    "logs/keep.txt",
    "sub/b.md",
    "sub/node_modules/y.js",
  ]);
});

test("without an ignore file everything is sent", async () => {
  expect(await sent({ "node_modules/x.js": "", "a.md": "" })).toEqual([
    "a.md",
    "node_modules/x.js",
  ]);
});

test("the Dockerfile is sent even from an ignored folder, and its own ignore file wins", async () => {
  const files = {
    ".dockerignore": "docker\na",
    "docker/Dockerfile": "",
    "docker/x": "",
    a: "",
    b: "",
  };
  expect(await sent(files, "docker/Dockerfile")).toEqual([
    ".dockerignore",
    "b",
    "docker/Dockerfile",
  ]);
  const own = { ...files, "docker/Dockerfile.dockerignore": "b" };
  expect(await sent(own, "docker/Dockerfile")).toEqual([
    ".dockerignore",
    "a",
    "docker/Dockerfile",
    "docker/Dockerfile.dockerignore",
    "docker/x",
  ]);
});

test("I33 a link that leaves the context is refused, relative, absolute or dangling", async () => {
  for (const target of ["../outside", "/etc/passwd", "sub/../../outside", "/nowhere/at/all"]) {
    const folder = await folderWith({ a: "" });
    await symlink(target, join(folder, "link"));
    const fault = await faultOf(listContext(folder, "Dockerfile"));
    expect(fault.code).toBe("PATH_NOT_ALLOWED");
    expect(fault.message).toContain(`link leads out of the context, to ${target}`);
  }
});

test("I33 a link inside the context is sent as a link, and an ignored one may lead anywhere", async () => {
  const folder = await folderWith({ "sub/a": "text", ".dockerignore": "away\n!other" });
  await symlink("sub/a", join(folder, "near"));
  await symlink("/etc/passwd", join(folder, "away"));
  const context = await listContext(folder, "Dockerfile");
  expect(context.entries.map((entry) => [entry.kind, entry.path])).toEqual([
    ["file", ".dockerignore"],
    ["link", "near"],
    ["folder", "sub"],
    ["file", "sub/a"],
  ]);
});

test("I33 a path outside the workspace is refused after all links, one inside is resolved", async () => {
  const workspace = await folderWith({ "server/index.js": "" });
  await symlink("/", join(workspace, "link-to-root"));
  await symlink("server", join(workspace, "inside"));
  for (const path of ["..", "link-to-root", "link-to-root/etc", "/etc", "server/../.."]) {
    const fault = await faultOf(pathInside(workspace, workspace, path, "Build context"));
    expect(fault.code).toBe("PATH_NOT_ALLOWED");
    expect(fault.message).toContain(`"${path}" leads out of the workspace`);
  }
  expect(await pathInside(workspace, workspace, "inside", "Build context")).toBe(
    join(workspace, "server"),
  );
  expect(await pathInside(workspace, join(workspace, "server"), "..", "Build context")).toBe(
    workspace,
  );
});

test("I33 a path that does not exist is told apart from one that is not allowed", async () => {
  const fault = await faultOf(pathInside(await scratch(), "/", "nowhere", "Build context"));
  expect(fault.message).toContain("cannot be read: ENOENT");
});

test("F20 a giant context is refused with its largest files, before anything is read", async () => {
  const folder = await folderWith({ "big/model.bin": "", small: "x" });
  await truncate(join(folder, "big/model.bin"), 2 * 2 ** 30);
  const fault = await faultOf(listContext(folder, "Dockerfile"));
  expect(fault.code).toBe("USAGE");
  expect(fault.message).toContain("has 2048.0 MiB, allowed are 200.0 MiB");
  expect(fault.message).toContain("2048.0 MiB  big/model.bin");
  await writeFile(join(folder, ".dockerignore"), "big");
  expect((await listContext(folder, "Dockerfile")).bytes).toBe(4);
});

test("F20 a limit of one's own allows more, and then the largest files are told", async () => {
  const folder = await folderWith({ "big/model.bin": "", small: "x" });
  await truncate(join(folder, "big/model.bin"), 300 * 2 ** 20);
  const allowed = await listContext(folder, "Dockerfile", 400 * 2 ** 20);
  expect(largeContext(allowed)).toMatch(/has 300\.0 MiB, .*\n {2}300\.0 MiB {2}big\/model\.bin\n/);
  await truncate(join(folder, "big/model.bin"), 100);
  expect(largeContext(await listContext(folder, "Dockerfile"))).toBeUndefined();
  const fault = await faultOf(listContext(folder, "Dockerfile", 100));
  expect([fault.code, fault.hint]).toEqual(["USAGE", expect.stringContaining("build.max_context")]);
});

test("the hash follows path, content, mode and link, and nothing else", async () => {
  const files = { a: "1", "sub/b": "2" };
  const first = await digest(await listContext(await folderWith(files), "Dockerfile"));
  expect(await digest(await listContext(await folderWith(files), "Dockerfile"))).toBe(first);

  const others = [
    { a: "2", "sub/b": "2" },
    { a: "1", "sub/c": "2" },
    { a: "12", "sub/b": "" },
    { a: "1" },
  ];
  const hashes = await Promise.all(
    others.map(async (each) => digest(await listContext(await folderWith(each), "Dockerfile"))),
  );
  const executable = await folderWith(files);
  await chmod(join(executable, "a"), 0o755);
  hashes.push(await digest(await listContext(executable, "Dockerfile")));
  expect(new Set([first, ...hashes]).size).toBe(6);
});

test("a file of more than 1 MiB is hashed by its content too", async () => {
  const half = "x".repeat(2 ** 20);
  const [one, other] = await Promise.all(
    ["a", "b"].map(async (end) =>
      digest(await listContext(await folderWith({ a: half + end }), "Dockerfile")),
    ),
  );
  expect(one).not.toBe(other);
});

test("the tar holds exactly what was listed, with plain modes, and the extra files", async () => {
  const folder = await folderWith({
    a: "1",
    "sub/run.sh": "2",
    "no/secret": "3",
    ".dockerignore": "no",
  });
  await chmod(join(folder, "sub/run.sh"), 0o700);
  await symlink("a", join(folder, "link"));
  const target = await scratch();
  const archive = await packContext(await listContext(folder, "Dockerfile"), {
    "extra.txt": Buffer.from("4"),
  });
  await pipeline(archive, extract(target));
  expect((await readdir(target, { recursive: true })).sort()).toEqual([
    ".dockerignore",
    "a",
    "extra.txt",
    "link",
    "sub",
    "sub/run.sh",
  ]);
  expect(await readFile(join(target, "extra.txt"), "utf8")).toBe("4");
  expect(await readFile(join(target, "link"), "utf8")).toBe("1");
  expect((await stat(join(target, "sub/run.sh"))).mode & 0o777).toBe(0o755);
  expect((await stat(join(target, "a"))).mode & 0o777).toBe(0o644);
});

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

test("a file that is gone or shorter when it is sent breaks the tar off with the reason", async () => {
  const folder = await folderWith({ gone: "12345", shorter: "12345" });
  const context = await listContext(folder, "Dockerfile");
  await truncate(join(folder, "shorter"), 2);
  await expect(pipeline(await packContext(context, {}), nowhere())).rejects.toThrow(
    /size mismatch/i,
  );
  await rm(join(folder, "gone"));
  await expect(pipeline(await packContext(context, {}), nowhere())).rejects.toThrow(/ENOENT.*gone/);
});
