import { randomBytes } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdirSync } from "node:fs";
import type { ClientRequest } from "node:http";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CallContext, CreateServerRequest } from "../../src/api/index.ts";
import { systemClock } from "../../src/clock/index.ts";
import { readOwner } from "../../src/controller/index.ts";
import { Manager } from "../../src/manager/index.ts";
import { registrySettings } from "../../src/registry/index.ts";

/** Folder with the servers that are measured; also the workspace. */
export const workspace = fileURLToPath(new URL("../", import.meta.url));
const templates = fileURLToPath(new URL("../../templates", import.meta.url));

/** A call that nobody calls off. */
export const context: CallContext = {
  progress: () => undefined,
  signal: new AbortController().signal,
};

/** `quick` answers and ends at once; `hung` ends only by SIGKILL, after two seconds. */
export type Kind = "quick" | "hung";

/** How the two are written. */
export const kinds: Readonly<Record<Kind, string>> = {
  quick: templateText("quick", "ok", "{}"),
  hung: templateText("hung", "ignores-eof-and-sigterm", "{ stop: { eof: 1s, sigterm: 1s } }"),
};

function templateText(name: string, mode: string, server: string): string {
  return `name: ${name}
description: A fixture.
parameters: { type: object, properties: {} }
image: docker-mcp-manager/base-node:24
entrypoint: [node, /servers/faulty.mjs, ${mode}]
server: ${server}
`;
}

export function wanted(serverName: string, kind: Kind = "quick"): CreateServerRequest {
  const hostPath = join(workspace, "servers");
  return {
    serverName,
    serverType: kind,
    envVars: {},
    parameters: {},
    volumes: [{ hostPath, containerPath: "/servers", readOnly: true }],
  };
}

/** A manager in this process, whose record is in `folder`, with the templates of what is measured. */
export async function openManager(folder: string): Promise<Manager> {
  const out = join(folder, randomBytes(4).toString("hex"));
  mkdirSync(out);
  const manager = new Manager({
    ownership: {
      runId: randomBytes(16).toString("hex"),
      owner: readOwner(process.pid),
      expiresAtMs: systemClock.nowMs() + 3_600_000,
    },
    recordFile: join(out, "run.db"),
    workspace,
    engineEnvironment: process.env,
    version: "0.0.0",
    clock: systemClock,
    user: userInfo(),
    registry: registrySettings(process.env, templates),
    launchReaper: () => ({ release: async () => undefined }),
  });
  for (const [name, template] of Object.entries(kinds)) {
    await manager.registerTemplate({ name, template, files: {}, override: false });
  }
  return manager;
}

export interface Cost {
  readonly ms: number;
  /** Processor time of this process, in ms. */
  readonly cpuMs: number;
  /** What was asked of the engine: method and path, ids left out. */
  readonly calls: readonly string[];
}

/** Does something and says what that took; nothing else may go on in this process meanwhile. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const calls: string[] = [];
  function onRequest(message: unknown): void {
    // The shape of this channel's messages.
    const { method, path } = (message as { readonly request: ClientRequest }).request;
    calls.push(`${method} ${path.replace(/^\/v[\d.]+|\?.*$|[0-9a-f]{64}/g, "")}`);
  }
  subscribe("http.client.request.start", onRequest);
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  unsubscribe("http.client.request.start", onRequest);
  return { ms, cpuMs: (user + system) / 1000, calls };
}

/** Id of the container that a server runs in. */
export async function containerOf(manager: Manager, name: string): Promise<string> {
  return (await manager.serverStatus(name)).containerId ?? "";
}
