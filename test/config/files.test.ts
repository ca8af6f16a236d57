import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findRunFile, resolveInside } from "../../src/config/index.ts";
import { asFault, type Fault } from "../../src/fault/index.ts";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "run-file-")));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
}

function faultOf(named?: string): Fault {
  try {
    findRunFile(folder, named);
  } catch (thrown) {
    return asFault(thrown);
  }
  throw new Error("the run file was read");
}

describe("finding the run file", () => {
  test("the first default place wins, then the second", () => {
    mkdirSync(join(folder, ".github"));
    write(".github/mcp-manager.yml", "second");
    expect(findRunFile(folder)).toEqual({ path: ".github/mcp-manager.yml", text: "second" });
    write("mcp-manager.yml", "first");
    expect(findRunFile(folder)).toEqual({ path: "mcp-manager.yml", text: "first" });
  });

  test("a named file is the only one looked for", () => {
    write("mcp-manager.yml", "first");
    write("other.json", "{}");
    expect(findRunFile(folder, "other.json").text).toBe("{}");
    expect(findRunFile(folder, join(folder, "other.json")).text).toBe("{}");
    expect(faultOf("missing.yml").message).toContain('There is no "missing.yml" in');
  });

  test("a missing one is a fault with every path tried", () => {
    const fault = faultOf();
    expect(fault.code).toBe("RUN_FILE_NOT_FOUND");
    expect(fault.exitCode).toBe(2);
    expect(fault.message).toContain('"mcp-manager.yml" and no ".github/mcp-manager.yml"');
  });
});

describe("what is in it", () => {
  test("I03 a byte order mark is left out", () => {
    write("x.yml", "\ufeffversion: 1 é😀");
    expect(findRunFile(folder, "x.yml").text).toBe("version: 1 é😀");
  });

  test.each<[string, Buffer]>([
    ["little-endian with mark", Buffer.from("\ufeffservers: {}", "utf16le")],
    ["big-endian with mark", Buffer.from("\ufeffservers: {}", "utf16le").swap16()],
    ["without mark", Buffer.from("servers: {}", "utf16le")],
  ])("I04 UTF-16 %s is refused as such", (_, bytes) => {
    write("x.yml", bytes);
    const fault = faultOf("x.yml");
    expect(fault.code).toBe("RUN_FILE_INVALID");
    expect(fault.message).toContain("UTF-16");
  });

  test.each<[string, number[], number]>([
    ["a lone 0xff", [0x61, 0x3a, 0x20, 0xff], 3],
    ["a cut-off character", [0x61, 0xc3], 1],
    ["after a real replacement character and an é", [0xef, 0xbf, 0xbd, 0xc3, 0xa9, 0x80, 0x61], 5],
    ["a surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
    ["an overlong form", [0xc0, 0xaf], 0],
    ["after a byte order mark", [0xef, 0xbb, 0xbf, 0x61, 0xfe], 4],
  ])("I05 %s is refused with the offset of the first bad byte", (_, bytes, offset) => {
    write("x.yml", Buffer.from(bytes));
    expect(faultOf("x.yml").message).toContain(
      `is not UTF-8: the first bad byte is at offset ${offset}.`,
    );
  });

  test("I05 a NUL byte is refused with its offset", () => {
    write("x.yml", "ab\0c");
    expect(faultOf("x.yml").message).toContain("has a NUL byte at offset 2");
  });

  test("I14 256 KiB are read and one byte more is not", () => {
    write("x.yml", "#".repeat(256 * 1024));
    expect(findRunFile(folder, "x.yml").text).toHaveLength(256 * 1024);
    write("x.yml", "#".repeat(256 * 1024 + 1));
    expect(faultOf("x.yml").message).toContain("is larger than 262144 bytes");
  });
});

describe("what is not a regular file", () => {
  test("I14 a FIFO is refused without waiting for a writer", () => {
    execFileSync("mkfifo", [join(folder, "x.yml")]);
    expect(faultOf("x.yml").message).toContain("is not a regular file but a FIFO");
  });

  test("I14 a folder, a device and a symbolic link are refused by name", () => {
    mkdirSync(join(folder, "x.yml"));
    expect(faultOf("x.yml").message).toContain("but a folder");
    expect(faultOf("/dev/zero").message).toContain("but a device");
    write("real.yml", "version: 1");
    symlinkSync("real.yml", join(folder, "link.yml"));
    expect(faultOf("link.yml").message).toContain("but a symbolic link");
    expect(findRunFile(folder, "real.yml").text).toBe("version: 1");
  });

  test("I14 a socket is refused by name", async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(folder, "x.yml"), listening));
    expect(faultOf("x.yml").message).toContain("but a socket");
    await new Promise((closed) => server.close(closed));
  });
});

describe("I33 paths inside the workspace", () => {
  async function refusal(path: string, base = folder): Promise<Fault> {
    const thrown: unknown = await resolveInside(join(folder, "work"), base, path).then(
      (real) => new Error(`${path} became ${real}`),
      (error: unknown) => error,
    );
    return asFault(thrown);
  }

  beforeEach(() => {
    mkdirSync(join(folder, "work/data"), { recursive: true });
    mkdirSync(join(folder, "outside"));
  });

  test("I33 a path inside becomes its real path, links inside included", async () => {
    const work = join(folder, "work");
    symlinkSync("data", join(work, "link"));
    await expect(resolveInside(work, work, "data")).resolves.toBe(join(work, "data"));
    await expect(resolveInside(work, work, "./link")).resolves.toBe(join(work, "data"));
    await expect(resolveInside(work, join(work, "data"), "..")).resolves.toBe(work);
  });

  test("I33 a workspace that is itself behind a link is fine", async () => {
    symlinkSync("work", join(folder, "alias"));
    const alias = join(folder, "alias");
    await expect(resolveInside(alias, alias, "data")).resolves.toBe(join(folder, "work/data"));
  });

  test.each([
    ["a link to the root", "/"],
    ["a link to a neighbour", "../outside"],
    ["a link to a folder whose name begins alike", "../work-else"],
  ])("I33 %s is refused", async (_, target) => {
    mkdirSync(join(folder, "work-else"));
    symlinkSync(target, join(folder, "work/link"));
    const work = join(folder, "work");
    for (const path of ["link", "link/."]) {
      const fault = await refusal(path, work);
      expect(fault.code).toBe("PATH_NOT_ALLOWED");
      expect(fault.message).toContain("leads outside the workspace through a symbolic link");
    }
  });

  test("I33 words that lead outside are refused before anything is looked up", async () => {
    const work = join(folder, "work");
    for (const path of ["..", "../outside", "/etc", "data/../../outside"]) {
      expect((await refusal(path, work)).message).toContain("lies outside the workspace");
    }
  });

  test("A10 a socket or a pipe is neither a file nor a folder", async () => {
    const work = join(folder, "work");
    execFileSync("mkfifo", [join(work, "pipe")]);
    expect((await refusal("pipe", work)).message).toContain("is neither a file nor a folder");
  });

  test("A11 a folder that is allowed may be outside, and a link in it may not lead out of it", async () => {
    const work = join(folder, "work");
    const outside = join(folder, "outside");
    await expect(resolveInside(work, work, outside, [outside])).resolves.toBe(outside);
    symlinkSync("/etc", join(outside, "link"));
    const fault = resolveInside(work, work, join(outside, "link"), [outside]);
    await expect(fault).rejects.toMatchObject({ code: "PATH_NOT_ALLOWED" });
  });

  test("I33 what does not exist, a loop, an empty path and a NUL are refused with the reason", async () => {
    const work = join(folder, "work");
    symlinkSync("loop", join(work, "loop"));
    expect((await refusal("missing", work)).message).toContain("does not exist");
    expect((await refusal("loop", work)).message).toContain("is a loop of symbolic links");
    expect((await refusal("", work)).message).toContain("is empty");
    expect((await refusal("a\0b", work)).code).toBe("PATH_NOT_ALLOWED");
  });
});
