import { equal } from "../schema/index.ts";
import { type ContextCost, contextCost } from "./context-cost.ts";
import { findingOf } from "./finding-of.ts";
import { count, quote } from "./quote.ts";
import { isObject } from "./reading.ts";
import type { RequestOptions, Session } from "./session.ts";
import type { WireFinding } from "./wire.ts";

export interface Survey {
  readonly cost: ContextCost;
  /** That the list differs when it is asked for again; the tap does not hear of it. */
  readonly findings: readonly WireFinding[];
}

/**
 * Lists the tools of a server that has just become ready, with `twice` a second time to compare.
 *
 * Undefined when it declares no tools or does not answer with a list. Rejects as a request does.
 */
export async function surveyTools(
  session: Session,
  { twice, ...options }: { readonly twice: boolean } & RequestOptions,
): Promise<Survey | undefined> {
  if (!isObject(session.capabilities["tools"])) {
    return undefined;
  }
  const before = session.inbox.seq;
  const first = await toolsOf(session, options);
  if (first === undefined) {
    return undefined;
  }
  const second = twice ? await toolsOf(session, options) : undefined;
  const announced = session.inbox
    .since(before)
    .some(({ method }) => method === "notifications/tools/list_changed");
  const difference = second === undefined || announced ? undefined : differenceOf(first, second);
  return {
    cost: await contextCost(first),
    findings:
      difference === undefined ? [] : [findingOf("list-changes", difference, session.revision)],
  };
}

async function toolsOf(
  session: Session,
  options: RequestOptions,
): Promise<readonly unknown[] | undefined> {
  const reply = await session.list("tools", options);
  const tools =
    reply.kind === "result" && isObject(reply.result) ? reply.result["tools"] : undefined;
  return Array.isArray(tools) ? tools : undefined;
}

/** How two lists of the same tools differ, in one line; undefined when they do not. */
export function differenceOf(
  first: readonly unknown[],
  second: readonly unknown[],
): string | undefined {
  if (first.length !== second.length) {
    return `tools/list gave ${count(first.length)} tools, then ${count(second.length)}`;
  }
  const at = first.findIndex((tool, index) => !equal(tool, second[index]));
  if (at === -1) {
    return undefined;
  }
  const names = [nameOf(first[at]), nameOf(second[at])];
  return names[0] === names[1]
    ? `tools/list described ${names[0]} (place ${count(at + 1)}) in two ways when asked twice`
    : `tools/list gave ${names[0]}, then ${names[1]} at place ${count(at + 1)} when asked twice`;
}

function nameOf(tool: unknown): string {
  const name = isObject(tool) ? tool["name"] : undefined;
  return typeof name === "string" ? quote(name) : "a tool without a name";
}
