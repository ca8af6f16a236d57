import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, test } from "vitest";
import { z } from "zod";
import { createWorkspace, faultyServer } from "./cli.ts";

const cli = fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url));
const everything = { package: "@modelcontextprotocol/server-everything", version: "2026.8.31" };

const view = z.object({
  server_name: z.string(),
  status: z.string(),
  revision: z.string().nullable(),
  container_id: z.string().nullable(),
  tools: z.array(z.string()),
});

/** The official client of the older line, speaking to `serve --stdio`. */
async function withManager(work: (client: Client) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "serve-"));
  const client = new Client({ name: "test", version: "1" });
  try {
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [cli, "serve", "--stdio"],
        cwd: folder,
        env: { ...process.env, XDG_RUNTIME_DIR: folder },
        stderr: "inherit",
      }),
    );
    await work(client);
  } finally {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function call(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<unknown> {
  const result = await client.callTool({ name, arguments: input });
  expect(result.isError ?? false, JSON.stringify(result.content)).toBe(false);
  return result.structuredContent;
}

test("every tool has an input schema, an output schema and annotations", async () => {
  await withManager(async (client) => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "docker_create_server",
      "docker_list_servers",
      "docker_get_server_status",
      "docker_get_logs",
      "docker_start_server",
      "docker_stop_server",
      "docker_restart_server",
      "docker_pause_server",
      "docker_remove_server",
      "docker_call_tool",
      "docker_send_request",
      "docker_list_templates",
      "docker_register_template",
      "docker_build_image",
      "docker_run_scenarios",
      "docker_shutdown",
    ]);
    for (const tool of tools) {
      expect(tool.outputSchema, tool.name).toBeDefined();
      expect(tool.annotations?.readOnlyHint, tool.name).toBeTypeOf("boolean");
    }
  });
});

test("a server's whole life over the tools: create, status, logs, restart, stop", async () => {
  await withManager(async (client) => {
    const created = view.parse(
      await call(client, "docker_create_server", {
        server_type: "npm",
        server_name: "test-server",
        env_vars: { LOG_LEVEL: "DEBUG" },
        volumes: [],
        parameters: everything,
      }),
    );
    expect(created).toMatchObject({ status: "ready", revision: "2025-11-25" });
    expect(created.tools).toContain("echo");

    const running = z
      .object({ servers: z.array(view) })
      .parse(await call(client, "docker_list_servers", { status: "running", server_type: "npm" }));
    expect(running.servers.map(({ server_name }) => server_name)).toEqual(["test-server"]);
    expect(await call(client, "docker_list_servers", { status: "stopped" })).toEqual({
      servers: [],
    });

    const logs = z
      .object({ lines: z.array(z.object({ stream: z.string(), text: z.string() })) })
      .parse(
        await call(client, "docker_get_logs", {
          server_name: "test-server",
          lines: 50,
          since: "2h",
          follow: false,
        }),
      );
    expect(logs.lines.some(({ stream }) => stream === "stderr")).toBe(true);

    const restarted = view.parse(
      await call(client, "docker_restart_server", { server_name: "test-server" }),
    );
    expect(restarted.status).toBe("ready");
    expect(restarted.container_id).not.toBe(created.container_id);

    const stopped = view.parse(
      await call(client, "docker_stop_server", { server_name: "test-server" }),
    );
    expect(stopped.status).toBe("stopped");
    // Stopping twice is the same as stopping once.
    expect(
      view.parse(await call(client, "docker_stop_server", { server_name: "test-server" })).status,
    ).toBe("stopped");
  });
});

test("what cannot be done is a tool error with code and hint, and the manager goes on", async () => {
  await withManager(async (client) => {
    const wrong = await client.callTool({
      name: "docker_create_server",
      arguments: { server_type: "npn", server_name: "one", parameters: {} },
    });
    expect(wrong.isError).toBe(true);
    expect(JSON.stringify(wrong.content)).toContain("TEMPLATE_NOT_FOUND");
    const unknown = await client.callTool({
      name: "docker_get_server_status",
      arguments: { server_name: "nobody" },
    });
    expect(JSON.stringify(unknown.content)).toContain("SERVER_NOT_FOUND");
    const outside = await client.callTool({
      name: "docker_create_server",
      arguments: {
        server_type: "npm",
        server_name: "two",
        parameters: everything,
        volumes: [{ host_path: "/etc", container_path: "/data" }],
      },
    });
    expect(JSON.stringify(outside.content)).toContain("PATH_NOT_ALLOWED");
  });
});

test("servers kept up by run --keep are seen by ps, and their logs can be read", async () => {
  using workspace = createWorkspace();
  workspace.write(
    "mcp-manager.yml",
    `version: 1\nservers:\n${faultyServer("one", "pollute")}\nscenarios:\n  - { name: one, server: one, steps: [{ ping: true }] }\n`,
  );
  const environment = { XDG_RUNTIME_DIR: workspace.folder };
  let seen: Promise<readonly string[]> | undefined;
  await workspace.cli(["run", "--keep"], {
    environment,
    onOutput(soFar, kill) {
      if (seen === undefined && soFar.includes("The manager answers at")) {
        seen = (async () => {
          const ps = await workspace.cli(["ps"], { environment });
          const logs = await workspace.cli(["logs", "one"], { environment });
          kill("SIGTERM");
          return [ps.stdout, logs.stdout];
        })();
      }
    },
  });
  const [ps, logs] = (await seen) ?? [];
  expect(ps).toMatch(/one +image +ready/);
  expect(logs).toContain("stdout");
  const after = await workspace.cli(["ps"], { environment });
  expect(after.stdout).toBe("No servers: no manager is running.\n");
});
