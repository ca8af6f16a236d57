import type { ManagerClient } from "../api/index.ts";
import { type Offer, offeredNames, offeredTools } from "../draft/index.ts";

/** A list that goes on longer than this is cut: a draft needs no more. */
const mostPages = 20;

/** Everything a server lists. */
export async function askOffer(
  client: ManagerClient,
  server: string,
  signal: AbortSignal,
): Promise<Offer> {
  const list = (method: string, key: string) => allPages(client, server, method, key, signal);
  const resources = await list("resources/list", "resources");
  const templates = await list("resources/templates/list", "resourceTemplates");
  const prompts = await list("prompts/list", "prompts");
  return {
    tools: offeredTools(await list("tools/list", "tools")),
    resources: resources && offeredNames(resources, "resources", "uri"),
    resourceTemplates: templates && offeredNames(templates, "resourceTemplates", "uriTemplate"),
    prompts: prompts && offeredNames(prompts, "prompts", "name"),
  };
}

/** One result with the entries of all pages; null when the server does not have the method. */
async function allPages(
  client: ManagerClient,
  server: string,
  method: string,
  key: string,
  signal: AbortSignal,
): Promise<Record<string, unknown> | null> {
  const all: unknown[] = [];
  let cursor: unknown;
  for (let page = 0; page < mostPages; page += 1) {
    const params = typeof cursor === "string" ? { cursor } : {};
    const request = { server_name: server, method, params };
    const { result } = await client.call("docker_send_request", request, { signal });
    if (typeof result !== "object" || result === null) {
      return page === 0 ? null : { [key]: all };
    }
    const answer = new Map<string, unknown>(Object.entries(result));
    const entries: unknown = answer.get(key);
    if (Array.isArray(entries)) {
      all.push(...(entries as readonly unknown[]));
    }
    cursor = answer.get("nextCursor");
    if (typeof cursor !== "string") {
      break;
    }
  }
  return { [key]: all };
}
