import { expect, test } from "vitest";
import { allowProblem } from "../../src/config/index.ts";
import type { Fault } from "../../src/fault/index.ts";
import { faultOf, linesOf, load, minimal } from "./loading.ts";

function refused(server: string, allow: readonly string[] = []): Fault {
  return faultOf(minimal({ server }), { allow });
}

const relaxations = [
  ["hardening: { user: root }", "root", "asks to run as root"],
  ['hardening: { user: "00:5" }', "root", "asks to run as root"],
  ["hardening: { user: 0 }", "root", "asks to run as root"],
  ["hardening: { read_only_rootfs: false }", "writable-rootfs", "a writable root file system"],
  ["hardening: { new_privileges: true }", "new-privileges", "asks to be let gain rights"],
  ["hardening: { seccomp: unconfined }", "unconfined-seccomp", "asks for all system calls"],
  ["hardening: { devices: [/dev/kvm] }", "device:/dev/kvm", "asks for the device /dev/kvm"],
  [
    "volumes: [{ host_path: /data/x, container_path: /x }]",
    "host-path:/data/x",
    'asks for a path outside the workspace, "/data/x"',
  ],
] as const;

test.each(relaxations)("A10 %s needs leave of whoever starts the run", (server, name, what) => {
  const fault = refused(server);
  expect(fault.code).toBe("RELAXATION_NOT_ALLOWED");
  expect(fault.problems).toEqual([
    expect.objectContaining({
      file: "mcp-manager.yml",
      line: 5,
      message: expect.stringContaining(`the server "a" ${what}`.slice(0, 14)),
      hint: expect.stringContaining(`add the line ${name} to \`allow:\``),
    }),
  ]);
  expect(fault.problems[0]?.message).toContain(what);
  expect(load(minimal({ server }), { allow: [name] }).runFile.servers["a"]).toBeDefined();
  expect(refused(server, ["capability:CHOWN", `${name}x`]).code).toBe("RELAXATION_NOT_ALLOWED");
});

test("A10 all that is asked for without leave is listed at once, and only after what is wrong", () => {
  const server =
    "hardening:\n  user: root\n  capabilities: [NET_RAW, CHOWN]\n  seccomp: unconfined";
  const fault = refused(server, ["root", "capability:CHOWN"]);
  expect(fault.message).toContain("asks for 2 things that nobody allowed");
  expect(fault.problems.map(({ line, column }) => `${line}:${column}`)).toEqual(["7:22", "8:16"]);
  expect(refused(`${server}\nlimits: { cpus: 0 }`).code).toBe("RUN_FILE_INVALID");
});

test("A10 a folder that is allowed lets all in it be used, and nothing beside it", () => {
  const server = (path: string) => `volumes: [{ host_path: ${path}, container_path: /x }]`;
  const allow = ["host-path:/data"];
  expect(load(minimal({ server: server("/data/a/b") }), { allow })).toBeDefined();
  expect(refused(server("/database"), allow).code).toBe("RELAXATION_NOT_ALLOWED");
  expect(refused(server("/data/../opt"), allow).code).toBe("RELAXATION_NOT_ALLOWED");
});

test.each([
  ["/", "holds"],
  ["/var", "holds"],
  ["/proc/1/root", "lies in"],
  ["/var/run/docker.sock", "lies in"],
  ["/var/lib/docker/volumes", "lies in"],
  ["/etc", ""],
  ["/root", "holds"],
  ["../../run", ""],
])("A10 the host's %s cannot be had with any leave", (path, how) => {
  const server = `volumes: [{ host_path: ${path}, container_path: /x }]`;
  const allow = [`host-path:${path}`, "host-path:/"];
  expect(linesOf(minimal({ server }), { allow })).toEqual([
    expect.stringMatching(
      new RegExp(
        `^5:\\d+ the path ".*" lies outside the workspace and cannot be had: "/.*" ${how}.*gives the host away$`,
      ),
    ),
  ]);
});

test.each([
  ["privileged: true", 'unknown key "privileged"'],
  ["network_mode: host", 'unknown key "network_mode"'],
  ["hardening: { privileged: true }", 'unknown key "privileged"'],
  ["hardening: { pid: host }", 'unknown key "pid"'],
  ["hardening: { security_opt: [apparmor=unconfined] }", 'unknown key "security_opt"'],
  ["hardening: { user: root, capabilities: [SYS_ADMIN] }", "SYS_ADMIN"],
  ["hardening: { user: root, capabilities: [ALL] }", "ALL"],
  ["hardening: { devices: [/dev/mem] }", "gives the host away and cannot be had"],
  ["hardening: { devices: [/dev/sda1] }", "gives the host away and cannot be had"],
  ["hardening: { devices: [/dev/../etc/passwd] }", "is no device"],
  ["hardening: { user: node }", "write a number, number:number, or root"],
  ["hardening: { capabilities: [CHOWN] }", "does not run as root, so it could use none"],
])("A10 %s is no relaxation there is", (server, why) => {
  const allow = ["root", "capability:SYS_ADMIN", "capability:ALL", "device:/dev/mem"];
  expect(linesOf(minimal({ server }), { allow })).toEqual([expect.stringContaining(why)]);
});

test("where nobody says what is allowed, a run file is only read", () => {
  const { runFile } = load(minimal({ server: "hardening: { user: 0 }" }));
  expect(runFile.servers["a"]?.hardening).toEqual({
    user: "0",
    read_only_rootfs: true,
    new_privileges: false,
    seccomp: "default",
    capabilities: [],
    devices: [],
  });
});

test.each([
  ["root", undefined],
  ["capability:NET_RAW", undefined],
  ["host-path:/srv/data", undefined],
  ["roots", "is nothing that can be allowed; there are: root, "],
  ["capability:", "is nothing that can be allowed"],
  ["privileged", "is nothing that can be allowed"],
  ["host-path:data", "needs an absolute, plain path"],
  ["host-path:/srv/../etc", "needs an absolute, plain path"],
  ["host-path:/", "cannot be had"],
  ["host-path:/run/docker.sock", "cannot be had"],
])("A10 the leave %s is judged when it is given", (name, why) => {
  const problem = allowProblem(name);
  expect(why === undefined ? problem : problem?.includes(why)).toBe(why === undefined ? why : true);
});
