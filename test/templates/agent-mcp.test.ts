import { cpSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { programs } from "../e2e/cli.ts";
import { scratch, templatesFolder } from "../registry/deps.ts";
import { whyUnreachable } from "./reachable.ts";

const folder = join(templatesFolder, "agent-mcp");
const key = "sk-test-a-key-nobody-has-5f21";

beforeEach(async ({ skip }) => {
  const why = await whyUnreachable("agent-mcp", process.env);
  skip(why !== undefined, why);
});

/** A client of a program that speaks over stdio, and all that it has said on stderr. */
async function clientOf(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd: string,
): Promise<{ readonly client: Client; readonly said: () => string }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...args],
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stderr: "pipe",
  });
  let said = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const client = new Client({ name: "test", version: "1" });
  onTestFinished(() => client.close());
  await client.connect(transport);
  return { client, said: () => said };
}

/** A client of the manager in a workspace, whose calls must succeed and never say the key. */
async function managerIn(workspace: string) {
  const args = [programs.source, "serve", "--stdio"];
  const { client } = await clientOf(args, { XDG_RUNTIME_DIR: workspace }, workspace);
  return async (name: string, input: Readonly<Record<string, unknown>>) => {
    const timeout = 300_000;
    const result = await client.callTool({ name, arguments: { ...input } }, undefined, { timeout });
    expect(JSON.stringify(result)).not.toContain(key);
    expect(result.isError ?? false, JSON.stringify(result)).toBe(false);
    return result.structuredContent;
  };
}

const server = { server_name: "test-agent-server" };

test("the design's own call creates it: key and log level as variables, data as a volume", async () => {
  const workspace = await scratch();
  cpSync(join(folder, "example/data"), join(workspace, "data"), { recursive: true });
  const call = await managerIn(workspace);
  const created = await call("docker_create_server", {
    server_type: "agent-mcp",
    ...server,
    env_vars: { LOG_LEVEL: "DEBUG", ANTHROPIC_API_KEY: key },
    volumes: [{ host_path: join(workspace, "data"), container_path: "/app/data" }],
  });
  expect(created).toMatchObject({
    status: "ready",
    tools: ["list_documents", "read_document", "ask"],
  });
  const read = { ...server, tool: "read_document", arguments: { name: "opening-hours.txt" } };
  expect(JSON.stringify(await call("docker_call_tool", read))).toContain("closed on Tuesday");
  const logs = await call("docker_get_logs", { ...server, lines: 50, since: "2h", follow: false });
  expect(JSON.stringify(logs)).toContain("INFO documents in /app/data");
  expect(await call("docker_stop_server", server)).toMatchObject({ status: "stopped" });
}, 300_000);

test("a variable that a template calls a secret is masked, whatever its name is", async () => {
  const workspace = await scratch();
  const call = await managerIn(workspace);
  const template =
    "name: sheltered\nextends: agent-mcp\ndescription: d\nserver: { secrets: [SHELTER] }\n";
  await call("docker_register_template", { name: "sheltered", template });
  await call("docker_create_server", {
    server_type: "sheltered",
    ...server,
    env_vars: { ANTHROPIC_API_KEY: "any", DATA_FOLDER: key, SHELTER: key },
  });
  const logs = await call("docker_get_logs", server);
  expect(JSON.stringify(logs)).toContain("INFO documents in ***");
}, 300_000);

test("without its key it cannot be created, and the message names the key", async () => {
  const workspace = await scratch();
  const args = [programs.source, "serve", "--stdio"];
  const { client } = await clientOf(args, { XDG_RUNTIME_DIR: workspace }, workspace);
  const result = await client.callTool(
    { name: "docker_create_server", arguments: { server_type: "agent-mcp", server_name: "one" } },
    undefined,
    { timeout: 300_000 },
  );
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toContain("ANTHROPIC_API_KEY");
}, 300_000);

const asked = z.object({
  model: z.string(),
  messages: z.tuple([z.object({ content: z.string() })]),
});

/** Stands in for the API of the model, which answers nobody without a key. */
async function modelStub(): Promise<{ readonly url: string; readonly requests: unknown[] }> {
  const requests: unknown[] = [];
  const server = createServer((request, answer) => {
    void text(request).then((body) => {
      requests.push({ key: request.headers["x-api-key"], ...asked.parse(JSON.parse(body)) });
      const isFirst = requests.length === 1;
      answer.writeHead(isFirst ? 200 : 401, { "content-type": "application/json" });
      answer.end(
        JSON.stringify(
          isFirst
            ? { content: [{ type: "text", text: "On Tuesday." }] }
            : { error: { message: "invalid x-api-key" } },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

test("a question goes to the model with its document, and a refusal is the tool's answer", async () => {
  const { url, requests } = await modelStub();
  const { client, said } = await clientOf(
    [join(folder, "server/index.mjs")],
    {
      ANTHROPIC_API_KEY: key,
      ANTHROPIC_BASE_URL: url,
      ANTHROPIC_MODEL: "some-model",
      DATA_FOLDER: join(folder, "example/data"),
      LOG_LEVEL: "WARNING",
    },
    folder,
  );
  const ask = () =>
    client.callTool({
      name: "ask",
      arguments: { question: "When is it closed?", document: "opening-hours.txt" },
    });
  expect(await ask()).toMatchObject({ content: [{ type: "text", text: "On Tuesday." }] });
  const content = expect.stringMatching(/closed on Tuesday[^]*When is it closed\?$/);
  expect(requests).toEqual([{ key, model: "some-model", messages: [{ content }] }]);
  expect(await ask()).toMatchObject({
    isError: true,
    content: [{ text: `${new URL(url).host} answered 401: invalid x-api-key` }],
  });
  expect(said()).toMatch(/^WARNING .*401.*\n$/);
});
