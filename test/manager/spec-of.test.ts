import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { specOf } from "../../src/manager/wanted-of.ts";
import { templateShelf } from "../../src/registry/index.ts";

const template = `name: agent
description: d
image: a
parameters: { type: object, properties: { port: { type: integer, description: d, default: 8080 } } }
server:
  transport: http
  http: { port: "{{ port }}" }
  env: { LOG_LEVEL: info, REGION: eu }
  secrets: [API_KEY, OTHER_KEY]
  volumes:
    - { host_path: data, container_path: /data }
    - { host_path: config, container_path: /config }
`;

test("docker_create_server gets what the template says, and what is given over the API wins", async () => {
  const templatesFolder = mkdtempSync(join(tmpdir(), "spec-of-"));
  onTestFinished(() => rmSync(templatesFolder, { recursive: true, force: true }));
  mkdirSync(join(templatesFolder, "agent"));
  writeFileSync(join(templatesFolder, "agent/template.yml"), template);
  const spec = await specOf(
    {
      serverType: "agent",
      envVars: { API_KEY: "k", LOG_LEVEL: "debug" },
      volumes: [{ hostPath: "own", containerPath: "/data", readOnly: false }],
      parameters: { port: 9090 },
    },
    await templateShelf({ templatesFolder }),
  );
  expect(spec).toMatchObject({
    template: "agent",
    transport: "http",
    http: { port: 9090 },
    env: { LOG_LEVEL: "debug", REGION: "eu", API_KEY: "k" },
    secrets: ["OTHER_KEY"],
    volumes: [
      { host_path: "own", container_path: "/data", read_only: false },
      { host_path: "config", container_path: "/config", read_only: true },
    ],
  });
});
