import type { EnginePlace } from "./private-engine.ts";

export interface OtherEngine {
  readonly name: string;
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  /** Default is dockerd's. */
  readonly command?: (at: EnginePlace) => string;
  /** Test files, or folders of them. */
  readonly tests: readonly string[];
  /** Default true; otherwise what fails is written down and fails nothing. */
  readonly mustPass?: false;
}

/** What drives an engine and fetches nothing from elsewhere. */
const tests = [
  "test/engine/container.test.ts",
  "test/engine/exec.test.ts",
  "test/engine/network.test.ts",
  "test/engine/stats.test.ts",
  "test/controller/network/isolation.test.ts",
  "test/controller/start-container.test.ts",
  "test/controller/stop.test.ts",
];

export const otherEngines: readonly OtherEngine[] = [
  { name: "docker", packages: ["docker.io", "containerd"], tests },
  {
    name: "podman",
    packages: [
      "aardvark-dns",
      // The init process of its containers.
      "catatonit",
      "conmon",
      "golang-github-containers-common",
      "netavark",
      "nftables",
      "podman",
    ],
    command: podman,
    tests,
    mustPass: false,
  },
];

function podman({ folder, data, host }: EnginePlace): string {
  return [
    `podman --root ${data}/storage --runroot ${folder}/run --storage-driver overlay`,
    `--cgroup-manager cgroupfs --events-backend file --runtime runc`,
    `system service --time=0 ${host}`,
  ].join(" ");
}
