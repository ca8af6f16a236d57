import { bytes, duration, plural } from "../../text/index.ts";
import type { Report, ScenarioReport, StepReport } from "../model.ts";
import {
  cut,
  placeOf,
  scenarioName,
  stepName,
  symbolOf,
  trialsOf,
  withoutBinary,
} from "../wording.ts";
import type { Budget } from "./budget.ts";
import { html, type Markup, nothing } from "./markup.ts";

const longestValue = 20_000;
const maxSteps = 3_000;

/** Every scenario with its steps; those that did not pass are open. */
export function scenarioList(report: Report, budget: Budget): Markup {
  if (report.scenarios.length === 0) {
    return nothing;
  }
  let room = maxSteps;
  const parts = report.scenarios.map((scenario) => {
    const steps = scenario.steps.slice(0, room);
    room -= steps.length;
    return scenarioPart(report, scenario, steps, budget);
  });
  return html`<section data-g><h2 id="scenarios">Scenarios<small>${report.scenarios.length}</small></h2>${parts}</section>`;
}

function scenarioPart(
  report: Report,
  scenario: ScenarioReport,
  steps: readonly StepReport[],
  budget: Budget,
): Markup {
  const { outcome, id } = scenario;
  const left = scenario.steps.length - steps.length;
  const open = outcome === "passed" || outcome === "skipped" ? nothing : html` open`;
  const took = scenario.durationMs === null ? "" : duration(scenario.durationMs);
  const own = scenario.steps.length === 0 ? html` data-f` : nothing;
  return html`<details class="card scenario" id="scenario-${id}" data-g data-s="${outcome}" data-server="${scenario.servers.join(",")}"${own}${open}>
<summary>${symbol(outcome)}<span>${scenarioName(scenario)}</span>${tags(scenario)}<span class="end">${plural(scenario.steps.length, "step")} · ${scenario.servers.join(", ")} · ${took}</span></summary>
${scenario.reason === null ? nothing : html`<p>${cut(scenario.reason, 2_000)}</p>`}
${steps.map((step) => stepPart(report, step, budget))}
${left === 0 ? nothing : html`<p>${plural(left, "step")} more in report.json</p>`}</details>`;
}

function tags(scenario: ScenarioReport): Markup {
  const all = [...scenario.tags.split(",").filter((tag) => tag !== ""), trialsOf(scenario)];
  const shown = all.filter((tag) => tag !== "").slice(0, 10);
  return html`${shown.map((tag) => html`<span class="pill">${cut(tag, 60)}</span>`)}`;
}

function stepPart(report: Report, step: StepReport, budget: Budget): Markup {
  const troubled = step.outcome === "failed" || step.outcome === "broken";
  const place = placeOf(report.run, step);
  return html`<details class="step" id="step-${step.id}" data-f data-s="${step.outcome}" data-server="${step.server}"${troubled ? html` open` : nothing}>
<summary>${symbol(step.outcome)}<code>${cut(stepName(step), 300)}</code>${step.note === null ? nothing : html`<span class="pill broken">${cut(step.note, 200)}</span>`}<span class="end">${step.server} · ${duration(step.durationMs)}</span></summary>
<div class="body">${step.reason === null ? nothing : html`<div class="why">${cut(step.reason, 4_000)}</div>`}
${verdictTable(step)}${evidence(step)}${value("Arguments", step.argumentsJson, budget)}${value(`Result, ${bytes(step.resultBytes)}`, step.resultJson, budget)}
<div class="dim">${[place, step.faultCode, step.blame === null ? null : `blame: ${step.blame}`].filter((part) => part !== null).join(" · ")}</div></div></details>`;
}

function verdictTable(step: StepReport): Markup {
  if (step.verdicts.length === 0) {
    return nothing;
  }
  const rows = step.verdicts.map(
    (verdict) =>
      html`<tr><td>${symbol(verdict.ok ? "passed" : "failed")}</td><td><code>${verdict.place} ${verdict.predicate}</code></td><td><pre>${cut(withoutBinary(verdict.expected), longestValue)}</pre></td><td><pre>${cut(withoutBinary(verdict.actual), longestValue)}</pre></td></tr>`,
  );
  return html`<div class="wide"><table><thead><tr><th></th><th>expectation</th><th>expected</th><th>actual</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function evidence({ evidence: given }: StepReport): Markup {
  if (given === null) {
    return nothing;
  }
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? nothing
      : html`<div><h4>${title}</h4><pre>${withoutBinary(lines.join("\n"))}</pre></div>`;
  return html`${[part("stderr meanwhile", given.stderr), part("Notifications meanwhile", given.notifications)]}`;
}

function value(title: string, json: string | null, budget: Budget): Markup {
  if (json === null) {
    return nothing;
  }
  const text = budget.take(cut(pretty(json), longestValue));
  return html`<div><h4>${title}</h4><pre>${text ?? "left out to keep this page small; it is in report.json"}</pre></div>`;
}

/** JSON on several lines; what is cut, too deep or not JSON stays as it is. */
function pretty(json: string): string {
  try {
    return withoutBinary(JSON.stringify(JSON.parse(json), null, 2));
  } catch {
    return withoutBinary(json);
  }
}

export function symbol(outcome: StepReport["outcome"]): Markup {
  return html`<span class="sym ${outcome}" role="img" aria-label="${outcome}">${symbolOf(outcome)}</span>`;
}
