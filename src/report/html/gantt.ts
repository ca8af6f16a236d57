import type { ServerState } from "../../record/index.ts";
import { duration, forFileName } from "../../text/index.ts";
import type { Report, ScenarioReport, ServerReport } from "../model.ts";
import { scenarioName, stepName } from "../wording.ts";
import { html, type Markup, nothing } from "./markup.ts";

const width = 1000;
const maxRows = 60;

const phases: Readonly<Partial<Record<ServerState, "build" | "start" | "ready" | "stop">>> = {
  building: "build",
  creating: "start",
  starting: "start",
  ready: "ready",
  unhealthy: "ready",
  paused: "ready",
  stopping: "stop",
};

const phaseNames = { build: "building", start: "starting", ready: "ready", stop: "stopping" };

/** The run on one time axis: what each server was doing, and when each scenario's steps ran. */
export function gantt(report: Report): Markup {
  const scale = scaleOf(report);
  const rows = [
    ...report.servers.map((server) => ({
      label: html`<a class="label" href="#server-${forFileName(server.name)}" title="${server.name}">${server.name}</a>`,
      bars: serverBars(server, scale),
    })),
    ...report.scenarios.map((scenario) => ({
      label: html`<a class="label sub" href="#scenario-${scenario.id}" title="${scenarioName(scenario)}">${scenarioName(scenario)}</a>`,
      bars: scenarioBars(scenario, scale),
    })),
  ];
  if (rows.length === 0) {
    return nothing;
  }
  const more = rows.length - maxRows;
  return html`<section><h2 id="timeline">Timeline</h2><div class="card"><div class="gantt">
<span></span><div class="axis">${axis(scale.spanMs)}</div>
${rows.slice(0, maxRows).map(({ label, bars }) => html`${label}<svg viewBox="0 0 ${width} 16" preserveAspectRatio="none">${bars}</svg>\n`)}</div>
${more > 0 ? html`<p class="dim">and ${more} more rows</p>` : nothing}${legend()}</div></section>`;
}

interface Scale {
  readonly startMs: number;
  readonly spanMs: number;
}

function scaleOf({ run }: Report): Scale {
  return { startMs: run.startedAtMs, spanMs: Math.max(1, run.durationMs) };
}

function serverBars(server: ServerReport, scale: Scale): Markup[] {
  return server.transitions.flatMap(({ state, atMs }, index) => {
    const next = server.transitions[index + 1]?.atMs ?? scale.startMs + scale.spanMs;
    const end = Math.max(atMs, next);
    const phase = phases[state];
    return phase === undefined
      ? []
      : [bar(scale, atMs, end, phase, `${server.name} ${state}, ${duration(end - atMs)}`)];
  });
}

function scenarioBars(scenario: ScenarioReport, scale: Scale): Markup[] {
  return scenario.steps
    .filter(({ outcome }) => outcome !== "skipped")
    .slice(0, 500)
    .map((step) => {
      const title = `${stepName(step)}: ${step.outcome}, ${duration(step.durationMs)}`;
      const end = step.startedAtMs + step.durationMs;
      return html`<a href="#step-${step.id}">${bar(scale, step.startedAtMs, end, step.outcome, title)}</a>`;
    });
}

function bar(scale: Scale, fromMs: number, toMs: number, kind: string, title: string): Markup {
  const x = Math.min(width, Math.max(0, ((fromMs - scale.startMs) / scale.spanMs) * width));
  const end = Math.min(width, ((toMs - scale.startMs) / scale.spanMs) * width);
  // A step of a millisecond must still be seen.
  const long = Math.min(Math.max(2, end - x), Math.max(2, width - x));
  return html`<rect class="f-${kind}" x="${x.toFixed(1)}" y="2" width="${long.toFixed(1)}" height="12" rx="1"><title>${title}</title></rect>`;
}

function axis(spanMs: number): Markup[] {
  return [0, 0.25, 0.5, 0.75, 1].map(
    (share) => html`<span>${share === 0 ? "0" : duration(spanMs * share)}</span>`,
  );
}

function legend(): Markup {
  const kinds = [
    ...Object.entries(phaseNames),
    ...["passed", "failed", "broken"].map((one) => [one, `step ${one}`] as const),
  ];
  return html`<div class="legend">${kinds.map(([kind, name]) => html`<span><svg viewBox="0 0 1 1"><rect class="f-${kind}" width="1" height="1"/></svg>${name}</span>`)}</div>`;
}
