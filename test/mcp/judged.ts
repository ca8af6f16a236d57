import { createJudge } from "../../src/mcp/judge.ts";
import { loadSpec, type SpecRevision } from "../../src/schema/index.ts";

interface Given {
  readonly revision?: SpecRevision;
  readonly capabilities?: Readonly<Record<string, unknown>>;
  /** What the server lists when it is asked. */
  readonly tools?: readonly unknown[];
}

/** A judge of one revision, and what it has said. */
export async function judgeOf(given: Given = {}) {
  const { revision = "2025-11-25", capabilities = {}, tools = [] } = given;
  const told: string[] = [];
  let lists = 0;
  const judge = createJudge({
    negotiated: {
      revision,
      era: revision === "2026-07-28" ? "modern" : "legacy",
      capabilities,
      serverInfo: { name: null, version: null },
      instructions: null,
      meta: undefined,
      handshake: undefined,
    },
    spec: await loadSpec(revision),
    report: (code, message) => told.push(`${code}: ${message()}`),
    listTools: async () => {
      lists += 1;
      await result("tools/list", { tools });
    },
  });

  async function result(method: string, value: unknown, params?: Record<string, unknown>) {
    await judge.reply(method, params, { kind: "result", result: value, durationMs: 0, bytes: 0 });
  }

  return {
    told,
    result,
    lists: () => lists,
    error: (method: string, code: number, data?: unknown) => {
      const error = { code, message: "", ...(data === undefined ? {} : { data }) };
      void judge.reply(method, undefined, { kind: "error", error, durationMs: 0, bytes: 0 });
    },
    received: (message: Record<string, unknown>) => judge.received({ jsonrpc: "2.0", ...message }),
  };
}

/** What a judge says of one result. */
export async function saidOf(
  method: string,
  value: unknown,
  given: Given & { readonly params?: Record<string, unknown> } = {},
): Promise<readonly string[]> {
  const { told, result } = await judgeOf({
    capabilities: { tools: {}, resources: {}, prompts: {}, completions: {}, logging: {} },
    ...given,
  });
  await result(method, value, given.params);
  return told;
}
