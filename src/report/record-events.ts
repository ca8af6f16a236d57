import type { RecordReader } from "../record/index.ts";
import type { ContextCost, EgressReport, Parity } from "./model.ts";

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

/** How long each server's processes had to wait at their limit of cores, over all its containers. */
export function throttledMs(reader: RecordReader): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { server, data } of reader.events("limits-met")) {
    if (server !== null) {
      const added = number(member(parsed(data), "throttledMs"));
      sums.set(server, (sums.get(server) ?? 0) + added);
    }
  }
  return sums;
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

/** What each server tried to reach, equal attempts together, in the order of the first of them. */
export function egressAttempts(reader: RecordReader): ReadonlyMap<string, readonly EgressReport[]> {
  const servers = new Map<string, Map<string, EgressReport>>();
  for (const { server, data } of reader.events("egress")) {
    const event = parsed(data);
    const target = text(member(event, "target"));
    const outcome = text(member(event, "outcome"));
    const reason = text(member(event, "reason")) || null;
    const own = servers.get(server ?? "") ?? new Map<string, EgressReport>();
    servers.set(server ?? "", own);
    const key = `${target} ${outcome}`;
    const attempts = (own.get(key)?.attempts ?? 0) + 1;
    own.set(key, { target, outcome, reason, attempts });
  }
  return new Map([...servers].map(([server, own]) => [server, [...own.values()]]));
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
