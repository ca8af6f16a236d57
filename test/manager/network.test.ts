import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildReport, summaryMarkdown, terminalReport } from "../../src/report/index.ts";
import { image, outcomes, play } from "./play.ts";

const upstream = createServer((request, response) => response.end(`upstream ${request.url}`));
/** An address of this machine that is not loopback, and so is not left out of proxies. */
let place = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, "0.0.0.0", resolve));
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const own = addresses.find(({ family, internal }) => family === "IPv4" && !internal);
  place = `${own?.address}:${(upstream.address() as AddressInfo).port}`;
});
afterAll(() => void upstream.close());

function server(name: string, network: string, more = ""): string {
  return `  ${name}:
    image: ${image}
    command: [node, /servers/reaching-http.mjs, "3000"]
    volumes: [{ host_path: ./servers, container_path: /servers }]
    transport: http
    http: { port: 3000 }
    network: ${network}
${more}`;
}

test("A36 servers reach each other by name and what they are allowed to, and the report says what they tried", async () => {
  const { summary, record } = await play(`version: 1
servers:
${server("asking", `{ egress: { allow: ["${place}"] }, endpoints: [answer-ing] }`)}
${server("answer-ing", "{ egress: none }")}
scenarios:
  - name: reach
    server: asking
    steps:
      - { call: fetch, with: { variable: MCP_ANSWER_ING_URL }, expect: { text: "405" } }
      - { call: fetch, with: { url: "http://${place}/x" }, expect: { text: "200 upstream /x" } }
      - { call: fetch, with: { url: "https://api.example.com/v1" }, expect: { text: { contains: "403" } } }
      - { call: fetch, with: { url: "https://api.example.com/v2" }, expect: { text: { contains: "403" } } }
  - name: reach nothing
    server: answer-ing
    steps:
      - { call: fetch, with: { url: "http://${place}/y" }, expect: { text: { contains: "403" } } }
`);
  expect(summary.fault).toBeNull();
  expect(outcomes(record)).toEqual(Array(5).fill("call fetch: passed"));
  expect(record.findings().map(({ server: of, code, message }) => [of, code, message])).toEqual([
    [
      "asking",
      "wanted-egress",
      'tried to reach api.example.com:443, denied: it is not on the list of its egress; add it to server asking: network: { egress: { allow: ["api.example.com:443"] } }',
    ],
    [
      "answer-ing",
      "wanted-egress",
      `tried to reach ${place}, denied: its egress is none; add it to server answer-ing: network: { egress: { allow: ["${place}"] } }`,
    ],
  ]);
  const report = buildReport(record);
  expect(report.servers.map(({ name, egress }) => [name, egress])).toEqual([
    [
      "asking",
      [
        { target: place, outcome: "allowed", reason: null, attempts: 1 },
        {
          target: "api.example.com:443",
          outcome: "denied",
          reason: "it is not on the list of its egress",
          attempts: 2,
        },
      ],
    ],
    [
      "answer-ing",
      [{ target: place, outcome: "denied", reason: "its egress is none", attempts: 1 }],
    ],
  ]);
  expect(report.servers[0]?.isolation).toMatchObject({ egress: place, networkGroup: "default" });
  expect(summaryMarkdown(report)).toContain("| asking | api.example.com:443 | denied");
  expect(terminalReport(report)).toMatch(/asking +api\.example\.com:443 +denied +2 attempts/);
});

const docker = (...args: string[]) => execFileSync("docker", args, { encoding: "utf8" }).trim();

/** A run whose server has a call under way when `act` happens to it. */
async function playCut(more: (name: string) => string, act: (id: string) => void) {
  const name = `cut-${randomBytes(4).toString("hex")}`;
  const played = play(`version: 1
servers:
${server(name, "{ egress: none }")}
scenarios:
  - name: hang
    server: ${name}
    steps:
      - { call: fetch, with: { hang: true }, timeout: 120s }
${more(name)}`);
  const label = `label=io.github.docker-mcp-manager.server=${name}`;
  const id = () => docker("ps", "-q", "--filter", label);
  await expect.poll(() => id() && docker("logs", id()), { timeout: 30_000 }).toContain("hanging");
  act(id());
  return { name, record: (await played).record };
}

/** Our own engine's answer. */
function networkOf(id: string): string {
  const networks = docker("inspect", "-f", "{{json .NetworkSettings.Networks}}", id);
  return Object.keys(JSON.parse(networks) as Record<string, unknown>)[0] ?? "";
}

test("F93 a call to a server whose network is taken away is broken by that, long before its timeout", async () => {
  const began = Date.now();
  const { record } = await playCut(
    () => "",
    (id) => docker("network", "disconnect", "-f", networkOf(id), id),
  );
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(outcomes(record)).toEqual([expect.stringMatching(/^call fetch: broken, .*connection/)]);
});

test("a relay that is killed breaks the call that went through it, as the environment's fault, and the next scenario passes", async () => {
  const after = (of: string) => `  - { name: after, server: ${of}, steps: [{ ping: true }] }\n`;
  const { name, record } = await playCut(after, (id) =>
    docker(
      "kill",
      docker(
        "ps",
        "-q",
        "--filter",
        `network=${networkOf(id)}`,
        "--filter",
        "label=io.github.docker-mcp-manager.role=relay",
      ),
    ),
  );
  expect(outcomes(record)).toEqual([
    expect.stringMatching(
      /^call fetch: broken, The relay of network \S+ ended with exit code 137\.$/,
    ),
    "ping: passed",
  ]);
  expect(record.steps()[0]).toMatchObject({ faultCode: "RELAY_LOST", blame: "environment" });
  expect(record.findings()).toMatchObject([
    { server: name, code: "relay-ended", message: expect.stringContaining("a new one has taken") },
  ]);
});
