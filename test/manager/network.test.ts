import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildReport,
  reportHtml,
  summaryMarkdown,
  terminalReport,
} from "../../src/report/index.ts";
import { unanswered } from "../reporter/tally.ts";
import { image, outcomes, play } from "./play.ts";

const bigBytes = 100_000;
const upstream = createServer(({ url }, response) =>
  response.end(url === "/big" ? "x".repeat(bigBytes) : `upstream ${url}`),
);
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
  for (const text of [
    summaryMarkdown(report),
    terminalReport(report),
    reportHtml(report, record),
  ]) {
    expect(text).toContain("tried to reach api.example.com:443, denied");
    expect(text).toContain("add it to server asking: network:");
  }
  expect(summaryMarkdown(report)).toContain("| asking | api.example.com:443 | denied");
  expect(terminalReport(report)).toMatch(/asking +api\.example\.com:443 +denied +2 attempts/);
});

const docker = (...args: string[]) => execFileSync("docker", args, { encoding: "utf8" }).trim();

/** A run whose server has a call under way when `act` happens to it. */
async function playCut(
  more: (name: string) => string,
  act: (id: string) => void,
  timeout = "120s",
) {
  const name = `cut-${randomBytes(4).toString("hex")}`;
  const played = play(`version: 1
servers:
${server(name, `{ egress: { allow: ["${place}"] } }`)}
scenarios:
  - name: hang
    server: ${name}
    steps:
      - { call: fetch, with: { hang: true }, timeout: ${timeout} }
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

/** Runs a command in the network of a container, as the host's root. */
function inNetworkOf(id: string, ...command: readonly string[]): void {
  const pid = docker("inspect", "-f", "{{.State.Pid}}", id);
  execFileSync("nsenter", ["-t", pid, "-n", ...command]);
}

/** Why nothing can be done in the network of a container, in words the tally accepts. */
function whyNoLinks(): string | undefined {
  const missing = ["nsenter", "tc", "ip"].some(
    (program) => spawnSync(program, ["-V"], { stdio: "ignore" }).status !== 0,
  );
  return missing || process.getuid?.() !== 0
    ? `the network of a container ${unanswered}: only root with nsenter, tc and ip may change it`
    : undefined;
}

const why = whyNoLinks();

test("F94 over a slow link an answer takes its time and passes", async ({ skip }) => {
  skip(why !== undefined, why);
  const big = (name: string) =>
    `  - { name: big, server: ${name}, steps: [{ call: fetch, with: { url: "http://${place}/big" }, timeout: 60s, expect: { text: { length: ${bigBytes + 4} } } }] }\n`;
  const { record } = await playCut(
    big,
    (id) => {
      const slow = "rate 512kbit burst 4kb latency 400ms".split(" ");
      inNetworkOf(id, "tc", "qdisc", "add", "dev", "eth0", "root", "tbf", ...slow);
    },
    "4s",
  );
  const [, passed] = record.steps();
  expect(passed).toMatchObject({ outcome: "passed" });
  // What 512 kbit/s take.
  expect(passed?.durationMs).toBeGreaterThan(1_200);
});

test("F95 over a link on which nothing comes back, calls end at their own time", async ({
  skip,
}) => {
  skip(why !== undefined, why);
  const ping = (name: string) =>
    `  - { name: after, server: ${name}, steps: [{ ping: true, timeout: 1s }] }\n`;
  const { record } = await playCut(
    ping,
    (id) => inNetworkOf(id, "ip", "link", "set", "eth0", "down"),
    "4s",
  );
  expect(outcomes(record)).toEqual([
    expect.stringMatching(/^call fetch: broken, .* did not answer .* within 4,000 ms\.$/),
    expect.stringMatching(/^ping: broken, .* did not answer .* within 1,000 ms\.$/),
  ]);
});

test("F23 two managers with the same run file at the same time both pass, each with networks of its own", async () => {
  const file = `version: 1
servers:
${server("asking", "{ endpoints: [other] }")}
${server("other", "{ egress: none }")}
scenarios:
  - name: reach
    server: asking
    steps:
      - { call: fetch, with: { variable: MCP_OTHER_URL }, expect: { text: "405" } }
`;
  const both = await Promise.all([play(file), play(file)]);
  expect(both.map(({ record }) => outcomes(record))).toEqual([
    ["call fetch: passed"],
    ["call fetch: passed"],
  ]);
});
