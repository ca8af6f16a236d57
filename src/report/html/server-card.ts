import { bytes, duration, forFileName, plural } from "../../text/index.ts";
import { mockHead, mockRows } from "../beside.ts";
import type { Report, ServerReport } from "../model.ts";
import { originOf } from "../origin.ts";
import { startPhases } from "../phases.ts";
import { conditionOf, placeOf } from "../wording.ts";
import { charts } from "./chart.ts";
import { html, type Markup, nothing } from "./markup.ts";

/** One card per server and service: what it is, what it cost, how it was isolated. */
export function serverCards(report: Report): Markup {
  return html`${cards(report, "Servers", report.servers)}${cards(report, "Services", report.services)}${mocks(report)}`;
}

function cards(report: Report, title: string, all: readonly ServerReport[]): Markup {
  return all.length === 0
    ? nothing
    : html`<section data-g><h2 id="${title.toLowerCase()}">${title}<small>${all.length}</small></h2><div class="servers">
${all.map((server) => card(report, server))}</div></section>`;
}

function mocks(report: Report): Markup {
  const row = (cells: readonly string[]) =>
    html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
  const rows = mockRows(report).map(row);
  return rows.length === 0
    ? nothing
    : html`<section data-g><h2 id="mocks">What mocks were asked<small>${rows.length}</small></h2><div class="card wide"><table><thead><tr>${mockHead.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function card(report: Report, server: ServerReport): Markup {
  const id = forFileName(server.name);
  const facts: readonly (readonly [string, string | null])[] = [
    ["ready in", optional(server.readyMs, duration)],
    ["steps", String(server.steps)],
    ["p95", optional(server.p95Ms, duration)],
    ["peak memory", optional(server.peakMemoryBytes, bytes)],
    ["CPU time", server.samples === 0 ? null : duration(server.cpuMs)],
    ["throttled", optional(server.throttledMs, duration)],
    ["network", network(server)],
  ];
  return html`<article class="card server" id="server-${id}" data-f data-server="${server.name}" data-s="${conditionOf(server)}">
<h3>${server.name}<span class="pill ${tone(server)}">${conditionOf(server)}</span></h3>
<div class="what">${whatItIs(report, server)}</div>
${server.reason === null || conditionOf(server) === "ready" ? nothing : html`<p class="why">${server.reason}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? "–"}</dd></div>`)}</dl>
${charts(server)}${egress(server)}${origin(server)}${hardening(server)}${isolation(server)}
<details><summary>Life</summary>${life(report, server)}</details>
<p class="dim"><a href="#log-${id}">${plural(server.logLines, "log line")}</a>${server.role === "service" ? nothing : html` · <a href="#wire-${id}">${plural(server.wireMessages, "message")}</a>`}${server.findings === 0 ? nothing : html` · <a href="#findings">${plural(server.findings, "finding")}</a>`}</p></article>`;
}

function network({ rxBytes, txBytes }: ServerReport): string {
  return rxBytes + txBytes === 0 ? "none" : `↓ ${bytes(rxBytes)} ↑ ${bytes(txBytes)}`;
}

function tone(server: ServerReport): string {
  const condition = conditionOf(server);
  if (condition === "failed" || condition === "unhealthy") {
    return "failed";
  }
  return server.readyMs === null ? "broken" : "passed";
}

function whatItIs(report: Report, server: ServerReport): string {
  const itself = [server.serverName, server.serverVersion].filter((part) => part !== null);
  const facts = [
    itself.join(" "),
    [server.template, server.transport].filter((part) => part !== "").join(" over "),
    server.revision === null ? "" : `MCP ${server.revision}`,
    server.image ?? "",
    server.packageVersion === null ? "" : `version ${server.packageVersion} installed`,
    placeOf(report.run, server) ?? "",
  ];
  return facts.filter((fact) => fact !== "").join(" · ");
}

function origin(server: ServerReport): Markup {
  const facts = originOf(server);
  const rows = facts.map(
    ([name, value]) => html`<tr><td>${name}</td><td class="mono">${value}</td></tr>`,
  );
  return facts.length === 0
    ? nothing
    : html`<details><summary>What it was started from</summary><table><tbody>${rows}</tbody></table></details>`;
}

function egress(server: ServerReport): Markup {
  const rows = server.egress.map(
    ({ target, outcome, reason, attempts }) =>
      html`<tr><td class="mono">${target}</td><td>${outcome}</td><td>${reason ?? ""}</td><td class="num word">${attempts}</td></tr>`,
  );
  return rows.length === 0
    ? nothing
    : html`<details><summary>What it tried to reach</summary><table><thead><tr><th>place</th><th>outcome</th><th></th><th class="num">attempts</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

function hardening({ hardening: facts }: ServerReport): Markup {
  const relaxed = facts.filter((fact) => fact.relaxed).length;
  const rows = facts.map(
    ({ what, value, relaxed: weaker }) =>
      html`<tr><td>${what}</td><td>${value}</td><td>${weaker ? "relaxed" : ""}</td></tr>`,
  );
  return facts.length === 0
    ? nothing
    : html`<details><summary>Isolation${relaxed === 0 ? "" : `, ${relaxed} relaxed`}</summary><table><tbody>${rows}</tbody></table></details>`;
}

function isolation(server: ServerReport): Markup {
  const entries = Object.entries(server.isolation ?? {});
  if (entries.length === 0) {
    return nothing;
  }
  const rows = entries.map(
    ([key, value]) =>
      html`<tr><td>${key}</td><td class="mono">${typeof value === "string" ? value : shown(value)}</td></tr>`,
  );
  return html`<details><summary>Isolation, as the engine reports it</summary><table><tbody>${rows}</tbody></table></details>`;
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "nested too deep to show";
  }
}

function life(report: Report, server: ServerReport): Markup {
  const rows = server.transitions.map(
    ({ atMs, state, reason }) =>
      html`<tr><td class="num word">${duration(Math.max(0, atMs - report.run.startedAtMs))}</td><td class="word">${state}</td><td>${reason}</td></tr>`,
  );
  const exit = server.exitCode === null ? "" : `exit code ${server.exitCode}`;
  const killed = server.oomKilled === true ? ", killed for memory" : "";
  return html`<table><tbody>${rows}</tbody></table>${start(server)}<p class="dim">stdout ${bytes(server.stdoutBytes)}, stderr ${bytes(server.stderrBytes)}${server.droppedLines === 0 ? "" : `, ${plural(server.droppedLines, "line")} dropped`} · ${exit}${killed}</p>`;
}

function start(server: ServerReport): Markup {
  const phases = startPhases(server).map(({ name, ms }) => `${name} ${duration(ms)}`);
  return phases.length === 0 ? nothing : html`<p class="dim">Its start: ${phases.join(" · ")}</p>`;
}

function optional(value: number | null, format: (value: number) => string): string | null {
  return value === null ? null : format(value);
}
