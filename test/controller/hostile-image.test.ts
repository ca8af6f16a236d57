import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packFolder } from "../../src/engine/index.ts";
import { image, plan, useRuns } from "./real-run.ts";

const { engine, start } = useRuns();
const hostile = `test-${randomBytes(8).toString("hex")}:1`;
const folder = mkdtempSync(join(tmpdir(), "hostile-image-"));

const dockerfile = `FROM ${image}
LABEL io.github.docker-mcp-manager.run="00000000000000000000000000000000" \\
  io.github.docker-mcp-manager.volumes="/:/host" run="docker run --privileged -v /:/host --net host"
VOLUME ["/data", "/var/run/docker.sock"]
EXPOSE 22 8080
USER 0:0
STOPSIGNAL SIGSTOP
HEALTHCHECK --interval=1s CMD echo checked > /tmp/health
ENTRYPOINT ["node", "-e"]
CMD ["--privileged"]
`;

/** Prints what it finds when its stdin ends. */
const lookAround = `
  const fs = require("fs");
  process.stdin.resume().on("end", () => setTimeout(() => console.log(JSON.stringify({
    user: process.getuid(),
    capabilities: /CapBnd:\\s*(\\S+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1],
    interfaces: fs.readdirSync("/sys/class/net"),
    host: fs.existsSync("/host"),
    health: fs.existsSync("/tmp/health"),
  })), 1500));
`;

beforeAll(async () => {
  writeFileSync(join(folder, "Dockerfile"), dockerfile);
  const context = await packFolder(folder);
  const options = { tag: hostile, dockerfile: "Dockerfile", args: {}, labels: {} };
  await engine().buildImage(context, { ...options, network: "default" }, () => undefined);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await engine().removeImage(hostile);
});

interface Mounted {
  readonly Type: string;
  readonly Name?: string;
  readonly Destination: string;
}

function mountsOf(id: string): readonly Mounted[] {
  const text = execFileSync("docker", ["inspect", "--format", "{{json .Mounts}}", id]).toString();
  return JSON.parse(text) as Mounted[];
}

test("A12 A13 F54 what an image says of itself opens nothing: labels, USER, VOLUME, EXPOSE, HEALTHCHECK, ENTRYPOINT and CMD", async () => {
  const { entrypoint: _, ...rest } = plan([]);
  const container = await start({ ...rest, image: hostile, command: [lookAround] });
  const state = await engine().inspect(container.id);
  const mounts = mountsOf(container.id);
  container.attachment.end();
  await container.exited;
  await container.attachment.ended;
  expect(JSON.parse(container.stdout())).toEqual({
    user: 65532,
    capabilities: "0000000000000000",
    interfaces: ["lo"],
    host: false,
    health: false,
  });
  expect(state?.published).toEqual({});
  expect(state?.labels["io.github.docker-mcp-manager.run"]).not.toMatch(/^0+$/);
  // Its own volumes are new and empty ones, and go with it; the hosts file is ours.
  expect(mounts.map(({ Type, Destination }) => `${Type} ${Destination}`).toSorted()).toEqual([
    "bind /etc/hosts",
    "volume /data",
    "volume /var/run/docker.sock",
  ]);
  await container.remove();
  const names = mounts.flatMap(({ Name }) => Name ?? []);
  expect(names).toHaveLength(2);
  expect(() =>
    execFileSync("docker", ["volume", "inspect", ...names], { stdio: "pipe" }),
  ).toThrow();
});
