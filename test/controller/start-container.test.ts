import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandFault, labelKeys } from "../../src/controller/index.ts";
import type { ContainerSpec } from "../../src/engine/index.ts";
import { Fault } from "../../src/fault/index.ts";
import { plan, useRuns } from "./real-run.ts";

const { engine, run, start, idsOf } = useRuns();
const folder = mkdtempSync(join(tmpdir(), "controller-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Says as JSON what a server finds around itself. */
const lookAround = `
  const fs = require("fs"), os = require("os"), dns = require("dns");
  const attempt = (work) => { try { return work() ?? "done"; } catch (error) { return error.code; } };
  const status = Object.fromEntries(fs.readFileSync("/proc/self/status", "utf8").split("\\n").map((l) => l.split(":\\t")));
  dns.lookup("localhost", (error, address) => console.log(JSON.stringify({
    ids: process.getuid() + ":" + process.getgid(), capEff: status.CapEff, capBnd: status.CapBnd,
    noNewPrivs: status.NoNewPrivs, seccomp: status.Seccomp,
    writeRoot: attempt(() => fs.writeFileSync("/usr/x", "")), writeHome: attempt(() => fs.writeFileSync(os.homedir() + "/x", "")),
    execTmp: attempt(() => { fs.writeFileSync("/tmp/run", "#!/bin/sh\\n", { mode: 0o755 }); require("child_process").execFileSync("/tmp/run"); return "ran"; }),
    interfaces: fs.readdirSync("/sys/class/net"), localhost: error?.code ?? address, env: process.env,
    firstProcess: fs.readFileSync("/proc/1/cmdline", "latin1").split("\\0")[0],
  })));
`;

/** What an engine itself puts into a container. */
function ofTheEngine() {
  const ofAny = ["/etc/resolv.conf", "/etc/hostname", "/etc/hosts"];
  return engine().info.kind === "podman"
    ? {
        init: "/run/podman-init",
        files: [...ofAny, "/run/podman-init", "/run/.containerenv", "/etc/passwd", "/etc/group"],
        variables: ["HOSTNAME", "container"],
      }
    : {
        init: "/sbin/docker-init",
        files: [...ofAny, "/sbin/docker-init"],
        variables: ["HOSTNAME"],
      };
}

async function look(changes: Parameters<typeof plan>[1] = {}, on = engine()) {
  const container = await start(plan(["node", "-e", lookAround], changes), run(), on);
  await container.exited;
  await container.attachment.ended;
  return { container, found: JSON.parse(container.stdout()) as Record<string, unknown> };
}

test("a server has no rights, no network and nothing to write but /tmp, and still finds localhost", async () => {
  const { container, found } = await look();
  expect(found).toMatchObject({
    ids: "65532:65532",
    capEff: "0000000000000000",
    capBnd: "0000000000000000",
    noNewPrivs: "1",
    seccomp: "2",
    writeRoot: "EROFS",
    writeHome: "done",
    execTmp: "EACCES",
    interfaces: ["lo"],
    localhost: "127.0.0.1",
    firstProcess: ofTheEngine().init,
  });
  expect(container.isolation).toMatchObject({
    user: "65532:65532",
    capDrop: ["ALL"],
    readOnlyRootfs: true,
    memoryBytes: 128 * 2 ** 20,
    cpus: 1,
    pids: 64,
    network: "none",
    init: true,
    securityOpt: [expect.stringMatching(/^no-new-privileges(:true)?$/)],
  });
});

test("an engine that does not see our files starts servers without a network all the same", async () => {
  const elsewhere = {
    ...engine(),
    createContainer(spec: ContainerSpec) {
      if (spec.hostsFile) {
        throw new Fault(
          "MOUNT_SOURCE_MISSING",
          `bind source path does not exist: ${spec.hostsFile}`,
        );
      }
      return engine().createContainer(spec);
    },
  };
  const { found } = await look({}, elsewhere);
  expect(found).toMatchObject({ interfaces: ["lo"], localhost: "127.0.0.1" });
});

test("A29 a server's environment is the image's and what was declared for it, nothing of ours or a neighbour's", async () => {
  process.env["ACTIONS_RUNTIME_TOKEN"] = "ours";
  const [one, two] = await Promise.all([
    look({ env: { API_KEY: "one", HOME: "/tmp/a" } }),
    look({ env: { B: "two" } }),
  ]);
  const image = [...ofTheEngine().variables, "NODE_EXTRA_CA_CERTS", "PATH", "SSL_CERT_FILE"];
  expect(Object.keys(one.found["env"] ?? {}).sort()).toEqual(["API_KEY", "HOME", ...image].sort());
  expect(Object.keys(two.found["env"] ?? {}).sort()).toEqual(["B", "HOME", ...image].sort());
  expect(one.found["env"]).toMatchObject({ API_KEY: "one", HOME: "/tmp/a" });
  expect(two.found["env"]).toMatchObject({ B: "two", HOME: "/tmp" });
});

test("A10 what is relaxed by leave is relaxed, read back, and nothing else with it", async () => {
  const relaxed = {
    user: "0:0",
    writableRootfs: true,
    newPrivileges: true,
    unconfined: true,
    capabilities: ["CHOWN"],
    devices: ["/dev/null"],
  };
  const { container, found } = await look({ relaxed });
  expect(found).toMatchObject({
    ids: "0:0",
    capEff: "0000000000000001",
    capBnd: "0000000000000001",
    noNewPrivs: "0",
    seccomp: "0",
    writeRoot: "done",
    execTmp: "EACCES",
    interfaces: ["lo"],
  });
  expect(container.isolation).toMatchObject({
    user: "0:0",
    capDrop: ["ALL"],
    capAdd: ["CHOWN"],
    privileged: false,
    readOnlyRootfs: false,
    securityOpt: ["seccomp=unconfined"],
    devices: ["/dev/null"],
    hostNamespaces: [],
  });
});

test("A09 nothing of the host is mounted into a server but its empty hosts file", async () => {
  const container = await start(plan(["cat", "/proc/self/mountinfo"]));
  await container.exited;
  await container.attachment.ended;
  const fromDisk = container
    .stdout()
    .split("\n")
    .filter((line) => / - (?!overlay|proc|tmpfs|sysfs|cgroup2?|mqueue|devpts)/.test(line))
    .map((line) => line.split(" ")[4]);
  const { files } = ofTheEngine();
  expect(fromDisk.filter((path) => path !== undefined && !files.includes(path))).toEqual([]);
  expect(container.isolation["mounts"]).toEqual(
    [{ kind: "bind", target: "/etc/hosts", readOnly: true }].slice(0, hostsFiles(container)),
  );
});

/** How many hosts files of ours it has: none on engines that are fast without. */
function hostsFiles({
  isolation,
}: {
  readonly isolation: Readonly<Record<string, unknown>>;
}): number {
  return Array.isArray(isolation["mounts"]) ? isolation["mounts"].length : 0;
}

test("egress full gives a way out by one network of the run, made once", async () => {
  const ownership = run();
  const wanted = plan(["node", "-e", lookAround], { egress: "full" });
  const both = await Promise.all([start(wanted, ownership), start(wanted, ownership)]);
  for (const container of both) {
    await container.exited;
    await container.attachment.ended;
    expect(JSON.parse(container.stdout())).toMatchObject({
      interfaces: expect.arrayContaining(["eth0"]),
    });
  }
  const objects = await engine().listLabelled([`${labelKeys.run}=${ownership.runId}`]);
  expect(objects.map(({ kind }) => kind).sort()).toEqual(["container", "container", "network"]);
});

test("A53 a read-only volume cannot be written; a writable one is written as the manager's user, when that is not root", async () => {
  chmodSync(folder, 0o777);
  writeFileSync(join(folder, "given"), "content");
  const script = "cat /data/given; id -u; touch /data/new 2>&1; stat -c %u:%g /data/new 2>&1";
  async function withVolume(readOnly: boolean, uid: number): Promise<string> {
    const volumes = [{ kind: "host", hostPath: folder, containerPath: "/data", readOnly } as const];
    const wanted = plan(["sh", "-c", script], { volumes });
    const container = await start(wanted, run(), engine(), { uid, gid: uid });
    await container.exited;
    await container.attachment.ended;
    rmSync(join(folder, "new"), { force: true });
    return container.stdout();
  }
  expect(await withVolume(true, 4242)).toMatch(/^content65532\n.*Read-only file system/);
  expect(await withVolume(false, 4242)).toBe("content4242\n4242:4242\n");
  expect(await withVolume(false, 0)).toBe("content65532\n65532:65532\n");
});

test("what a failed start created is removed before the fault comes", async () => {
  const ownership = run();
  const file = join(folder, "file");
  writeFileSync(file, "");
  // A file over a directory: refused by the runtime, after the create call.
  const volumes = [
    { kind: "host", hostPath: file, containerPath: "/bin", readOnly: true } as const,
  ];
  await expect(start(plan(["true"], { volumes }), ownership)).rejects.toMatchObject({
    code: "ENGINE_ERROR",
    message: expect.stringContaining("not a directory"),
  });
  expect(await idsOf(ownership)).toEqual([]);
});

test("F13 an image that is not there is named, and nothing is created", async () => {
  const ownership = run();
  await expect(start(plan(["true"], { image: "nope:latest" }), ownership)).rejects.toMatchObject({
    code: "IMAGE_NOT_FOUND",
    message: expect.stringContaining("nope:latest"),
  });
  expect(await idsOf(ownership)).toEqual([]);
});

test("F25 a command that the image does not have is told from a server that exits 127 itself", async () => {
  const absent = await start(plan(["/nope"]));
  const exit = await absent.exited;
  await absent.attachment.ended;
  expect(commandFault("s", exit, absent.stderr().split("\n"))).toMatchObject({
    code: "SERVER_COMMAND_NOT_FOUND",
    // Podman's init does not say which.
    message: expect.stringMatching(/"s".*(?:"\/nope"|its command).*No such file/),
  });
  const own = await start(plan(["sh", "-c", "echo 'exec x failed' >&2; exit 127"]));
  const ownExit = await own.exited;
  await own.attachment.ended;
  expect(ownExit.exitCode).toBe(127);
  expect(commandFault("s", ownExit, own.stderr().split("\n"))).toBeUndefined();
});

test("nothing is left in the temporary folder by a start", async () => {
  const container = await start(plan(["cat", "/etc/hosts", "/proc/self/mountinfo"]));
  await container.exited;
  await container.attachment.ended;
  expect(container.stdout()).toContain("localhost");
  const mount = container
    .stdout()
    .split("\n")
    .find((line) => line.includes(" /etc/hosts "));
  const source = mount?.split(" ")[3] ?? "";
  if (source.includes("docker-mcp-manager-")) {
    expect(() => readFileSync(source.replace("//deleted", ""))).toThrow("ENOENT");
  }
});
