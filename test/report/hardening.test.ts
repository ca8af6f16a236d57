import { expect, test } from "vitest";
import { hardeningOf } from "../../src/report/hardening.ts";

const strict = {
  user: "65532:65532",
  capDrop: ["ALL"],
  capAdd: [],
  privileged: false,
  readOnlyRootfs: true,
  securityOpt: ["no-new-privileges:true"],
  devices: [],
  hostNamespaces: [],
  mounts: [
    { kind: "bind", target: "/etc/hosts", readOnly: true },
    { kind: "bind", target: "/data", readOnly: false },
    { kind: "bind", target: "/run/secrets/KEY", readOnly: true },
    { kind: "volume", target: "/cache", readOnly: false },
  ],
  network: "none",
  memoryBytes: 64 * 2 ** 20,
  swapBytes: 0,
  cpus: 0.5,
  pids: 32,
  notApplied: [],
};

test("what holds by default is told, none of it as relaxed", () => {
  expect(hardeningOf(strict)).toEqual(
    [
      ["user", "65532:65532"],
      ["capabilities", "none"],
      ["new privileges", "never"],
      ["system calls", "the engine's list"],
      ["root file system", "read-only"],
      ["host namespaces", "none"],
      ["devices", "none"],
      ["files of the host", "/data writable"],
      ["secrets as files", "/run/secrets/KEY"],
      ["network", "none"],
      ["memory", "64 MiB, no swap"],
      ["cores", "0.5"],
      ["processes", "32"],
    ].map(([what, value]) => ({ what, value, relaxed: false })),
  );
});

test.each([
  [{ user: "" }, "user", "root"],
  [{ user: "00:7" }, "user", "root"],
  [{ capAdd: ["CAP_CHOWN", "KILL"] }, "capabilities", "CHOWN, KILL"],
  [{ capDrop: [] }, "capabilities", "those of the engine"],
  [{ privileged: true }, "capabilities", "all, privileged"],
  [{ securityOpt: ["no-new-privileges:false"] }, "new privileges", "by set-user-id programs"],
  [{ securityOpt: ["no-new-privileges", "seccomp=unconfined"] }, "system calls", "all"],
  [{ readOnlyRootfs: false }, "root file system", "writable"],
  [{ hostNamespaces: ["pid"] }, "host namespaces", "pid"],
  [{ devices: ["/dev/kvm"] }, "devices", "/dev/kvm"],
  [{ memoryBytes: 0 }, "memory", "no limit, no swap"],
  [{ swapBytes: -1 }, "memory", "64 MiB, swap without limit"],
  [{ swapBytes: 2 ** 20 }, "memory", "64 MiB, swap 1 MiB"],
  [{ cpus: 0 }, "cores", "no limit"],
  [{ pids: -1 }, "processes", "no limit"],
  [
    { notApplied: ["swapBytes", "ioWeight"] },
    "limits that the engine did not apply",
    "swap, share of the disks",
  ],
])("%j is told as relaxed", (change, what, value) => {
  const relaxed = hardeningOf({ ...strict, ...change }).filter((fact) => fact.relaxed);
  expect(relaxed).toEqual([{ what, value, relaxed: true }]);
});

test("what the engine did not say is left out, and what is no answer at all breaks nothing", () => {
  expect(hardeningOf(null)).toEqual([]);
  expect(hardeningOf({})).toEqual([]);
  const odd = Object.fromEntries(Object.keys(strict).map((key) => [key, { x: [null] }]));
  expect(hardeningOf(odd)).toEqual([]);
});
