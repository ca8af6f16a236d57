import { bytes, forMarkdown, plural } from "../text/index.ts";
import { containersOf, mockHead, mockRows, serviceHead, serviceRows } from "./beside.ts";
import type { Report } from "./model.ts";
import { cut, scenarioName, stepName, unsteadySteps } from "./wording.ts";

const mostRows = 50;

/** Steps that passed, but not at once or not every time. */
export function unsteadyTable(report: Report): string[] {
  const rows = unsteadySteps(report).map(({ scenario, step }) => [
    cut(`${scenarioName(scenario)} › ${stepName(step)}`, 200),
    step.server,
    step.note ?? "",
  ]);
  return section(plural(rows.length, "unsteady step"), ["step", "server", "attempts"], rows);
}

/** Where a scenario goes differently over two protocols. */
export function parityTable(report: Report): string[] {
  const rows = report.parity.flatMap(({ scenario, protocols, differences }) =>
    differences.map(({ position, what, first, second }) => [
      `${cut(scenario, 100)} · ${position + 1}`,
      what,
      `${protocols[0] ?? ""}: ${cut(first, 300)}`,
      `${protocols[1] ?? ""}: ${cut(second, 300)}`,
    ]),
  );
  return section(
    plural(rows.length, "difference between protocols", "differences between protocols"),
    ["step", "differs in", "one", "other"],
    rows,
  );
}

/** What the tools of each server take of a model's context. */
export function contextTable(report: Report): string[] {
  const rows = report.servers.flatMap(({ name, contextCost }) => {
    if (contextCost === null) {
      return [];
    }
    const { tools, tokens } = contextCost;
    const top = tools.slice(0, 5).map((tool) => `${cut(tool.name, 60)} ${tool.tokens}`);
    return [[name, String(tools.length), `≈ ${tokens}`, bytes(contextCost.bytes), top.join(", ")]];
  });
  return section(
    "What tools take of a context",
    ["server", "tools", "tokens", "bytes", "dearest"],
    rows,
  );
}

/** What servers tried to reach outside, and what became of it. */
export function egressTable(report: Report): string[] {
  const rows = containersOf(report).flatMap(({ name, egress }) =>
    egress.map(({ target, outcome, reason, attempts }) => [
      name,
      cut(target, 200),
      reason === null ? outcome : `${outcome}: ${cut(reason, 200)}`,
      String(attempts),
    ]),
  );
  return section("What servers tried to reach", ["server", "place", "outcome", "attempts"], rows);
}

/** The containers beside the servers. */
export function serviceTable(report: Report): string[] {
  return section("Services", serviceHead, serviceRows(report));
}

/** What mocks were asked, and what they answered. */
export function mockTable(report: Report): string[] {
  return section("What mocks were asked", mockHead, mockRows(report));
}

/** What is weaker of a server's isolation than it need be. */
export function relaxedTable(report: Report): string[] {
  const rows = containersOf(report).flatMap(({ name, hardening }) =>
    hardening
      .filter(({ relaxed }) => relaxed)
      .map(({ what, value }) => [cut(name, 100), what, cut(value, 200)]),
  );
  return section("Isolation that was relaxed", ["server", "what", "now"], rows);
}

/** How each server was isolated, a column for each thing. */
export function hardeningTable(report: Report): string[] {
  const servers = containersOf(report).filter(({ hardening }) => hardening.length > 0);
  const whats = [...new Set(servers.flatMap(({ hardening }) => hardening.map(({ what }) => what)))];
  const rows = servers.map(({ name, hardening }) => [
    cut(name, 100),
    ...whats.map((what) => {
      const found = hardening.find((fact) => fact.what === what);
      return found === undefined ? "–" : cut(found.value, 200);
    }),
  ]);
  return table(["server", ...whats], rows);
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  return rows.length === 0 ? [] : [`#### ${title}`, ...table(head, rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) {
    return [];
  }
  const line = (cells: readonly string[]) => `| ${cells.map(forMarkdown).join(" | ")} |`;
  const more = rows.length > mostRows ? [line([`and ${rows.length - mostRows} more`])] : [];
  return [
    [
      line(head),
      line(head.map(() => ""))
        .replaceAll("|  ", "| :-- ")
        .trimEnd(),
      ...rows.slice(0, mostRows).map(line),
      ...more,
    ].join("\n"),
  ];
}
