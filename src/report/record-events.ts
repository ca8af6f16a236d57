import type { RecordReader } from "../record/index.ts";
import type { ContextCost, Parity } from "./model.ts";

/** What each server's tools cost whoever has them in context: the last that was measured. */
export function contextCosts(reader: RecordReader): ReadonlyMap<string, ContextCost> {
  const costs = new Map<string, ContextCost>();
  for (const { server, data } of reader.events("context-cost")) {
    const cost = costOf(parsed(data));
    if (server !== null && cost !== undefined) {
      costs.set(server, cost);
    }
  }
  return costs;
}

/** How the variants of each scenario compare. */
export function parities(reader: RecordReader): Parity[] {
  return [...reader.events("parity")].flatMap(({ data }) => {
    const event = parsed(data);
    const protocols = listOf(member(event, "protocols")).map(String);
    const scenario = member(event, "scenario");
    if (typeof scenario !== "string" || protocols.length !== 2) {
      return [];
    }
    const differences = listOf(member(event, "differences")).map((one) => ({
      position: number(member(one, "position")),
      what: text(member(one, "what")),
      first: text(member(one, "first")),
      second: text(member(one, "second")),
    }));
    return [{ scenario, protocols, differences }];
  });
}

function costOf(data: unknown): ContextCost | undefined {
  const tools = listOf(member(data, "tools")).map((tool) => ({
    name: text(member(tool, "name")),
    bytes: number(member(tool, "bytes")),
    tokens: number(member(tool, "tokens")),
  }));
  return member(data, "bytes") === undefined
    ? undefined
    : {
        bytes: number(member(data, "bytes")),
        tokens: number(member(data, "tokens")),
        tools: tools.toSorted((a, b) => b.tokens - a.tokens),
      };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? new Map<string, unknown>(Object.entries(value)).get(key)
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
