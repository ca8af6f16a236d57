import { isName } from "../fields.ts";
import { defaultGroup } from "../network.ts";
import { serviceKinds } from "../service.ts";
import type { Finding } from "../source.ts";
import { child, type Entry, entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import { quote, suggestion } from "../wording.ts";
import { whyUnreachable } from "./network.ts";

/** What a schema of single fields cannot say about services, and about who waits for whom. */
export function serviceFindings(root: Tree): readonly Finding[] {
  const services = entriesOf(child(root, "services"));
  const servers = entriesOf(child(root, "servers"));
  return [
    ...services.flatMap(([name, entry]) => kindFindings(name, entry)),
    ...clashes(services, new Set(servers.map(([name]) => name))),
    ...dependencyFindings(new Map(servers), new Map(services)),
  ];
}

function kindFindings(name: string, { keyOffset, value }: Entry): readonly Finding[] {
  if (value.kind !== "map") {
    return [];
  }
  const kinds = entriesOf(value).filter(([key]) => serviceKinds.some((kind) => kind === key));
  const [first, second] = kinds;
  const which = `exactly one of ${serviceKinds.join(", ")} says what runs`;
  if (first && second) {
    const message = `the service ${quote(name)} has both ${first[0]} and ${second[0]}; ${which}`;
    return [{ offset: second[1].keyOffset, message }];
  }
  return first
    ? idleFindings(name, value)
    : [
        {
          offset: keyOffset,
          message: `the service ${quote(name)} has none of ${serviceKinds.join(", ")}; ${which}`,
        },
      ];
}

/** What a mock has no use for: it is a program of ours. */
const ofOthers = [
  "pull",
  "platform",
  "command",
  "args",
  "env",
  "secrets",
  "volumes",
  "healthcheck",
];

function idleFindings(name: string, service: Tree): readonly Finding[] {
  return child(service, "mock_http") === undefined
    ? []
    : entriesOf(service)
        .filter(([key]) => ofOthers.includes(key))
        .map(([key, { keyOffset: offset }]) => ({
          offset,
          message: `${key}: goes with image or build, but the service ${quote(name)} is a mock`,
        }));
}

/** Names are what others reach them by, so no two are the same. */
function clashes(
  services: readonly (readonly [string, Entry])[],
  servers: ReadonlySet<string>,
): readonly Finding[] {
  return services.flatMap(([name, { keyOffset: offset }]) => {
    const hint = "Give it another name.";
    const why = isName(name) ? whyUnreachable(name) : undefined;
    if (why !== undefined) {
      return [{ offset, message: `the service ${quote(name)} cannot be reached: ${why}`, hint }];
    }
    const message = `${quote(name)} is both a server and a service: others reach them by that name`;
    return servers.has(name) ? [{ offset, message, hint }] : [];
  });
}

type Entries = ReadonlyMap<string, Entry>;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly offset: number;
  readonly condition: string | undefined;
}

function dependencyFindings(servers: Entries, services: Entries): readonly Finding[] {
  const all = new Map([...servers, ...services]);
  const edges = [...all].flatMap(([from, { value }]) => edgesOf(from, value));
  const own = edges.flatMap((edge, nth) => {
    const first = edges.findIndex(({ from, to }) => from === edge.from && to === edge.to);
    const problem =
      first < nth
        ? { message: `${quote(edge.to)} is listed twice` }
        : edgeProblem(edge, servers, services);
    return problem === undefined ? [] : [{ offset: edge.offset, ...problem }];
  });
  return [...own, ...cycles(edges)];
}

function edgesOf(from: string, entry: Tree): readonly Edge[] {
  const tree = child(entry, "depends_on");
  const listed = itemsOf(tree).map((item) => ({
    from,
    to: textOf(item) ?? "",
    offset: item.offset,
    condition: undefined,
  }));
  const mapped = entriesOf(tree).map(([to, { keyOffset: offset, value }]) => ({
    from,
    to,
    offset,
    condition: textOf(value),
  }));
  return [...listed, ...mapped].filter(({ to }) => isName(to));
}

function edgeProblem(
  { from, to, condition }: Edge,
  servers: Entries,
  services: Entries,
): Pick<Finding, "message" | "hint"> | undefined {
  const known = [...services.keys(), ...servers.keys()].filter((name) => name !== from);
  if (from === to) {
    return { message: `${quote(from)} waits for itself` };
  }
  if (!known.includes(to)) {
    return {
      message: `there is no server or service ${quote(to)}`,
      hint: suggestion(to, known),
    };
  }
  if (condition === "completed" && servers.has(to)) {
    return {
      message: `the server ${quote(to)} never completes: a server runs until it is stopped`,
      hint: "Wait for it with `healthy`.",
    };
  }
  const service = services.get(to)?.value;
  const dependant = servers.get(from) ?? services.get(from);
  const its = groupIn(service) ?? defaultGroup;
  const own = groupIn(dependant?.value) ?? defaultGroup;
  return service !== undefined && condition !== "completed" && its !== own
    ? {
        message: `the service ${quote(to)} is in the group ${quote(its)}, which is not reached from ${quote(own)}`,
        hint: `Put both in one group: network: { group: ${its} }.`,
      }
    : undefined;
}

function groupIn(entry: Tree | undefined): string | undefined {
  return textOf(child(child(entry, "network"), "group"));
}

/** Each round of waiting once, at the line that closes it. */
function cycles(edges: readonly Edge[]): readonly Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  function visit(name: string, chain: readonly string[]): void {
    for (const { to, offset } of edges.filter(({ from }) => from === name)) {
      const start = chain.indexOf(to);
      if (start >= 0 && to !== name) {
        const round = [...chain.slice(start), to].join(" → ");
        findings.push({ offset, message: `nothing of this could ever start: ${round}` });
      } else if (start < 0 && !done.has(to)) {
        visit(to, [...chain, to]);
      }
    }
    done.add(name);
  }
  for (const { from } of edges) {
    if (!done.has(from)) {
      visit(from, [from]);
    }
  }
  return findings;
}
