#!/usr/bin/env node
// An MCP server without any dependency. Its one tool asks the API that its environment names.
import { createInterface } from "node:readline";

const { WEATHER_URL = "https://api.example.com", WEATHER_KEY = "" } = process.env;

const forecast = {
  name: "forecast",
  description: "How warm it is in a city.",
  inputSchema: {
    type: "object",
    properties: { city: { type: "string", description: "Name of the city." } },
    required: ["city"],
  },
};

async function ask(city) {
  const headers = { authorization: `Bearer ${WEATHER_KEY}` };
  const answer = await fetch(`${WEATHER_URL}/v1/cities/${encodeURIComponent(city)}`, { headers });
  const { error, degrees } = await answer.json();
  return answer.ok
    ? { content: [{ type: "text", text: `${city}: ${degrees} degrees` }] }
    : { content: [{ type: "text", text: `The API says: ${error}` }], isError: true };
}

const methods = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: "forecast", version: "1.0.0" },
  }),
  ping: () => ({}),
  "tools/list": () => ({ tools: [forecast] }),
  "tools/call": (params) => ask(params.arguments.city),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id !== undefined) {
    const known = methods[method];
    const answer = known
      ? { result: await known(params) }
      : { error: { code: -32601, message: `There is no method ${method}.` } };
    console.log(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
  }
}
