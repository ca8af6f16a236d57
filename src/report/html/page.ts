import { createHash } from "node:crypto";
import type { Outcome, RecordReader } from "../../record/index.ts";
import { duration, plural } from "../../text/index.ts";
import { failuresOf, locusOf, nameOf, outcomeOf } from "../failure.ts";
import type { Report } from "../model.ts";
import { cut, placeOf } from "../wording.ts";
import { createBudget } from "./budget.ts";
import { contextSection } from "./context-cost.ts";
import { difference, findings } from "./findings.ts";
import { gantt } from "./gantt.ts";
import { html, type Markup, markupText, nothing, trusted } from "./markup.ts";
import { paritySection } from "./parity.ts";
import { scenarioList, symbol } from "./scenario-list.ts";
import { script } from "./script.ts";
import { serverCards } from "./server-card.ts";
import { style } from "./style.ts";
import { viewers } from "./viewer.ts";

const stepCharacters = 3_000_000;
const lineCharacters = 3_000_000;
const maxFailures = 50;

/**
 * The run as one HTML file that needs no network and, for reading, no JavaScript.
 *
 * The content security policy allows nothing but our own style and script by hash, so even markup that slipped
 * through could not run or call home. Long runs are cut with a visible note; the files beside it hold everything.
 */
export function reportHtml(report: Report, reader: RecordReader): string {
  const values = createBudget(stepCharacters);
  const lines = createBudget(lineCharacters);
  const { run } = report;
  const scenarios = scenarioList(report, values);
  const views = viewers(report, reader, lines);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${run.outcome}: ${run.runFile ?? "MCP servers"}</title><link rel="icon" href="${icon(run.outcome)}">
<style>${trusted(style)}</style></head><body>
${bar(report)}<main>${verdict(report)}${tiles(report)}
${report.notes.map((note) => html`<div class="card note">${note}</div>`)}
${values.exceeded || lines.exceeded ? html`<div class="card note">This page leaves out parts of a long run; report.json and the .ndjson files beside it hold everything.</div>` : nothing}
${failures(report)}${findings(report)}${paritySection(report)}${gantt(report)}${serverCards(report)}${contextSection(report)}${scenarios}${views}${appendix(report)}${footer(report)}
</main><script>${trusted(script)}</script></body></html>
`;
  return markupText(page);
}

const policy = [
  "default-src 'none'",
  `style-src '${hashOf(style)}'`,
  `script-src '${hashOf(script)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashOf(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

function icon(outcome: Outcome): string {
  const colour = { passed: "1f9d4d", failed: "d1242f", broken: "d08700", skipped: "7b8590" }[
    outcome
  ];
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='4' fill='%23${colour}'/%3E%3C/svg%3E`;
}

function bar(report: Report): Markup {
  const links = [
    ["failures", failuresOf(report).length],
    ["findings", report.findings.length],
    ["timeline", report.servers.length],
    ["servers", report.servers.length],
    ["scenarios", report.scenarios.length],
    ["logs", report.servers.length],
  ] as const;
  return html`<header class="bar"><div><b>Docker MCP Manager</b><nav>${links
    .filter(([, size]) => size > 0)
    .map(
      ([name]) => html`<a href="#${name}">${name[0]?.toUpperCase() ?? ""}${name.slice(1)}</a>`,
    )}</nav>
<div class="find" hidden><input type="search" placeholder="Filter: s:failed server:x words" aria-label="Filter steps, findings, log lines" spellcheck="false" autocomplete="off"><output></output></div></div></header>`;
}

function verdict(report: Report): Markup {
  const { run } = report;
  const engine = [run.engine.name, run.engine.version].filter((part) => part !== null).join(" ");
  const facts = [run.runFile, utc(run.startedAtMs), engine, `exit code ${run.exitCode}`];
  return html`<section class="card verdict ${run.outcome}"><h1>${symbol(run.outcome)}<span>${report.verdict}</span></h1>
<p>${facts.filter((fact) => fact !== null && fact !== "").join(" · ")}</p>
${run.fault === null ? nothing : html`<p>${run.fault.hint}</p>`}</section>`;
}

function utc(atMs: number): string {
  return new Date(atMs)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}

function tiles(report: Report): Markup {
  const { totals, run } = report;
  const steps = Object.values(totals.steps).reduce((sum, count) => sum + count, 0);
  const expectations = totals.expectations.held + totals.expectations.missed;
  const shown: readonly (readonly [string, string | number, string])[] = [
    ["steps passed", totals.steps.passed, `of ${steps}`],
    ["expectations held", totals.expectations.held, `of ${expectations}`],
    ["scenarios passed", totals.scenarios.passed, `of ${report.scenarios.length}`],
    ["servers", totals.servers, ""],
    [
      "findings",
      report.findings.length,
      totals.findings.error === 0 ? "" : plural(totals.findings.error, "error"),
    ],
    ["duration", duration(run.durationMs), ""],
  ];
  return html`<div class="tiles">${shown.map(([name, value, rest]) => html`<div class="tile"><b>${value} <small>${rest}</small></b><span>${name}</span></div>`)}</div>`;
}

function failures(report: Report): Markup {
  const all = failuresOf(report);
  if (all.length === 0) {
    return nothing;
  }
  const cards = all.slice(0, maxFailures).map((failure) => {
    const { scenario, step } = failure;
    const at = step ?? scenario;
    const target = step === null ? `scenario-${scenario.id}` : `step-${step.id}`;
    const missed = step?.verdicts.filter(({ ok }) => !ok) ?? [];
    return html`<article class="card failure ${outcomeOf(failure)}" data-f data-s="${outcomeOf(failure)}" data-server="${step?.server ?? scenario.servers.join(",")}">
<h3>${symbol(outcomeOf(failure))}<a href="#${target}">${cut(nameOf(failure), 300)}</a> <small class="dim">${placeOf(report.run, locusOf(failure))}</small></h3>
<p>${cut(at.reason ?? at.outcome, 2_000)}</p>
${missed.slice(0, 5).map(difference)}</article>`;
  });
  const more = all.length - cards.length;
  return html`<section data-g><h2 id="failures">Failures<small>${all.length}</small></h2>${cards}${more > 0 ? html`<p class="dim">and ${more} more below</p>` : nothing}</section>`;
}

function appendix(report: Report): Markup {
  const { runFileText, runFile } = report.run;
  return runFileText === null
    ? nothing
    : html`<section><h2 id="run-file">Run file</h2><details class="card"><summary>${runFile ?? "as given"}, as resolved</summary><pre>${cut(runFileText, 200_000)}</pre></details></section>`;
}

function footer(report: Report): Markup {
  return html`<footer>docker-mcp-manager ${report.product.version} · run ${report.run.id} · <kbd>/</kbd> filter · <kbd>n</kbd> <kbd>p</kbd> next and previous failure</footer>`;
}
