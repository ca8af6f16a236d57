// The named peer: testcontainers with the official SDK client over HTTP. Usage: testcontainers-peer.ts IMAGE
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { GenericContainer, Wait } from "testcontainers";

const [image = ""] = process.argv.slice(2);
const container = await new GenericContainer(image)
  .withCommand(["streamableHttp"])
  .withEnvironment({ PORT: "3001" })
  .withExposedPorts(3001)
  .withWaitStrategy(Wait.forListeningPorts())
  .start();
const client = new Client({ name: "peer", version: "1" });
const url = new URL(`http://${container.getHost()}:${container.getMappedPort(3001)}/mcp`);
await client.connect(new StreamableHTTPClientTransport(url));
await client.listTools();
const result = await client.callTool({ name: "echo", arguments: { message: "hello" } });
if (!JSON.stringify(result).includes("Echo: hello")) {
  throw new Error(`unexpected answer: ${JSON.stringify(result)}`);
}
await client.close();
await container.stop({ timeout: 0 });
process.exit(0);
