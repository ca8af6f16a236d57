import { isObject } from "./reading.ts";
import { maxEntries } from "./shape.ts";

export interface ToolCost {
  readonly name: string;
  readonly bytes: number;
  readonly tokens: number;
}

/** What the tools of a server cost every model that is told of them. */
export interface ContextCost {
  /** Of the first 10,000 tools. */
  readonly tools: readonly ToolCost[];
  readonly bytes: number;
  readonly tokens: number;
}

/**
 * Size of each definition of a tools/list as JSON: bytes exactly, tokens as an estimate (about 5 % off for English).
 *
 * Everything a definition holds is counted, for clients differ in what they leave out.
 */
export async function contextCost(tools: readonly unknown[]): Promise<ContextCost> {
  // Loaded here: only who asks for the cost pays for the 2 ms.
  const { estimateTokenCount } = await import("tokenx");
  const costs = tools.slice(0, maxEntries).map((tool): ToolCost => {
    const text = JSON.stringify(tool) ?? "";
    const name = isObject(tool) && typeof tool["name"] === "string" ? tool["name"] : "";
    return { name, bytes: Buffer.byteLength(text), tokens: estimateTokenCount(text) };
  });
  return {
    tools: costs,
    bytes: costs.reduce((sum, { bytes }) => sum + bytes, 0),
    tokens: costs.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}
