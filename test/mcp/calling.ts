import type { ClientAnswer, ClientSide, Reply, RequestOptions } from "../../src/mcp/index.ts";
import type { Connected } from "./child-server.ts";

/** Long, so that only an answer or a judgement can end a call. */
export const timeoutMs = 30_000;

/** Calls a tool. */
export function call(
  { session }: Connected,
  name: string,
  args: Record<string, unknown> = {},
  options: Partial<RequestOptions> = {},
): Promise<Reply> {
  return session.request("tools/call", { name, arguments: args }, { timeoutMs, ...options });
}

/** The text of a tool's answer; a description of anything else. */
export function textOf(reply: Reply): string {
  const result = reply.kind === "result" ? reply.result : undefined;
  // What the fixtures answer is known here.
  const { content } = (result ?? {}) as { content?: readonly { text?: string }[] };
  return content?.[0]?.text ?? JSON.stringify(reply);
}

/** A client side that answers each method in one way; `asked` gets what it was asked. */
export function clientSide(
  capabilities: Record<string, unknown>,
  answers: Readonly<Record<string, ClientAnswer>> = {},
  asked: unknown[] = [],
): ClientSide {
  return {
    capabilities,
    async answer(method, params) {
      asked.push({ method, params });
      return answers[method];
    },
  };
}
