import { expect, test } from "vitest";
import type { Reply } from "../../src/mcp/index.ts";
import { connectTo, type Heard, of } from "./child-server.ts";

const timeoutMs = 30_000;

async function toolsIn(
  mode: string,
): Promise<{ reply: Reply; names: readonly unknown[]; heard: Heard }> {
  await using connected = await connectTo(mode);
  const reply = await connected.session.list("tools", { timeoutMs });
  // What a list holds is foreign: this test knows what its server sends.
  const { tools } = (reply.kind === "result" ? reply.result : { tools: [] }) as {
    tools: { name: unknown }[];
  };
  return { reply, names: tools.map(({ name }) => name), heard: connected.heard };
}

test("one page is the server's own result", async () => {
  const { reply, names, heard } = await toolsIn("ok");
  expect(names).toEqual(["echo", "add", "fail", "sleep", "big"]);
  expect(reply.bytes).toBe(
    Buffer.byteLength(
      JSON.stringify({ jsonrpc: "2.0", id: 2, result: reply.kind === "result" && reply.result }),
    ),
  );
  expect(heard.findings).toEqual([]);
});

test("all pages come as one, without a cursor", async () => {
  const { reply, names, heard } = await toolsIn("pages");
  expect(names).toEqual(["echo", "add", "fail", "sleep", "big"]);
  expect(reply).not.toHaveProperty("result.nextCursor");
  expect(heard.sent.filter((line) => line.includes("tools/list"))).toHaveLength(3);
  expect(heard.findings).toEqual([]);
});

test("I78 a list without an end is ended after 64 pages, with a finding", async () => {
  const { names, heard } = await toolsIn("endless-pages");
  expect(names).toHaveLength(64);
  expect(of(heard, "endless-pages")).toEqual([
    "tools/list goes on after 64 pages; the list was ended there",
  ]);
});

test("I78 a cursor that comes again ends the list, with a finding", async () => {
  const { heard } = await toolsIn("same-cursor");
  expect(of(heard, "endless-pages")).toEqual([
    'tools/list gave the cursor "again" twice; the list was ended there',
  ]);
  expect(heard.sent.filter((line) => line.includes("tools/list"))).toHaveLength(2);
});

test("I75 one bad tool is named and the others are there", async () => {
  const { names, heard } = await toolsIn("bad-tool");
  expect(names).toEqual(["echo", 7, "add"]);
  expect(of(heard, "bad-tool")).toEqual([
    'the answer to tools/list lists tools[1], which has no text as "name"',
  ]);
});

test("I76 names that are empty, odd or doubled are named", async () => {
  const { names, heard } = await toolsIn("odd-tools");
  expect(names).toContain("__proto__");
  expect(of(heard, "bad-tool")).toEqual([
    expect.stringContaining('tools[4] (""), which has no text as "name"'),
  ]);
  expect(of(heard, "duplicate-name")).toEqual(['tools/list gives the name "echo" more than once']);
  expect(of(heard, "odd-tool-name")).toHaveLength(2);
});

test("a list the server does not know is its error", async () => {
  await using connected = await connectTo("ok");
  expect(await connected.session.list("prompts", { timeoutMs })).toMatchObject({
    kind: "error",
    error: { code: -32601 },
  });
});
