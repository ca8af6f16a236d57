import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { launchManager, managerEnvironment } from "../../src/action/launch.ts";

let folder = "";
const started: number[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "launch-"));
  mkdirSync(join(folder, "report"));
});
afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(folder, { recursive: true });
});

function launch(script: string) {
  const managerEntry = join(folder, "manager.mjs");
  writeFileSync(managerEntry, script);
  const manager = launchManager({
    execPath: process.execPath,
    managerEntry,
    stateDir: folder,
    reportDir: join(folder, "report"),
    environment: { PATH: process.env["PATH"], GITHUB_TOKEN: "canary", DOCKER_HOST: "unix:///x" },
    runId: "a".repeat(32),
    token: "the-token",
    workspace: "/work space",
    job: null,
  });
  started.push(...(manager.pid === undefined ? [] : [manager.pid]));
  return manager;
}

const tellUrl = (url: string): string => `writeSync(3, ${JSON.stringify(`{"url":"${url}"}\n`)});`;
const stay = "setInterval(() => undefined, 1000);";

test("A28 A29 the manager gets its token in a file of this user alone, and little of the environment", async () => {
  const manager = launch(
    `import { readFileSync, writeSync, writeFileSync } from "node:fs";
     writeFileSync(process.argv[2] + ".seen", JSON.stringify({ env: process.env, argv: process.argv, boot: JSON.parse(readFileSync(process.argv[2], "utf8")) }));
     ${tellUrl("http://127.0.0.1:1/mcp")} ${stay}`,
  );
  expect(await manager.url).toBe("http://127.0.0.1:1/mcp");
  const text = readFileSync(join(folder, "boot.json.seen"), "utf8");
  const seen = JSON.parse(text) as { env: Record<string, string>; argv: string[]; boot: unknown };
  expect(seen.boot).toEqual({
    runId: "a".repeat(32),
    token: "the-token",
    recordFile: join(folder, "report/run.db"),
    workspace: "/work space",
    announcements: null,
    registryMirror: null,
    job: null,
    allow: [],
  });
  expect(Object.keys(seen.env).sort()).toEqual(["DOCKER_HOST", "PATH"]);
  expect(JSON.stringify([seen.env, seen.argv])).not.toMatch(/the-token|canary/);
  expect(statSync(join(folder, "boot.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "report/manager.log")).mode & 0o777).toBe(0o600);
});

test("a manager that ends before it listens is a fault with the end of its log", async () => {
  const manager = launch(`console.error("no such thing"); process.exit(4);`);
  await expect(manager.url).rejects.toMatchObject({
    code: "MANAGER_UNREACHABLE",
    message: "The manager could not be started: it ended with exit code 4.\nno such thing",
  });
});

test("a manager that cannot be executed is a fault", async () => {
  const manager = launchManager({
    execPath: join(folder, "no-node"),
    managerEntry: "x",
    stateDir: folder,
    reportDir: join(folder, "report"),
    environment: {},
    runId: "b".repeat(32),
    token: "t",
    workspace: "/",
    job: null,
  });
  await expect(manager.url).rejects.toMatchObject({ code: "MANAGER_UNREACHABLE" });
});

test("A29 only named variables are passed on", () => {
  const environment = {
    PATH: "p",
    HOME: "h",
    LANG: "C",
    TMPDIR: "/t",
    XDG_RUNTIME_DIR: "/x",
    RUNNER_TRACKING_ID: "github_1",
    DOCKER_HOST: "d",
    DOCKER_CERT_PATH: "c",
    https_proxy: "q",
    NO_PROXY: "n",
    SSL_CERT_FILE: "s",
    NODE_EXTRA_CA_CERTS: "e",
  };
  const others = {
    GITHUB_TOKEN: "canary",
    ACTIONS_RUNTIME_TOKEN: "canary",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "canary",
    INPUT_VARS: "canary",
    AWS_SECRET_ACCESS_KEY: "canary",
    NODE_OPTIONS: "--inspect",
    LD_PRELOAD: "/x.so",
    MY_DOCKER_HOST: "canary",
  };
  expect(managerEnvironment({ ...environment, ...others, EMPTY: undefined })).toEqual(environment);
});
