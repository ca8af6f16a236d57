import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { localClient, type ManagerClient } from "../../src/api/index.ts";
import { systemClock } from "../../src/clock/index.ts";
import { readOwner } from "../../src/controller/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { asFault, type Fault } from "../../src/fault/index.ts";
import { Manager } from "../../src/manager/index.ts";

const templatesFolder = join(import.meta.dirname, "../../templates");

/** The tools of a manager of this test's own. */
function managerClient(): ManagerClient {
  const folder = mkdtempSync(join(tmpdir(), "template-desk-"));
  const manager = new Manager({
    ownership: {
      runId: randomBytes(16).toString("hex"),
      owner: readOwner(process.pid),
      expiresAtMs: systemClock.nowMs() + 3_600_000,
    },
    recordFile: join(folder, "run.db"),
    workspace: folder,
    engineEnvironment: process.env,
    version: "0",
    clock: systemClock,
    user: { uid: 0, gid: 0 },
    registry: { templatesFolder, cacheFolder: folder },
    launchReaper: () => ({ release: () => Promise.resolve() }),
  });
  onTestFinished(async () => {
    await manager.shutdown();
    rmSync(folder, { recursive: true, force: true });
  });
  return localClient(manager);
}

async function removeImage(reference: string): Promise<void> {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  await engine.removeImage(reference);
  engine.close();
}

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  return work.then(
    () => expect.unreachable("no fault"),
    (thrown: unknown) => asFault(thrown),
  );
}

const sound = "name: mine\ndescription: Ours.\nimage: '{{ image }}'\n";
const parameters =
  "parameters: { type: object, required: [image], properties: { image: { type: string, description: d } } }\n";

test("every template is listed with the JSON Schema of its parameters", async () => {
  const { templates } = await managerClient().call("docker_list_templates", {});
  expect(templates).toContainEqual(
    expect.objectContaining({
      name: "npm",
      origin: "built-in",
      problem: null,
      bases: ["node:24-bookworm-slim"],
      parameters: expect.objectContaining({
        type: "object",
        required: ["package"],
        additionalProperties: false,
      }),
    }),
  );
});

test("a registered template is listed, and the same content is built once", async () => {
  const client = managerClient();
  const files = {
    Dockerfile: "FROM scratch\nCOPY greetings/hello.txt /\n",
    "greetings/hello.txt": randomBytes(8).toString("hex"),
  };
  const template = "name: mine\ndescription: Ours.\nbuild: { from: template }\n";
  const view = await client.call("docker_register_template", { name: "mine", template, files });
  expect(view).toMatchObject({ name: "mine", origin: "registered", problem: null });
  const { templates } = await client.call("docker_list_templates", {});
  expect(templates).toContainEqual(expect.objectContaining({ name: "mine", origin: "registered" }));
  const built = await client.call("docker_build_image", { server_type: "mine" });
  onTestFinished(() => removeImage(String(built["image"])));
  expect(built).toMatchObject({ server_type: "mine", built: true, version: null });
  const again = await client.call("docker_build_image", { server_type: "mine" });
  expect(again).toEqual({ ...built, built: false, build_ms: 0 });
});

test("the files of a registered template are gone with the manager", async () => {
  const temporary = mkdtempSync(join(tmpdir(), "template-desk-"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(temporary, { recursive: true, force: true });
  });
  vi.stubEnv("TMPDIR", temporary);
  const client = managerClient();
  await client.call("docker_register_template", {
    name: "mine",
    template: "name: mine\ndescription: d\nimage: a\n",
  });
  const ours = () =>
    readdirSync(temporary).filter((name) => name.startsWith("docker-mcp-manager-"));
  expect(ours()).toHaveLength(1);
  await client.call("docker_shutdown", {});
  expect(ours()).toEqual([]);
});

test("a template of a name that is taken is refused unless it is said that it takes its place", async () => {
  const client = managerClient();
  const npm = { name: "npm", template: "name: npm\ndescription: ours\nextends: npm\n" };
  const fault = await faultOf(client.call("docker_register_template", npm));
  expect([fault.code, fault.message]).toEqual([
    "TEMPLATE_NAME_TAKEN",
    'Template "npm" cannot be registered: there is a built-in one already.',
  ]);
  await client.call("docker_register_template", { ...npm, override: true });
  const twice = await faultOf(client.call("docker_register_template", npm));
  expect(twice.message).toContain("there is a registered one already");
});

test("a template that is not sound is refused with file, line and rule, and is not there", async () => {
  const client = managerClient();
  const template =
    "name: mine\ndescription: d\nimage: a\ncolour: red\nserver: { http: { port: 0 } }\n";
  const fault = await faultOf(client.call("docker_register_template", { name: "mine", template }));
  expect(fault.code).toBe("TEMPLATE_INVALID");
  expect(fault.problems.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
    "mine/template.yml:1",
    "mine/template.yml:5",
  ]);
  const { templates } = await client.call("docker_list_templates", {});
  expect(JSON.stringify(templates)).not.toContain('"mine"');
});

test("I33 names and files that lead out of the template's folder are refused, all at once", async () => {
  const outside = join(tmpdir(), `escaped-${randomBytes(6).toString("hex")}`);
  const paths = [
    `../../${outside}`,
    outside,
    "a/../../b",
    "a//b",
    "a\\b",
    "",
    "./x",
    "template.yml",
  ];
  const files = Object.fromEntries(paths.map((path) => [path, "x"]));
  const fault = await faultOf(
    managerClient().call("docker_register_template", { name: "../mine", template: sound, files }),
  );
  expect(fault.code).toBe("USAGE");
  expect(fault.message).toContain('"../mine" is no name');
  for (const path of paths) {
    expect(fault.message).toContain(`${JSON.stringify(path)} is no path of a file in its folder`);
  }
  expect(existsSync(outside)).toBe(false);
});

test("parameters of an image to build are judged, all at once", async () => {
  const client = managerClient();
  const template = sound + parameters;
  await client.call("docker_register_template", { name: "mine", template });
  const fault = await faultOf(
    client.call("docker_build_image", { server_type: "mine", parameters: { imge: "a" } }),
  );
  expect(fault.code).toBe("TEMPLATE_INVALID");
  expect(fault.message.split("\n")).toEqual([
    'with.imge: template "mine" has no such parameter; did you mean "image"?',
    "with.image: is required: d",
  ]);
});
