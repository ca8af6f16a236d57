import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { hubBaseImage, provideBase, resolveImage } from "../../src/registry/index.ts";
import { createWorkspace } from "../e2e/cli.ts";
import { leftBehind } from "../e2e/left-behind.ts";
import { registryDeps, scratch } from "../registry/deps.ts";
import { goServer } from "./go-server.ts";
import { needs, unreachable, whyUnreachable } from "./reachable.ts";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));
const templates = readdirSync(folder).sort();

const sdkServer = fileURLToPath(new URL("../mcp/http/sdk2-server.ts", import.meta.url));

/** Template → what its example finds: in its environment, in place of what a machine may not reach, or in its folder. */
const given: Readonly<
  Record<string, (folder: string) => Promise<Readonly<Record<string, string>>>>
> = {
  "agent-mcp": async () => ({ ANTHROPIC_API_KEY: "no-key-that-anybody-would-accept" }),
  binary: async (folder) => {
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin/greeter"), await goServer(), { mode: 0o755 });
    return {};
  },
  dockerfile: async () => {
    const { reference } = await provideBase(hubBaseImage, await registryDeps(await scratch()));
    return { BASE: reference };
  },
  image: async () => {
    const everything = { package: "@modelcontextprotocol/server-everything", version: "2026.8.31" };
    const spec = serverSchema.parse({ template: "npm", with: everything });
    return { IMAGE: (await resolveImage(spec, await registryDeps(await scratch()))).image };
  },
  url: async () => {
    const child = spawn(process.execPath, [sdkServer, "http"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill());
    for await (const address of createInterface({ input: child.stdout })) {
      return { URL: address };
    }
    throw new Error(`${sdkServer} ended without an address`);
  },
};

test("every template says which registries its example needs", () => {
  expect(templates.filter((name) => needs[name] === undefined)).toEqual([]);
});

test.for(templates)(
  "the example of template %s passes, its server has no finding, and nothing is left behind",
  { timeout: 300_000 },
  async (name, { skip }) => {
    const why = await whyUnreachable(name, process.env);
    skip(why !== undefined, why);
    using workspace = createWorkspace("source");
    cpSync(join(folder, name, "example"), workspace.folder, { recursive: true });
    const environment = (await given[name]?.(workspace.folder)) ?? {};
    const { exitCode, stdout, stderr } = await workspace.cli(["run"], { environment });
    expect(exitCode, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/✓ (\d+) of \1 steps passed/);
    expect(workspace.report().findings).toEqual([]);
    expect(await leftBehind(workspace.report().run.id)).toEqual([]);
  },
);

test("a registry that has no address or refuses counts as one that does not answer", async () => {
  const environment = {};
  expect(await unreachable("https://registry.invalid/", environment)).toBe("ENOTFOUND");
  expect(await unreachable("https://127.0.0.1:9/", environment)).toBe("ECONNREFUSED");
});
