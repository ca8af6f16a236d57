import type { FindingRow, VerdictRow } from "../../record/index.ts";
import { jsonDiff } from "../json-diff.ts";
import type { Report } from "../model.ts";
import { cut, specificationLink, withoutBinary } from "../wording.ts";
import { html, type Markup, nothing } from "./markup.ts";

const mostFindings = 500;
const longest = 4_000;

/** What nobody asked about and is wrong all the same, with its place in the specification. */
export function findings(report: Report): Markup {
  if (report.findings.length === 0) {
    return nothing;
  }
  const rows = report.findings.slice(0, mostFindings).map(row);
  return html`<section data-g><h2 id="findings">Findings<small>${report.findings.length}</small></h2><div class="card wide"><table><thead><tr><th></th><th>server</th><th>what</th><th>code</th><th></th><th></th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function row({ severity, server, code, message, reference, stepId }: FindingRow): Markup {
  const step = stepId === null ? nothing : html`<a href="#step-${stepId}">step</a>`;
  return html`<tr class="finding" data-f data-s="${severity}" data-server="${server}"><td><span class="pill ${severity}">${severity}</span></td><td>${server}</td><td>${cut(message, 2_000)}</td><td><code>${code}</code></td><td>${place(reference)}</td><td>${step}</td></tr>`;
}

/** Only an address of the specification, which our own table gives, becomes a link. */
function place(reference: string | null): Markup {
  const link = specificationLink(reference);
  return link === null
    ? html`${cut(reference ?? "", 300)}`
    : html`<a href="${link}" rel="noopener noreferrer">specification</a>`;
}

/** One expectation that does not hold: two values side by side, or line by line where both are structures. */
export function difference({ place: where, predicate, expected, actual }: VerdictRow): Markup {
  const diff = jsonDiff(expected, actual);
  return diff === undefined
    ? html`<div class="diff"><span>expected</span><pre>${where} ${predicate} ${cut(withoutBinary(expected), longest)}</pre><span>actual</span><pre class="got">${cut(withoutBinary(actual), longest)}</pre></div>`
    : html`<div class="diff"><span>${where} ${predicate}</span><pre class="lines-diff">${diff.split("\n").map(diffLine)}</pre></div>`;
}

function diffLine(line: string): Markup {
  const text = withoutBinary(line);
  if (line.startsWith("-")) {
    return html`<del>${text}</del>\n`;
  }
  return line.startsWith("+") ? html`<ins>${text}</ins>\n` : html`${text}\n`;
}
