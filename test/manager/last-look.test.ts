import { expect, test } from "vitest";
import { faulty, play } from "./play.ts";

/** Plays one call to a server in a mode, and tells what was said of it and what its tools cost. */
async function lookAt(mode: string, ...more: readonly string[]) {
  const { record } = await play(`version: 1
servers:
${faulty("srv", mode, ...more)}
scenarios:
  - name: one call
    steps:
      - { call: echo, with: { message: hello }, expect: { text: { contains: hello } } }
`);
  const costs = [...record.events("context-cost")].map(({ server, data }) => ({
    server,
    ...(JSON.parse(data) as { bytes: number; tokens: number; tools: { name: string }[] }),
  }));
  return { costs, found: record.findings().map(({ code, reference }) => ({ code, reference })) };
}

test("when its last step is done, what a server's tools cost is written down", async () => {
  const { costs, found } = await lookAt("ok");
  expect(found).toEqual([]);
  expect(costs).toHaveLength(1);
  expect(costs[0]?.server).toBe("srv");
  expect(costs[0]?.tools.map(({ name }) => name)).toEqual(["echo", "add", "fail", "sleep", "big"]);
  expect(costs[0]?.bytes).toBeGreaterThan(costs[0]?.tokens ?? 0);
});

test("a list of tools that differs from one time to the next is found, unless that check is off", async () => {
  const { found } = await lookAt("shuffled-list");
  const reference =
    "https://modelcontextprotocol.io/specification/2026-07-28/server/tools#listing-tools";
  expect(found).toEqual([{ code: "list-changes", reference }]);
  const off = await lookAt("shuffled-list", "checks: { list_determinism: false }");
  expect(off.found).toEqual([]);
  expect(off.costs).toHaveLength(1);
});

test("a server that has ignored the end of its stdin is told so with the specification's page", async () => {
  const { found } = await lookAt("ignores-eof", "stop: { eof: 300ms }");
  expect(found).toEqual([
    {
      code: "ignores-eof",
      reference: "https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#stdio",
    },
  ]);
});
