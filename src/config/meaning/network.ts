import { isName } from "../fields.ts";
import { defaultGroup, endpointVariable } from "../network.ts";
import type { Finding } from "../source.ts";
import { child, type Entry, entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import { quote, showValue, suggestion } from "../wording.ts";

/** What does not go together where servers are to reach each other. */
export function networkFindings(root: Tree): readonly Finding[] {
  const servers = new Map(entriesOf(child(root, "servers")));
  const ports = new Map<number, string>();
  return [...servers].flatMap(([name, { keyOffset, value }]) => [
    ...itsOwnName(name, keyOffset, value),
    ...publishFindings(name, value, ports),
    ...endpointsOf(value).flatMap((tree, index, all) => {
      const message = endpointProblem(name, value, tree, all.slice(0, index), servers);
      return message === undefined ? [] : [{ offset: tree.offset, ...message }];
    }),
  ]);
}

/** Why nobody reaches a container that is called so, in words; undefined: they do. */
export function whyUnreachable(name: string): string | undefined {
  if (name === "localhost") {
    return "in every container that name is the container itself";
  }
  const host = URL.parse(`http://${name}`)?.hostname;
  if (host === undefined) {
    return "no address can have that name in it";
  }
  return host === name ? undefined : `in an address that name means ${host}`;
}

/** Names that lead elsewhere, or nowhere, when they stand in an address. */
function itsOwnName(name: string, offset: number, server: Tree): readonly Finding[] {
  const why = isName(name) ? whyUnreachable(name) : undefined;
  return why === undefined || groupOf(server) === undefined
    ? []
    : [
        {
          offset,
          message: `the server ${quote(name)} cannot be reached by the others of its group: ${why}`,
          hint: "Give it another name.",
        },
      ];
}

/** A fixed port is one container's; `ports` holds whose each is so far. */
function publishFindings(
  name: string,
  server: Tree,
  ports: Map<number, string>,
): readonly Finding[] {
  const tree = child(child(server, "http"), "publish");
  if (tree?.kind !== "scalar" || typeof tree.value !== "number") {
    return [];
  }
  const port = tree.value;
  const hint = "Publish it at true, a free port, which the log tells.";
  const other = ports.get(port);
  if (other !== undefined) {
    const message = `the servers ${quote(other)} and ${quote(name)} are both published at port ${port}`;
    return [{ offset: tree.offset, message, hint }];
  }
  ports.set(port, name);
  const times = itemsOf(child(server, "protocols")).length;
  return times > 1
    ? [
        {
          offset: tree.offset,
          message: `the server ${quote(name)} runs ${times} times, once for each of its protocols, and only one can be published at port ${port}`,
          hint,
        },
      ]
    : [];
}

function endpointProblem(
  name: string,
  server: Tree,
  tree: Tree,
  before: readonly Tree[],
  servers: ReadonlyMap<string, Entry>,
): Pick<Finding, "message" | "hint"> | undefined {
  const wanted = textOf(tree);
  if (wanted === undefined || !isName(wanted)) {
    return undefined;
  }
  const shown = showValue(tree);
  const other = servers.get(wanted)?.value;
  const http = httpServers(servers).filter((each) => each !== name);
  if (other === undefined) {
    return { message: `there is no server ${shown}`, hint: suggestion(wanted, http) };
  }
  if (wanted === name) {
    return { message: `the server ${quote(name)} is an endpoint of itself` };
  }
  if (!http.includes(wanted)) {
    const how = child(other, "url") === undefined ? "is spoken to over stdio" : "runs elsewhere";
    return {
      message: `the server ${shown} ${how}: it has no address in a group`,
      hint: "Endpoints are servers of this run file that speak http or sse.",
    };
  }
  const own = groupOf(server) ?? defaultGroup;
  const its = groupOf(other) ?? defaultGroup;
  if (own !== its) {
    return {
      message: `the server ${shown} is in the group ${quote(its)}, which is not reached from ${quote(own)}`,
      hint: `Put both in one group: network: { group: ${its} }.`,
    };
  }
  const variable = endpointVariable(wanted);
  const twin = before.find((each) => endpointVariable(textOf(each) ?? "") === variable);
  if (twin !== undefined) {
    return textOf(twin) === wanted
      ? { message: `the endpoint ${shown} is listed twice` }
      : { message: `the endpoints ${showValue(twin)} and ${shown} would both be ${variable}` };
  }
  const isTaken =
    child(child(server, "env"), variable) !== undefined ||
    itemsOf(child(server, "secrets")).some((secret) => textOf(secret) === variable);
  return isTaken
    ? {
        message: `${variable}, the address of ${shown}, is also in the server's own environment`,
        hint: "Leave out one of them.",
      }
    : undefined;
}

function endpointsOf(server: Tree): readonly Tree[] {
  return itemsOf(child(child(server, "network"), "endpoints"));
}

function httpServers(servers: ReadonlyMap<string, Entry>): readonly string[] {
  return [...servers].filter(([, { value }]) => isHttp(value)).map(([name]) => name);
}

function isHttp(server: Tree): boolean {
  const transport = textOf(child(server, "transport"));
  return child(server, "url") === undefined && transport !== undefined && transport !== "stdio";
}

/** As `networkGroupOf` has it of what was parsed. */
function groupOf(server: Tree): string | undefined {
  const network = child(server, "network");
  const needed =
    isHttp(server) ||
    child(network, "egress")?.kind === "map" ||
    itemsOf(child(network, "endpoints")).length > 0;
  return textOf(child(network, "group")) ?? (needed ? defaultGroup : undefined);
}
