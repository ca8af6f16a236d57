import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { play } from "./play.ts";
import { blackHole, cutAfter, lateEnds, slices, type Toxic, toxicProxy } from "./toxic-proxy.ts";

const smallServer = fileURLToPath(new URL("../servers/small-http.mjs", import.meta.url));
const server = spawn(process.execPath, [smallServer, "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
let port = 0;
beforeAll(async () => {
  const [said] = (await once(server.stdout, "data")) as [Buffer];
  port = Number(said.toString());
});
afterAll(() => void server.kill());

/** As long as the answer is to be; it comes back in it. */
const tenant = "x".repeat(6_000);

/** One call to a server over each of such links, and how often it was sent. */
async function callsOver(links: Readonly<Record<string, Toxic>>) {
  const names = Object.keys(links);
  const proxies = await Promise.all(Object.values(links).map((toxic) => toxicProxy(port, toxic)));
  const { record, summary } = await play(`version: 1
servers:
${names
  .map(
    (name, nth) =>
      `  ${name}: { url: "http://127.0.0.1:${proxies[nth]?.port}/mcp", headers: { X-Tenant: ${tenant} } }`,
  )
  .join("\n")}
scenarios:
${names
  .map(
    (name) =>
      `  - { name: ${name}, server: ${name}, steps: [{ call: headers, timeout: ${name === "black-hole" ? "1s" : "30s"}, expect: { text: { starts_with: ${tenant} } } }] }`,
  )
  .join("\n")}
`);
  expect(summary.fault).toBeNull();
  const steps = record.steps();
  return names.map((name, nth) => {
    const { outcome, reason } = steps.find((step) => step.server === name) ?? {};
    return [name, outcome, reason, proxies[nth]?.calls()];
  });
}

test("F97 over a link that slices, slows or closes late, the verdict is the same as over a good one", async () => {
  const links = {
    good: lateEnds(0),
    slicer: slices(7),
    bandwidth: slices(500, 10),
    "slow-close": lateEnds(300),
  };
  expect(await callsOver(links)).toEqual(
    Object.keys(links).map((name) => [name, "passed", null, 1]),
  );
});

test("F95 F96 F97 an answer that is cut, reset or swallowed breaks its call with what happened, and nothing is sent twice", async () => {
  const links = {
    "limit-data": cutAfter(2_000, "end"),
    "reset-middle": cutAfter(2_000, "reset"),
    "reset-before": cutAfter(0, "reset"),
    "black-hole": blackHole,
  };
  const closed = 'tools/call "headers" got no answer: the connection was closed';
  expect(await callsOver(links)).toEqual([
    ["limit-data", "broken", `${closed} in the middle of the answer.`, 1],
    ["reset-middle", "broken", `${closed} in the middle of the answer.`, 1],
    ["reset-before", "broken", `${closed} before an answer came.`, 1],
    ["black-hole", "broken", expect.stringMatching(/ did not answer .* within 1,000 ms\.$/), 1],
  ]);
});
