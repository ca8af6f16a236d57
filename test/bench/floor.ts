// The floor: what bare dockerode needs for the same messages to the same container. Usage: floor.ts IMAGE CALLS

import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import Docker from "dockerode";

const [image = "", calls = "1"] = process.argv.slice(2);
const docker = new Docker();
const container = await docker.createContainer({
  Image: image,
  OpenStdin: true,
  StdinOnce: true,
  AttachStdin: true,
  AttachStdout: true,
  AttachStderr: true,
  Tty: false,
  NetworkDisabled: true,
  HostConfig: { NetworkMode: "none", Init: true, LogConfig: { Type: "json-file", Config: {} } },
});
const stream = await container.attach({
  stream: true,
  stdin: true,
  stdout: true,
  stderr: true,
  hijack: true,
});
const stdout = new PassThrough();
// dockerode's types leave its modem open.
const modem: {
  demuxStream(from: NodeJS.ReadableStream, out: PassThrough, err: PassThrough): void;
} = container.modem;
modem.demuxStream(stream, stdout, new PassThrough());
await container.start();
const waiting = new Map<number, (message: { result?: unknown }) => void>();
createInterface({ input: stdout }).on("line", (line) => {
  const message = JSON.parse(line) as { id?: number; result?: unknown };
  if (message.id !== undefined) {
    waiting.get(message.id)?.(message);
  }
});
let lastId = 0;
function request(method: string, params: object): Promise<{ result?: unknown }> {
  lastId += 1;
  const id = lastId;
  stream.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
  return new Promise((resolve) => waiting.set(id, resolve));
}
await request("initialize", {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "floor", version: "1" },
});
stream.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
await request("tools/list", {});
const began = performance.now();
const cpu = process.cpuUsage();
for (let call = 0; call < Number(calls); call += 1) {
  const { result } = await request("tools/call", { name: "echo", arguments: { message: "hello" } });
  if (!JSON.stringify(result).includes("Echo: hello")) {
    throw new Error(`unexpected answer: ${JSON.stringify(result)}`);
  }
}
const used = process.cpuUsage(cpu);
process.stdout.write(
  `${JSON.stringify({ callsMs: performance.now() - began, cpuUs: (used.user + used.system) / Number(calls) })}\n`,
);
await container.remove({ force: true, v: true });
process.exit(0);
