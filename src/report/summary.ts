import type { Severity } from "../record/index.ts";
import { bytes, duration, fencedCode, forMarkdown, plural, sparkline } from "../text/index.ts";
import { failureBlocks } from "./failure.ts";
import type { Report, ServerReport } from "./model.ts";
import { originOf } from "./origin.ts";
import {
  contextTable,
  egressTable,
  hardeningTable,
  mockTable,
  parityTable,
  relaxedTable,
  serviceTable,
  unsteadyTable,
} from "./summary-tables.ts";
import {
  conditionOf,
  cut,
  placeOf,
  scenarioName,
  specificationLink,
  stepName,
  symbolOf,
} from "./wording.ts";

export interface SummaryOptions {
  /** GitHub drops a summary above 1 MiB whole; default 900,000. */
  readonly limitBytes?: number;
  /** Where the full report is: an https address becomes a link, anything else is text. */
  readonly fullReport?: string;
}

/** How much is told. Each level leaves out more than the one before. */
interface Level {
  readonly failures: number;
  readonly details: boolean;
  readonly findings: number;
  readonly passedServers: boolean;
}

const levels: readonly Level[] = [
  { failures: 50, details: true, findings: 50, passedServers: true },
  { failures: 50, details: false, findings: 50, passedServers: true },
  { failures: 20, details: false, findings: 20, passedServers: true },
  { failures: 20, details: false, findings: 20, passedServers: false },
  { failures: 5, details: false, findings: 0, passedServers: false },
  { failures: 0, details: false, findings: 0, passedServers: false },
];

/** The job summary in GitHub Markdown: the fullest level that fits, always ending with where the full report is. */
export function summaryMarkdown(report: Report, options: SummaryOptions = {}): string {
  const limit = options.limitBytes ?? 900_000;
  const end = endOf(options.fullReport);
  for (const level of levels) {
    const note = level === levels[0] ? [] : ["_Shortened to fit the size limit of a job summary._"];
    const text = join([...sections(report, level), ...note, end]);
    if (Buffer.byteLength(text) <= limit) {
      return text;
    }
  }
  return join([heading(report), end]);
}

function sections(report: Report, level: Level): string[] {
  return [
    heading(report),
    ...faultSection(report),
    ...report.notes.map((note) => `> ${forMarkdown(note)}`),
    ...serverTable(report, level),
    ...(level.failures > 5 ? serviceTable(report) : []),
    ...failureBlocks(report, level.failures, level.details),
    ...(level.failures > 5 ? unsteadyTable(report) : []),
    ...findingSection(report, level.findings),
    ...(level.failures > 5 ? parityTable(report) : []),
    ...relaxedTable(report),
    ...(level.details
      ? [...egressTable(report), ...mockTable(report), ...contextTable(report)]
      : []),
    ...(level.details ? [...slowestSteps(report), ...isolation(report), ...versions(report)] : []),
  ];
}

function heading(report: Report): string {
  return `### ${symbolOf(report.run.outcome)} ${forMarkdown(report.verdict)}`;
}

function faultSection({ run }: Report): string[] {
  if (run.fault === null) {
    return [];
  }
  const { title, message, hint, code } = run.fault;
  return [
    `**${title}** (${forMarkdown(code)})`,
    fencedCode(cut(message, 8_000)),
    forMarkdown(hint),
  ];
}

function serverTable(report: Report, level: Level): string[] {
  const shown = level.passedServers
    ? report.servers
    : report.servers.filter((server) => conditionOf(server) === "failed" || server.findings > 0);
  if (shown.length === 0) {
    return [];
  }
  return [
    [
      "| server | state | ready in | steps | p95 | peak memory | CPU time | findings |",
      "| :-- | :-- | --: | --: | --: | :-- | --: | --: |",
      ...shown.slice(0, 200).map(serverRow),
      ...(shown.length > 200 ? [`| and ${shown.length - 200} more | | | | | | | |`] : []),
    ].join("\n"),
  ];
}

function serverRow(server: ServerReport): string {
  const memory = server.peakMemoryBytes;
  const condition = conditionOf(server);
  const reason = condition === "failed" ? reasonOf(server) : "";
  const cells = [
    `**${forMarkdown(cut(server.name, 100))}**`,
    forMarkdown(`${condition}${cut(reason, 200)}`),
    optional(server.readyMs, duration),
    String(server.steps),
    optional(server.p95Ms, duration),
    memory === null
      ? "–"
      : `${bytes(memory)} ${sparkline(server.series.map((at) => at.memoryBytes))}`,
    server.samples === 0 ? "–" : duration(server.cpuMs),
    String(server.findings),
  ];
  return `| ${cells.join(" | ")} |`;
}

function reasonOf(server: ServerReport): string {
  const failed = server.transitions.findLast(({ state }) => state === "failed");
  const reason = failed?.reason ?? server.reason;
  return reason === null ? "" : `: ${reason}`;
}

const severitySymbol: Readonly<Record<Severity, string>> = { error: "✗", warning: "⚠", info: "ℹ" };

function findingSection(report: Report, limit: number): string[] {
  if (report.findings.length === 0 || limit === 0) {
    return [];
  }
  const order: readonly Severity[] = ["error", "warning", "info"];
  const ranked = report.findings.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  const lines = ranked
    .slice(0, limit)
    .map(
      ({ severity, server, code, message, reference }) =>
        `- ${severitySymbol[severity]} **${forMarkdown(server)}** ${forMarkdown(cut(message, 500))} (${forMarkdown(code)}${referenceText(reference)})`,
    );
  const more = ranked.length > limit ? [`- and ${ranked.length - limit} more`] : [];
  return [`#### ${plural(ranked.length, "finding")}`, [...lines, ...more].join("\n")];
}

/** Only addresses of the specification become links; they come from our own table. */
function referenceText(reference: string | null): string {
  const link = specificationLink(reference);
  if (link !== null) {
    return `, [specification](${link})`;
  }
  return reference === null ? "" : `, ${forMarkdown(cut(reference, 200))}`;
}

function slowestSteps(report: Report): string[] {
  const steps = report.scenarios
    .flatMap((scenario) => scenario.steps.map((step) => ({ scenario, step })))
    .filter(({ step }) => step.outcome !== "skipped")
    .toSorted((a, b) => b.step.durationMs - a.step.durationMs)
    .slice(0, 5)
    .map(({ scenario, step }) =>
      [
        "",
        duration(step.durationMs),
        forMarkdown(cut(`${scenarioName(scenario)} › ${stepName(step)}`, 200)),
        forMarkdown(cut(step.server, 100)),
        forMarkdown(placeOf(report.run, step) ?? "–"),
        "",
      ]
        .join(" | ")
        .trim(),
    );
  return steps.length === 0
    ? []
    : details(
        "Slowest steps",
        ["| took | step | server | place |\n| --: | :-- | :-- | :-- |", ...steps].join("\n"),
      );
}

function isolation(report: Report): string[] {
  const table = hardeningTable(report);
  return table.length === 0 ? [] : details("Isolation", table.join("\n"));
}

function versions(report: Report): string[] {
  const { engine } = report.run;
  const lines = [
    `- docker-mcp-manager ${forMarkdown(report.product.version)}`,
    ...(engine.version === null
      ? []
      : [
          `- ${forMarkdown(engine.name ?? "Docker Engine")} ${forMarkdown(engine.version)}, API ${forMarkdown(engine.apiVersion ?? "–")}`,
        ]),
    ...report.servers.slice(0, 50).map((server) => {
      const itself = [server.serverName, server.serverVersion].filter((part) => part !== null);
      const facts = [
        itself.join(" "),
        server.revision === null ? "" : `MCP ${server.revision} over ${server.transport}`,
        ...originOf(server).map(([name, value]) => (name === "image" ? value : `${name} ${value}`)),
      ];
      return `- **${forMarkdown(cut(server.name, 100))}**: ${forMarkdown(
        facts
          .filter((fact) => fact !== "")
          .map((fact) => cut(fact, 200))
          .join(", "),
      )}`;
    }),
  ];
  return details("Versions", lines.join("\n"));
}

function details(title: string, body: string): string[] {
  return [`<details><summary>${title}</summary>`, body, "</details>"];
}

function endOf(fullReport: string | undefined): string {
  if (fullReport === undefined) {
    return "Full report: `report.html` in the artifact of this run.";
  }
  return /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(fullReport)
    ? `Full report: [report.html](${fullReport})`
    : `Full report: ${forMarkdown(fullReport)}`;
}

function optional(value: number | null, format: (value: number) => string): string {
  return value === null ? "–" : format(value);
}

function join(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
