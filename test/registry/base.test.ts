import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { debianMirrors } from "../../src/registry/base/debian-mirrors.ts";
import { localDebian } from "../../src/registry/base/local-debian.ts";
import { onDebian } from "../../src/registry/base/on-debian.ts";
import {
  ensureStandIn,
  imageLabels,
  localBaseImage,
  provideBase,
  type StandIn,
  standInFor,
  standIns,
} from "../../src/registry/index.ts";
import { faultOf, outputOf, registryDeps, scratch } from "./deps.ts";
import { imageRegistry } from "./image-registry.ts";

/** A stand-in that nothing but the test knows, and what was said while it was asked for. */
async function smallStandIn(): Promise<(line: string) => StandIn> {
  const reference = `docker-mcp-manager/test-base:${randomBytes(6).toString("hex")}`;
  const { engine } = await registryDeps(await scratch());
  onTestFinished(() => engine.removeImage(reference));
  const names = { name: "test", wanted: "test.invalid/none", reference, madeFrom: "the test" };
  return (line) => onDebian({ ...names, dockerfile: `ARG BASE\nFROM \${BASE}\n${line}\n` });
}

describe("a stand-in", () => {
  test("is made once however often it is asked for, and anew when its recipe changed", async () => {
    const standIn = await smallStandIn();
    const deps = await registryDeps(await scratch());
    const ask = async (line: string) => (await ensureStandIn(standIn(line), deps)).built;
    const both = await Promise.all([ask("ENV A=1"), ask("ENV A=1")]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(deps.lines.filter((line) => line.startsWith("building "))).toHaveLength(1);
    expect(await ask("ENV A=1")).toBe(false);
    expect(await ask("ENV A=2")).toBe(true);
  });

  test("leaves no nameless image behind when it is made anew, but one that a container uses", async () => {
    const standIn = await smallStandIn();
    const folders: string[] = [];
    const deps = {
      ...(await registryDeps(await scratch())),
      // Of its run: whoever removes what a killed run left finds it.
      temporaryFolder() {
        folders.push(mkdtempSync(join(tmpdir(), "registry-test-")));
        return folders.at(-1) ?? "";
      },
    };
    const idOf = async () => (await deps.engine.inspectImage(standIn("").reference))?.id ?? "";
    const made = async (line: string) => {
      await ensureStandIn(standIn(line), deps);
      return idOf();
    };
    const first = await made("ENV A=1");
    const second = await made("ENV A=2");
    expect(second).not.toBe(first);
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
    expect(await deps.engine.inspectImage(first)).toBeUndefined();
    const container = await deps.engine.createContainer({
      name: `test-${randomBytes(8).toString("hex")}`,
      image: second,
      env: {},
      labels: {},
      mounts: [],
      tmpfs: {},
      network: null,
      cpus: 1,
      memoryBytes: 64 * 2 ** 20,
      pids: 16,
      readOnlyRootfs: true,
    });
    try {
      await made("ENV A=3");
      expect(await deps.engine.inspectImage(second)).toBeDefined();
      const ours = await deps.engine.labelledImages(imageLabels.key);
      expect(ours.find(({ id }) => id === second)?.tags).toEqual([]);
      expect(await deps.engine.removeUnusedImage(second)).toBe(false);
    } finally {
      await deps.engine.remove(container);
    }
    expect(await deps.engine.removeUnusedImage(second)).toBe(true);
    expect(await deps.engine.removeUnusedImage(second)).toBe(true);
    // One that has a name is nobody's to remove here.
    expect(await deps.engine.removeUnusedImage(await idOf())).toBe(false);
    expect(await deps.engine.inspectImage(standIn("").reference)).toBeDefined();
  });

  test("takes the place of one public image each, never of one pinned by digest", () => {
    const wanted = standIns.map((standIn) => standIn.wanted);
    expect(new Set(wanted).size).toBe(wanted.length);
    expect(standInFor("debian:trixie-slim")?.name).toBe("debian");
    expect(standInFor(`debian:trixie-slim@sha256:${"0".repeat(64)}`)).toBeUndefined();
  });

  test("says which program is missing when the machine cannot make it", async () => {
    const { engine, ...deps } = await registryDeps(await scratch());
    const reference = (await engine.inspectImage(localDebian.reference))?.id;
    vi.stubEnv("PATH", await scratch());
    onTestFinished(() => void vi.unstubAllEnvs());
    const fault = await faultOf(localDebian.make("key", { ...deps, engine }));
    expect([fault.code, fault.message]).toEqual([
      "IMAGE_BUILD_FAILED",
      expect.stringContaining("mmdebstrap, which makes it, is not installed"),
    ]);
    expect(fault.hint).toContain("apt-get install mmdebstrap");
    expect((await engine.inspectImage(localDebian.reference))?.id).toBe(reference);
  });
});

test("the base for Python runs it with pip, venv, TLS and SQLite; the choice is said", async () => {
  const deps = await registryDeps(await scratch());
  const base = await provideBase("python:3.13-slim-trixie", deps);
  expect(deps.lines.at(-1)).toContain(base.reference);
  const script =
    "import pip, sqlite3, ssl, sys, venv; print(sys.version_info[:2], len(ssl.create_default_context().get_ca_certs()) > 50)";
  const entrypoint = ["/usr/local/bin/python", "-c", script];
  expect(await outputOf(deps.engine, base.id, { entrypoint })).toBe("(3, 13) True\n");
});

test("the base for Debian is trixie with apt, bash and the host's certificate authorities", async () => {
  const deps = await registryDeps(await scratch());
  const { id } = await provideBase("debian:trixie-slim", deps);
  const script = "cat /etc/debian_version; apt-get --version | head -1";
  const said = await outputOf(deps.engine, id, { entrypoint: ["bash", "-c", script] });
  expect(said).toMatch(/^13\.\d+\napt /);
});

test("a base without a stand-in is pulled, with the digest its registry gives it", async () => {
  const deps = await registryDeps(await scratch());
  const registry = await imageRegistry();
  const wanted = `${registry.host}/${registry.name}:1`;
  onTestFinished(() => deps.engine.removeImage(wanted));
  const refused = await faultOf(provideBase(wanted, { ...deps, pull: "never" }));
  expect([refused.code, registry.asked.version]).toEqual(["IMAGE_NOT_PRESENT", 0]);
  const base = await provideBase(wanted, deps);
  expect(base).toMatchObject({ reference: wanted, digest: registry.digest });
  deps.lines.length = 0;
  expect(await provideBase(wanted, { ...deps, pull: "never" })).toEqual(base);
  expect(deps.lines).toEqual([`base image ${wanted} is on the engine`]);
});

describe("Debian's mirrors", () => {
  const mirrorsOf = async (files: Readonly<Record<string, string>>) => {
    const folder = await scratch();
    await mkdir(join(folder, "sources.list.d"));
    for (const [path, text] of Object.entries(files)) {
      await writeFile(join(folder, path), text);
    }
    return debianMirrors(folder);
  };

  test("are those of the host's apt, in either form of its lists", async () => {
    const list = "# deb http://old.test/debian x main\ndeb https://one.test/debian trixie main\n";
    const sources = "Types: deb\nURIs: http://two.test/debian-security/\nSuites: trixie-security\n";
    const files = { "sources.list": list, "sources.list.d/a.sources": sources };
    expect(await mirrorsOf(files)).toEqual({
      archive: "https://one.test/debian",
      security: "http://two.test/debian-security",
    });
  });

  test("are left to the program that makes the base where not both are named, or with a password", async () => {
    const security = "deb http://two.test/debian-security x main\n";
    const secret = "deb http://user:hunter2@one.test/debian trixie main\n";
    const archive = "deb http://one.test/debian x main\n";
    for (const list of ["", archive, security, security + secret]) {
      expect(await mirrorsOf({ "sources.list": list })).toBeUndefined();
    }
    const saved = { "sources.list.d/a.list.save": `deb http://x.test/debian x main\n${security}` };
    expect(await mirrorsOf(saved)).toBeUndefined();
  });
});

test("the node image's stand-in keeps its name, for every test is built on it", () => {
  expect(standInFor("node:24-bookworm-slim")?.reference).toBe(localBaseImage);
});
