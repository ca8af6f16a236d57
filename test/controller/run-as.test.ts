import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAs } from "../../src/controller/run-as.ts";
import { asFault } from "../../src/fault/index.ts";
import { image, plan, useRuns } from "./real-run.ts";

const { engine, run, start } = useRuns();
const tag = `test-run-as-${process.pid}:1`;
const linked = `test-run-as-${process.pid}:2`;
const folder = mkdtempSync(join(tmpdir(), "run-as-"));

/** An image in a moment: a container that never ran, with a file of its own. */
function imageWith(made: string, passwd: string, ...changes: readonly string[]): void {
  const id = docker("create", "--entrypoint", "/none", image);
  docker("cp", passwd, `${id}:/etc/passwd`);
  docker("commit", ...changes.flatMap((change) => ["--change", change]), id, made);
  docker("rm", id);
}

function docker(...args: readonly string[]): string {
  return execFileSync("docker", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

beforeAll(() => {
  const passwd = join(folder, "passwd");
  const users = ["node:x:1000:1001::/:", "admin:x:0:0::/:", "odd:x:1x:1::/:", "5:x:0:0::/:"];
  writeFileSync(passwd, [...users, "node:x:0:0::/:", ""].join("\n"));
  imageWith(tag, passwd, "USER admin");
  mkdirSync(join(folder, "etc"));
  symlinkSync("../usr/passwd", join(folder, "etc/passwd"));
  const input = execFileSync("tar", ["-C", folder, "-c", "etc"]);
  execFileSync("docker", ["import", "-", linked], { input, stdio: ["pipe", "ignore", "ignore"] });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await engine().removeImage(tag);
  await engine().removeImage(linked);
});

async function idsOf(user: string, of = tag, changes: Parameters<typeof plan>[1] = {}) {
  const { id = "" } = (await engine().inspectImage(of)) ?? {};
  const given = { plan: plan(["true"], changes), image: { id, user }, manager: { uid: 0, gid: 0 } };
  return runAs(engine(), run(), given).catch((error: unknown) => asFault(error).code);
}

test.each([
  ["1000", "1000"],
  ["5", "5"],
  ["1000:0", "1000:0"],
  ["node", "1000:1001"],
  ["node:65534", "1000:65534"],
  ["", "65532:65532"],
  ["root", "65532:65532"],
  ["00:5", "65532:65532"],
  ["admin", "65532:65532"],
  ["admin:7", "65532:65532"],
  ["odd", "65532:65532"],
  ["+0", "IMAGE_USER_UNKNOWN"],
  ["nosuch", "IMAGE_USER_UNKNOWN"],
])("A10 F26 an image that says USER %s runs as %s", async (user, expected) => {
  expect(await idsOf(user)).toBe(expected);
});

test("A10 where the image's list of users is no plain file, nobody is believed", async () => {
  expect(await idsOf("node", linked)).toBe("65532:65532");
});

test("A10 a server does not run as root because its image calls root admin", async () => {
  const container = await start(plan(["id", "-u"], { image: tag }));
  await container.exited;
  await container.attachment.ended;
  expect(container.stdout()).toBe("65532\n");
  expect(container.isolation).toMatchObject({ user: "65532:65532" });
});

test("F26 a number that no image knows is a user all the same, by leave or not", async () => {
  const relaxed = {
    user: "4242:4243",
    writableRootfs: false,
    newPrivileges: false,
    unconfined: false,
    capabilities: [],
    devices: [],
  };
  expect(await idsOf("nosuch", tag, { relaxed })).toBe("4242:4243");
});
